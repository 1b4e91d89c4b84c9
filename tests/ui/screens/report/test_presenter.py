from datetime import date

from app.services.permissions import NotPermitted
from tests.fakes.fake_desk import FakeDesk
from tests.fakes.fake_shell import FakeShell
from tests.fakes.held_runner import HeldRunner
from ui.running import ImmediateRunner, Runners
from ui.screens.report.presenter import ReportPresenter
from ui.screens.report.tables import Line, Shown

TODAY = date(2026, 11, 21)


class _View:
    def __init__(self) -> None:
        self.days: list[date] = []
        self.busy: list[bool] = []
        self.progress: list[tuple[int, int]] = []
        self.reports: list[tuple[str, str, tuple[Line, ...]]] = []
        self.sections: list[Shown] = []
        self.entries: list[tuple[str, tuple[Line, ...], str]] = []
        self.back = 0
        self.problems: list[tuple[str, str]] = []

    def show_asked(self, day: date) -> None:
        self.days.append(day)

    def show_busy(self, *, busy: bool) -> None:
        self.busy.append(busy)

    def show_progress(self, read: int, of: int) -> None:
        self.progress.append((read, of))

    def show_report(self, title: str, notice: str, sections: tuple[Line, ...]) -> None:
        self.reports.append((title, notice, sections))

    def show_section(self, table: Shown) -> None:
        self.sections.append(table)

    def show_entries(self, title: str, rows: tuple[Line, ...], more: str) -> None:
        self.entries.append((title, rows, more))

    def show_table(self) -> None:
        self.back += 1

    def show_problem(self, field: str, sentence: str) -> None:
        self.problems.append((field, sentence))


class _Page:
    def __init__(self) -> None:
        now = ImmediateRunner()
        self.long = HeldRunner()
        runners = Runners(now, now, now, background=self.long)
        self.desk, self.shell, self.view = FakeDesk(), FakeShell(), _View()
        self.presenter = ReportPresenter(self.view, self.desk, runners, self.shell)

    def opened(self) -> "_Page":
        self.presenter.open()
        self.long.answer_all()
        return self


def test_it_opens_with_today_and_the_summary() -> None:
    page = _Page().opened()

    assert page.view.days == [TODAY]
    assert page.view.sections[-1].title == "Tóm tắt"
    assert page.presenter.made is not None


def test_a_report_is_made_behind_the_window_and_tells_how_far_it_is() -> None:
    page = _Page()
    page.presenter.open()
    page.presenter.tick()
    assert page.presenter.making.busy
    assert page.view.progress == [(0, 0)]

    page.long.answer_all()
    page.presenter.tick()

    assert page.view.busy[-1] is False
    assert page.view.progress == [(0, 0)]


def test_esc_stops_a_report_and_its_answer_is_dropped() -> None:
    page = _Page()
    page.presenter.open()

    assert page.presenter.step_back()
    page.long.answer_all()

    assert page.view.reports == []
    assert page.shell.failed == []
    assert not page.presenter.making.busy


def test_a_new_question_stops_the_one_before() -> None:
    page = _Page()
    page.presenter.open()
    page.presenter.ask("20/11/2026", "office", "")
    page.long.answer_all()

    assert page.view.days == [date(2026, 11, 20)]


def test_words_that_are_no_day_are_told_beside_the_field() -> None:
    page = _Page().opened()
    page.presenter.ask("hôm kia", "office", "")

    assert page.view.problems[-1][0] == "day"
    assert not page.presenter.making.busy


def test_a_day_to_come_and_a_clerk_nobody_knows_are_told_beside_their_fields() -> None:
    page = _Page().opened()
    page.presenter.ask("22/11/2026", "office", "")
    page.long.answer_all()
    page.presenter.ask("21/11/2026", "office", "ai")
    page.long.answer_all()

    assert [field for field, sentence in page.view.problems if sentence] == ["day", "clerk"]


def test_this_counter_alone_is_asked_for_by_its_number() -> None:
    page = _Page().opened()
    page.presenter.ask("21112026", "counter", " gdv1 ")
    page.long.answer_all()
    asked = page.desk.reports_asked[-1]

    assert (asked.day, asked.counter, asked.clerk) == (TODAY, "2", "gdv1")


def test_the_day_before_keeps_scope_and_clerk() -> None:
    page = _Page().opened()
    page.presenter.step_day(-1, "gdv1")
    page.long.answer_all()

    assert (page.desk.reports_asked[-1].day, page.desk.reports_asked[-1].clerk) == (
        date(2026, 11, 20),
        "gdv1",
    )


def test_a_figure_opens_its_entries_and_esc_closes_them() -> None:
    page = _Page().opened()
    page.presenter.choose("services")
    page.presenter.open_figure(0, 1)
    title, rows, more = page.view.entries[-1]

    assert title == "Theo dịch vụ › Bưu kiện › Cước chưa thuế: 1.200.000\u00a0đ"
    assert (len(rows), more) == (2, "")
    assert page.presenter.step_back()
    assert page.view.back == 1
    assert not page.presenter.step_back()


def test_a_label_has_no_entries_of_its_own() -> None:
    page = _Page().opened()
    page.presenter.open_figure(0, -1)

    assert page.view.entries == []
    assert page.shell.told[-1][0] == "Số này không có bút toán nào trong ngày."


def test_an_entry_without_receipt_says_so() -> None:
    page = _Page().opened()
    page.presenter.open_entry("")
    page.presenter.open_entry("100950-2-0000001")

    assert page.shell.asked == [("receipt", "100950-2-0000001")]


def test_nothing_is_kept_before_there_is_a_report() -> None:
    page = _Page()
    kept: list[object] = []
    page.presenter.open()
    page.presenter.keep(kept.append)
    assert kept == []

    page.long.answer_all()
    page.presenter.keep(kept.append)

    assert kept == [page.presenter.made]


def test_who_may_not_see_it_reads_why_in_its_place() -> None:
    page = _Page()
    page.desk.report_refused = NotPermitted()
    page.opened()

    assert page.view.reports[-1][2] == ()
    assert page.presenter.made is None
