from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from ui.screens.syncing.view import SyncingView
from ui.style.tokens import Tone
from ui.widgets.lines import Line
from ui.widgets.rows import RowItem


def test_the_list_gives_way_to_a_sentence_when_nothing_is_kept_back(
    show: Callable[..., QWidget],
) -> None:
    view = SyncingView()
    show(view)
    view.show_state("Đang gửi.", Tone.INFO, [Line("Chờ gửi", "6")])

    view.show_held([RowItem(title="Nhận bưu gửi", detail="Ngoài dải số.")])
    assert view.held.isVisible()

    view.show_held([])
    assert not view.held.isVisible()
