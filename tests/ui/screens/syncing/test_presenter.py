from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from app.queries.sync_report import HeldEntry
from app.store.faults import StoreBusy
from tests.fakes.fake_desk import FakeDesk
from tests.fakes.fake_post_office import NOW
from tests.fakes.fake_shell import FakeShell
from ui.changes import ChangeFeed, Topic
from ui.running import ImmediateRunner, Runners
from ui.screens.syncing.presenter import Fact, SyncingPresenter
from ui.style.tokens import Tone


class _View:
    def show_state(self, words: str, tone: Tone, facts: Sequence[Fact]) -> None:
        self.words, self.tone = words, tone
        self.facts = {line.label: line.value for line in facts}

    def show_held(self, held: Sequence[HeldEntry]) -> None:
        self.held = list(held)

    def show_stick(self, words: str, tone: Tone, *, busy: bool) -> None:
        self.stick = (words, tone, busy)


class _Page:
    def __init__(self, **changes: Any) -> None:  # noqa: ANN401 - as the report has it
        now = ImmediateRunner()
        self.desk, self.shell, self.view = FakeDesk(), FakeShell(), _View()
        self.desk.in_touch = replace(self.desk.in_touch, **changes)
        self.changes = ChangeFeed()
        runners = Runners(now, now, now)
        self.presenter = SyncingPresenter(self.view, self.desk, runners, self.changes, self.shell)
        self.presenter.load()


def test_what_waits_is_told_with_the_age_of_the_oldest() -> None:
    page = _Page()

    assert page.view.facts["Đã ghi trên máy"] == "128"
    assert page.view.facts["Chờ gửi"] == "6, cũ nhất 14 phút"
    assert page.view.facts["Xác nhận đến số"] == "122"
    assert page.view.tone is Tone.INFO


def test_what_headquarters_keeps_back_is_listed_with_the_reason() -> None:
    (held,) = _Page().view.held

    assert (held.seq, held.what, held.status) == (97, "Nhận bưu gửi", "quarantined")
    assert "dải số" in held.why


def test_all_well_is_said_in_green() -> None:
    page = _Page(acked=128, oldest_unsent_at=None, held=())

    assert page.view.tone is Tone.GOOD
    assert page.view.held == []


def test_a_problem_stands_first_with_the_time_of_the_next_try() -> None:
    page = _Page(problem="Chưa liên lạc được.", next_try_at=NOW + timedelta(minutes=2))

    assert (page.view.words, page.view.tone) == ("Chưa liên lạc được.", Tone.WARN)
    assert "Tự thử lại" in page.view.facts


def test_a_clock_that_runs_away_is_told_in_minutes() -> None:
    label = "Đồng hồ máy này"

    assert _Page(clock_off_s=600).view.facts[label] == "nhanh hơn Trung tâm 10 phút"
    assert _Page(clock_off_s=-600).view.facts[label] == "chậm hơn Trung tâm 10 phút"
    assert _Page(clock_off_s=5).view.facts[label] == "khớp với Trung tâm"
    assert _Page(clock_off_s=None).view.facts[label] == "chưa so được từ khi mở máy"


def test_a_pass_is_asked_for_and_the_page_looks_again() -> None:
    page = _Page()

    page.presenter.sync_now()

    assert page.desk.calls == ["sync_now"]
    assert page.shell.told


def test_a_counter_without_a_line_says_so_and_asks_for_nothing() -> None:
    page = _Page(headquarters="", heard_at=None)

    assert page.presenter.missing
    assert "chưa nối" in page.view.words


def test_what_could_not_be_asked_is_told() -> None:
    page = _Page()
    page.desk.fail_next = StoreBusy()

    page.presenter.sync_now()

    assert [type(error) for error in page.shell.failed] == [StoreBusy]


def test_an_answer_from_a_stick_is_told_to_all_who_show_what_it_may_have_changed() -> None:
    page = _Page()
    told: list[str] = []
    page.changes.subscribe(Topic.STANDING, then=lambda: told.append("standing"))
    page.changes.subscribe(Topic.CUSTOMERS, then=lambda: told.append("customers"))

    page.presenter.stick.bring_in(Path("tem-100950-2-7001.temdown"))

    assert told == ["standing", "customers"]
