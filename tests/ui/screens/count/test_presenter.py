from dataclasses import dataclass, field

import pytest

from app.domain.drawer import NOTES_VND
from app.domain.shift_summary import ClosingNotes, ShiftSummary
from app.errors import EnvironmentFault
from app.queries.standing import PrintedState
from app.services.closing import ClosedShift, CountedDrawer, CountOutdated
from tests.fakes.fake_desk import FakeDesk
from tests.fakes.fake_shell import FakeShell
from ui.changes import ChangeFeed, Topic
from ui.running import ImmediateRunner, Runners
from ui.screens.count.entered import CloseEntered, CountEntered
from ui.screens.count.presenter import CountPresenter, Phase

WHOLE = CountEntered(dict.fromkeys(NOTES_VND, 1))


@dataclass
class RecordingView:
    typed: CountEntered = field(default_factory=CountEntered)
    beside: CloseEntered = field(default_factory=CloseEntered)
    phases: list[Phase] = field(default_factory=list)
    summaries: list[ShiftSummary] = field(default_factory=list)
    compared: CountedDrawer | None = None
    closed: ClosedShift | None = None
    missing: str = ""
    refused: list[tuple[str, str]] = field(default_factory=list)

    def entered(self) -> CountEntered:
        return self.typed

    def closing(self) -> CloseEntered:
        return self.beside

    def show_phase(self, phase: Phase, *, opening: bool) -> None:  # noqa: ARG002 - only the step
        self.phases.append(phase)

    def show_count(self, entered: CountEntered, missing: str) -> None:  # noqa: ARG002 - the same
        self.missing = missing

    def show_summary(self, summary: ShiftSummary, notes: ClosingNotes) -> None:  # noqa: ARG002 - the same
        self.summaries.append(summary)

    def show_compared(self, done: CountedDrawer) -> None:
        self.compared = done

    def show_closed(self, done: ClosedShift, papers: tuple[PrintedState, ...]) -> None:  # noqa: ARG002 - the same
        self.closed = done

    def refuse(self, field: str, sentence: str) -> None:
        self.refused.append((field, sentence))


class Page:
    def __init__(self, *, opening: bool = False) -> None:
        now = ImmediateRunner()
        self.view, self.desk, self.shell = RecordingView(), FakeDesk(), FakeShell()
        self.changes = ChangeFeed()
        self.presenter = CountPresenter(
            self.view, self.desk, Runners(now, now, now), self.changes, self.shell
        )
        self.presenter.begin(opening=opening)

    def count(self, entered: CountEntered = WHOLE) -> None:
        self.view.typed = entered
        self.presenter.edited()
        self.presenter.go_on()


@pytest.fixture
def page() -> Page:
    return Page()


def test_the_page_holds_no_amount_before_the_count_even_where_the_desk_would_tell(
    page: Page,
) -> None:
    page.desk.counts = []

    assert [summary.money_shown for summary in page.view.summaries] == [False]


def test_what_is_missing_is_said_and_nothing_is_recorded(page: Page) -> None:
    page.presenter.go_on()

    assert page.view.missing.startswith("Còn thiếu: tờ 500.000 trở xuống")
    assert page.shell.told[-1][0] == page.view.missing
    assert page.desk.counts == []


def test_the_count_is_recorded_first_and_then_the_books_are_shown(page: Page) -> None:
    page.count()

    assert page.view.compared is not None
    assert page.view.phases == [Phase.COUNT, Phase.COMPARE]
    assert page.view.summaries[-1].money_shown


def test_closing_books_the_count_on_record_prints_and_tells_everybody(page: Page) -> None:
    told: list[str] = []
    page.changes.subscribe(Topic.SHIFT, then=lambda: told.append("shift"))
    page.count()
    page.view.beside = CloseEntered(50_000, "đếm kỹ rồi", "phuc", "123456")

    page.presenter.go_on()

    assert page.view.closed is not None
    assert page.view.closed.agreed_by
    assert page.view.closed.deposited_vnd == 50_000
    assert page.shell.printed == 1
    assert told == ["shift", "shift"]
    page.presenter.go_on()
    assert page.shell.asked == [("finish",)]


def test_a_count_that_is_outdated_is_said_and_counted_again(page: Page) -> None:
    page.count()
    page.desk.fail_next = CountOutdated()

    page.presenter.go_on()
    assert page.view.refused[0][0] == "count"

    assert page.presenter.recount()
    page.presenter.go_on()
    assert len(page.desk.counts) == 2
    assert page.desk.counts[0].command_id != page.desk.counts[1].command_id


def test_there_is_no_way_back_into_the_count_before_and_after_the_comparison(page: Page) -> None:
    assert not page.presenter.recount()
    page.count()
    page.presenter.go_on()
    assert not page.presenter.recount()


def test_a_fault_is_told_and_the_key_works_again(page: Page) -> None:
    page.view.typed = WHOLE
    page.desk.fail_next = EnvironmentFault()

    page.presenter.go_on()
    page.presenter.go_on()

    assert len(page.shell.failed) == 1
    assert len(page.desk.counts) == 1


def test_the_z_is_printed_again_once_the_first_is_on_paper(page: Page) -> None:
    page.count()
    page.presenter.z.print()
    page.presenter.go_on()

    page.presenter.z.print()
    assert page.shell.printed == 2

    page.presenter.z.papers = (PrintedState(1, "Z", "printed", 0, ""),)
    page.presenter.z.print()
    assert "reprint_shift" in page.desk.calls


def test_a_float_needs_no_row_and_opens_the_shift(page: Page) -> None:
    opening = Page(opening=True)
    opening.desk.open_now = None

    opening.count(CountEntered({100_000: 5}, None, 200_000))

    assert opening.desk.open_now is not None
    assert opening.shell.asked == [("finish",)]
    assert "500.000" in opening.shell.told[-1][0]
    assert opening.view.summaries == []


def test_a_page_that_is_gone_listens_no_more(page: Page) -> None:
    page.count()
    page.presenter.go_on()
    page.presenter.stop()
    page.view.closed = None

    page.changes.announce(Topic.PRINTS)

    assert page.view.closed is None
