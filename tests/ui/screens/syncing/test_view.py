from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from tests.fakes.fake_post_office import sync_report
from ui.screens.syncing.presenter import Fact
from ui.screens.syncing.view import SyncingView
from ui.style.tokens import Tone


def test_the_list_gives_way_to_a_sentence_when_nothing_is_kept_back(
    show: Callable[..., QWidget],
) -> None:
    view = SyncingView()
    show(view)
    view.show_state("Đang gửi.", Tone.INFO, [Fact("Chờ gửi", "6")])

    view.show_held(sync_report().held)
    assert view.held.isVisible()

    view.show_held([])
    assert not view.held.isVisible()


def test_a_stick_in_use_is_not_asked_for_again(show: Callable[..., QWidget]) -> None:
    view = SyncingView()
    show(view)
    assert not view.stick.isVisible()

    view.show_stick("Đang chép ra USB.", Tone.INFO, busy=True)
    assert view.stick.isVisible()
    assert not view.copy.isEnabled()
    assert not view.bring.isEnabled()

    view.show_stick("Đã chép.", Tone.GOOD, busy=False)
    assert view.copy.isEnabled()
