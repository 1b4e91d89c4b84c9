from app.queries.complaints import CaseFilter, CaseList
from tests.fakes.fake_desk import FakeDesk
from tests.fakes.fake_shell import FakeShell
from ui.changes import ChangeFeed, Topic
from ui.running import ImmediateRunner, Runners
from ui.screens.complaints.presenter import ComplaintsPresenter, Wanted


class _View:
    def __init__(self) -> None:
        self.shown: list[CaseList] = []

    def show_cases(self, found: CaseList) -> None:
        self.shown.append(found)


def test_it_asks_again_when_a_case_changed_and_not_after_it_stopped() -> None:
    now, feed, view, shell = ImmediateRunner(), ChangeFeed(), _View(), FakeShell()
    presenter = ComplaintsPresenter(view, FakeDesk(), Runners(now, now, now), feed, shell)

    presenter.reload()
    feed.announce(Topic.COMPLAINTS)
    presenter.stop()
    feed.announce(Topic.COMPLAINTS)

    assert len(view.shown) == 2


def test_a_case_and_a_new_complaint_are_opened() -> None:
    now, shell = ImmediateRunner(), FakeShell()
    presenter = ComplaintsPresenter(
        _View(), FakeDesk(), Runners(now, now, now), ChangeFeed(), shell
    )

    presenter.open("100950-2-K0000012")
    presenter.begin()

    assert shell.asked == [("case", "100950-2-K0000012"), ("complaint", "")]


def test_the_choices_become_a_filter() -> None:
    assert Wanted().as_filter() == CaseFilter()
    assert Wanted("pressing", owner="An").as_filter() == CaseFilter(owner="An", urgency="pressing")
    assert Wanted("all", "closed").as_filter() == CaseFilter(open_only=False, state="closed")
