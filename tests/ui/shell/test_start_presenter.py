from dataclasses import replace

from app.queries.complaints import CaseList
from app.queries.standing import LastTransaction
from tests.fakes.baskets import a_basket
from tests.fakes.fake_desk import FakeDesk
from tests.fakes.fake_shell import FakeShell
from ui.changes import ChangeFeed, Topic
from ui.running import ImmediateRunner
from ui.shell.handle import Key
from ui.shell.start_presenter import (
    Hint,
    ReadyLine,
    StartPresenter,
    case_hints,
    doubtful,
    on_its_way,
)
from ui.style.tokens import Tone


class _Page:
    """Records what the start page shows."""

    def __init__(self) -> None:
        self.last: LastTransaction | None = None
        self.hints: tuple[Hint, ...] = ()
        self.ready: dict[str, tuple[str, Tone]] = {}
        self.desk = FakeDesk()
        self.shell = FakeShell()
        self.feed = ChangeFeed()
        self.presenter = StartPresenter(self, self.desk, ImmediateRunner(), self.feed, self.shell)

    def show_last(self, last: LastTransaction | None) -> None:
        self.last = last

    def show_ready(self, lines: tuple[ReadyLine, ...]) -> None:
        self.ready = {line.label: (line.value, line.tone) for line in lines}

    def show_hints(self, hints: tuple[Hint, ...]) -> None:
        self.hints = hints


def test_a_range_of_numbers_that_runs_low_is_named() -> None:
    page = _Page()

    page.presenter.refresh()

    assert page.hints[0].sentence.startswith("Chỉ còn 18 số khách hàng")


def test_before_the_first_transaction_f8_means_nothing() -> None:
    page = _Page()

    page.presenter.refresh()

    assert set(page.presenter.keys()).isdisjoint({Key.F8})
    assert page.last is None


def test_before_the_first_transaction_one_sees_what_a_counter_needs() -> None:
    page = _Page()
    page.desk.printer.out_of_order = "Máy in hết giấy."

    page.presenter.refresh()

    assert page.ready["Ca làm việc"] == ("ca 1 đang mở", Tone.PLAIN)
    assert page.ready["Số khách hàng"] == ("còn 18, sắp hết", Tone.WARN)
    assert "Thư mục in" in page.ready
    page.desk.accept(a_basket(page.desk))
    page.presenter.refresh()
    assert page.ready == {}


def test_f11_leads_to_cash_and_shift_from_every_page() -> None:
    page = _Page()

    page.presenter.keys()[Key.F11].run()

    assert page.shell.asked == [("shift",)]


def test_a_shift_that_is_not_open_and_a_drawer_too_full_are_told() -> None:
    page = _Page()
    shift = page.desk.open_now
    assert shift is not None

    page.desk.open_now = None
    page.presenter.refresh()
    assert any("Chưa mở ca" in hint.sentence for hint in page.hints)

    page.desk.open_now = replace(shift, over_ceiling=True)
    page.presenter.refresh()
    assert any("vượt định mức" in hint.sentence for hint in page.hints)


def test_what_was_booked_shows_at_once() -> None:
    page = _Page()
    booked = page.desk.accept(a_basket(page.desk))

    page.feed.announce(Topic.SHIPMENTS)

    assert page.last is not None
    assert page.last.receipt == booked.receipt
    assert page.shell.refreshed


def test_f8_prints_while_documents_wait_and_says_how_many() -> None:
    page = _Page()
    page.desk.accept(a_basket(page.desk))
    page.presenter.refresh()

    action = page.presenter.keys()[Key.F8]
    action.run()

    assert "2" in action.word
    assert page.shell.printed == 1


def test_f8_shows_the_last_transaction_when_all_is_printed() -> None:
    page = _Page()
    booked = page.desk.accept(a_basket(page.desk))
    page.desk.print_waiting()
    page.presenter.refresh()

    page.presenter.keys()[Key.F8].run()

    assert page.shell.asked == [("receipt", booked.receipt)]


def test_f8_leads_to_the_question_when_something_is_in_doubt() -> None:
    page = _Page()
    booked = page.desk.accept(a_basket(page.desk))
    page.desk.printer.doubt(booked.receipt)
    page.presenter.refresh()

    page.presenter.keys()[Key.F8].run()

    assert page.shell.asked == [("receipt", booked.receipt)]


def test_f8_leads_to_a_doubt_that_is_older_than_the_last_sale() -> None:
    page = _Page()
    first = page.desk.accept(a_basket(page.desk))
    page.desk.printer.doubt(first.receipt)
    page.desk.accept(a_basket(page.desk))
    page.presenter.refresh()

    action = page.presenter.keys()[Key.F8]
    action.run()

    assert action.word == "Đã ra giấy?"
    assert page.shell.asked == [("receipt", first.receipt)]


def test_a_page_that_has_gone_asks_no_more() -> None:
    page = _Page()
    page.presenter.stop()
    page.desk.accept(a_basket(page.desk))

    page.feed.announce(Topic.SHIPMENTS)

    assert page.last is None


def test_only_the_clerk_can_say_what_of_a_cut_off_print_is_on_paper() -> None:
    desk = FakeDesk()
    booked = desk.accept(a_basket(desk))
    assert not doubtful(desk.last_transaction())

    desk.printer.doubt(booked.receipt)

    last = desk.last_transaction()
    assert doubtful(last)
    assert not on_its_way(last)
    assert not doubtful(None)
    assert not on_its_way(None)


def test_what_a_crash_left_at_the_printer_is_on_its_way_until_someone_looks() -> None:
    desk = FakeDesk()
    desk.printer.cut_off(desk.accept(a_basket(desk)).receipt)

    assert on_its_way(desk.last_transaction())
    desk.print_waiting()

    assert not on_its_way(desk.last_transaction())
    assert doubtful(desk.last_transaction())


def test_complaints_that_press_are_named() -> None:
    none = CaseList((), 0, 0, 0, 3, ())
    pressing = CaseList((), 2, 1, 1, 4, ())

    assert case_hints(none) == []
    assert [(hint.sentence[:2], hint.tone) for hint in case_hints(pressing)] == [
        ("2 ", Tone.BAD), ("2 ", Tone.WARN),
    ]  # fmt: skip
