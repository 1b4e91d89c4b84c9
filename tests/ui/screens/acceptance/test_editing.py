from dataclasses import replace

from app.domain.drafts import ItemEntry
from tests.fakes.fake_desk import FakeDesk
from tests.fakes.fake_post_office import CATALOGUE
from tests.ui.screens.acceptance.items import WHOLE
from tests.ui.screens.acceptance.recording import RecordingView
from ui.running import ImmediateRunner
from ui.screens.acceptance.editing import BasketEditor
from ui.screens.acceptance.item_presenter import ItemPresenter


class Counter:
    def __init__(self) -> None:
        self.view = RecordingView()
        self.failures: list[Exception] = []
        self.item = ItemPresenter(
            self.view,
            FakeDesk(),
            ImmediateRunner(),
            on_change=lambda: None,
            failed=self.failures.append,
        )
        self.editor = BasketEditor(self.view, self.view, self.item, bytes(16))

    def lay_in(self, *entries: ItemEntry) -> None:
        for entry in entries:
            self.item.changed("weight", entry)
            self.editor.add()


def _counter() -> Counter:
    counter = Counter()
    counter.editor.begin(CATALOGUE)
    return counter


def test_before_the_services_are_known_nothing_can_be_paid() -> None:
    counter = Counter()

    assert counter.editor.rows() == ()
    assert counter.editor.lacking()


def test_a_new_basket_has_a_blank_form_for_the_first_service() -> None:
    counter = _counter()

    assert counter.view.entry == ItemEntry(service="registered")
    assert "Chưa có bưu gửi" in counter.editor.lacking()


def test_a_whole_item_goes_into_the_basket_and_leaves_a_blank_form_of_its_service() -> None:
    counter = _counter()

    counter.lay_in(WHOLE)

    assert [row.title for row in counter.editor.rows()] == ["Bưu kiện → Tuyên Quang"]
    assert counter.view.entry == ItemEntry(service="parcel")
    assert counter.view.at == "service"
    assert counter.editor.lacking() == ""


def test_an_item_that_lacks_something_sends_the_focus_there() -> None:
    counter = _counter()

    counter.lay_in(replace(WHOLE, phone=""))

    assert counter.view.at == "phone"
    assert counter.editor.basket.items == ()


def test_an_item_that_only_lacks_its_checks_opens_them() -> None:
    counter = _counter()

    counter.lay_in(replace(WHOLE, checked=()))

    assert counter.view.checks_open


def test_with_everything_in_the_basket_the_next_thing_is_the_money() -> None:
    counter = _counter()
    counter.lay_in(WHOLE)

    counter.editor.add()

    assert counter.view.at == "tendered"


def test_the_item_on_the_form_counts_as_the_last_line() -> None:
    counter = _counter()
    counter.lay_in(WHOLE)
    counter.item.changed("weight", replace(WHOLE, weight_g=5_000))

    assert [row.open for row in counter.editor.rows()] == [False, True]
    assert len(counter.editor.items()) == 2


def test_an_item_taken_out_lies_on_the_free_form_again() -> None:
    counter = _counter()
    counter.lay_in(WHOLE)

    counter.editor.remove(0)

    assert counter.view.entry == WHOLE
    assert counter.editor.basket.items == ()


def test_taking_out_does_not_overwrite_what_is_being_entered() -> None:
    counter = _counter()
    counter.lay_in(WHOLE)
    started = ItemEntry(service="ems", name="Lê Văn Tám")
    counter.item.changed("name", started)

    counter.editor.remove(0)
    assert counter.item.entry == started

    counter.editor.undo()
    assert len(counter.editor.basket.items) == 1


def test_undo_waits_until_the_form_is_free() -> None:
    counter = _counter()
    counter.lay_in(WHOLE)
    counter.item.changed("name", ItemEntry(service="ems", name="Lê Văn Tám"))

    counter.editor.undo()

    assert len(counter.editor.basket.items) == 1


def test_removing_the_open_line_clears_the_form() -> None:
    counter = _counter()
    counter.item.changed("weight", WHOLE)

    counter.editor.remove(0)

    assert counter.view.entry == ItemEntry(service="parcel")


def test_undo_brings_the_last_item_back_onto_the_form() -> None:
    counter = _counter()
    counter.lay_in(WHOLE)

    counter.editor.undo()

    assert counter.view.entry == WHOLE
    assert counter.editor.basket.items == ()


def test_a_wrong_field_is_told_apart_from_a_missing_one() -> None:
    counter = _counter()
    counter.item.changed("phone", replace(WHOLE, phone="12"))
    assert counter.editor.lacking().startswith("Chưa đúng")

    counter.item.changed("phone", replace(WHOLE, phone=""))
    assert counter.editor.lacking().startswith("Còn thiếu")
