import pytest

from app.domain.daily_report import MadeReport
from app.domain.report_refusals import ReportCancelled
from app.queries.report.here import AskReport
from tests.fakes.fake_desk import FakeDesk
from tests.fakes.fake_reports import TODAY
from tests.fakes.held_runner import HeldRunner
from ui.running import ImmediateRunner, Runners
from ui.screens.report.making import COUNTER, OFFICE, Making, Watch


class _Waits:
    def __init__(self) -> None:
        self.seen: list[object] = []

    def waiting(self, *, busy: bool) -> None:
        self.seen.append(busy)

    def came(self, made: MadeReport) -> None:
        self.seen.append(made.report.day)

    def failed(self, error: Exception) -> None:
        self.seen.append(error)


def a_making() -> tuple[Making, _Waits, HeldRunner, FakeDesk]:
    now, long, waits, desk = ImmediateRunner(), HeldRunner(), _Waits(), FakeDesk()
    return Making(desk, Runners(now, now, now, background=long), waits), waits, long, desk


def test_who_asked_waits_until_it_comes() -> None:
    making, waits, long, _ = a_making()
    making.ask(AskReport(), OFFICE)
    assert making.busy
    assert making.progress() == (0, 0)

    long.answer_all()

    assert waits.seen == [True, TODAY, False]
    assert making.progress() is None


def test_a_report_given_up_comes_to_nobody() -> None:
    making, waits, long, _ = a_making()
    making.ask(AskReport(), OFFICE)
    assert making.stop()
    long.answer_all()

    assert waits.seen == [True, False]
    assert not making.stop()


def test_a_failure_is_handed_on() -> None:
    making, waits, long, desk = a_making()
    desk.report_refused = ValueError("a bug")
    making.ask(AskReport(), OFFICE)
    long.answer_all()

    assert waits.seen == [True, desk.report_refused, False]


def test_this_counter_alone_is_named_where_the_work_is_done() -> None:
    making, _, long, desk = a_making()
    making.ask(AskReport(), COUNTER)
    long.answer_all()

    assert desk.reports_asked[-1].counter == "2"


def test_the_worker_hears_that_nobody_waits() -> None:
    watch = Watch()
    watch.told(1, 2)
    watch.stopped = True

    with pytest.raises(ReportCancelled):
        watch.told(2, 2)
    assert (watch.read, watch.of) == (1, 2)
