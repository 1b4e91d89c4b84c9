from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from tests.fakes.fake_post_office import PLACES
from tests.fakes.hands import Show
from tests.ui.screens.bulk.samples import bad, good
from ui.screens.bulk.mend_panel import MendPanel
from ui.widgets.place_options import place_option

if TYPE_CHECKING:
    from app.domain.bulk import CheckedRow
    from app.domain.drafts import ItemEntry


def test_the_fault_stands_beside_its_field_and_the_focus_goes_there(
    dressed: QApplication, show: Show
) -> None:
    panel = MendPanel()
    show(panel)

    panel.show_row(bad(4))
    panel.go_to_fault()

    assert panel.commune.problem().startswith("Chưa rõ")
    assert panel.commune.edit.hasFocus()
    assert panel.commune.value() == "Xã Lạ"


def test_what_was_mended_is_told_whole(dressed: QApplication, show: Show) -> None:
    panel = MendPanel()
    show(panel)
    told: list[tuple[CheckedRow, ItemEntry]] = []
    panel.mended.connect(lambda row, entry: told.append((row, entry)))
    panel.show_row(bad(4))

    panel.commune.set_chosen(place_option(PLACES[0]))
    panel.finish()

    ((row, entry),) = told
    assert row == bad(4)
    assert (entry.commune, entry.commune_text) == (PLACES[0], "")
    assert entry.contents == bad(4).entry.contents


def test_a_good_row_needs_no_fields(dressed: QApplication, show: Show) -> None:
    panel = MendPanel()
    show(panel)

    panel.show_row(good(2))

    assert panel.isHidden()
