from dataclasses import dataclass, field, replace

import pytest

from app.errors import EnvironmentFault
from app.queries.conflicts import ConflictLine, ConflictList
from app.services.entering import ReasonUnusable
from app.services.permissions import NotPermitted
from tests.fakes.fake_conflicts import STREET
from tests.fakes.fake_desk import FakeDesk
from tests.fakes.fake_shell import FakeShell
from tests.ui.conflict_scenes import LATE, NAME
from ui.changes import ChangeFeed, Topic
from ui.running import ImmediateRunner, Runners
from ui.screens.conflicts.presenter import ConflictsPresenter


@dataclass
class Recording:
    lists: list[tuple[ConflictList, bool]] = field(default_factory=list)
    lines: list[ConflictLine | None] = field(default_factory=list)
    problems: list[tuple[str, str]] = field(default_factory=list)
    busy: list[bool] = field(default_factory=list)

    def show_list(self, found: ConflictList, *, of_one: bool) -> None:
        self.lists.append((found, of_one))

    def show_line(self, line: ConflictLine | None) -> None:
        self.lines.append(line)

    def show_problem(self, field: str, sentence: str) -> None:
        self.problems.append((field, sentence))

    def set_busy(self, *, busy: bool) -> None:
        self.busy.append(busy)


class Page:
    def __init__(self, number: str = "") -> None:
        now = ImmediateRunner()
        self.view, self.desk, self.shell = Recording(), FakeDesk(), FakeShell()
        self.desk.contended = [STREET, replace(NAME, number="0126000000026"), LATE]
        self.changes = ChangeFeed()
        self.presenter = ConflictsPresenter(
            self.view, self.desk, Runners(now, now, now), self.changes, self.shell
        )
        self.presenter.begin(number)


@pytest.fixture
def page() -> Page:
    return Page()


def test_it_begins_with_the_first_of_all_that_are_open(page: Page) -> None:
    found, of_one = page.view.lists[-1]

    assert (len(found.lines), found.open, of_one) == (2, 2, False)
    assert page.view.lines == [STREET]


def test_of_one_customer_only_hers_are_shown() -> None:
    page = Page("0126000000026")

    found, of_one = page.view.lists[-1]
    assert ([each.field for each in found.lines], of_one) == (["full_name"], True)


def test_another_row_and_the_settled_ones_come_to_the_front(page: Page) -> None:
    page.presenter.look_at(1)
    page.presenter.look_at(7)
    assert page.presenter.line is not None
    assert page.presenter.line.field == "full_name"

    page.presenter.choose(settled=True)
    assert page.view.lines[-1] == LATE
    page.presenter.keep("x")
    assert page.desk.settling == []


@pytest.mark.parametrize("take", [False, True])
def test_an_answer_is_booked_told_and_the_next_one_comes(page: Page, *, take: bool) -> None:
    answer = page.presenter.take if take else page.presenter.keep

    answer("đã hỏi khách")

    (command,) = page.desk.settling
    assert (command.conflict, command.take, command.reason) == (
        STREET.conflict,
        take,
        "đã hỏi khách",
    )
    assert len(page.shell.told) == 1
    assert page.view.busy == [True, False]
    assert page.presenter.line is not None
    assert page.presenter.line.field == "full_name"
    page.presenter.keep("x")
    assert page.desk.settling[1].command_id != command.command_id
    assert page.view.lines[-1] is None
    page.presenter.keep("x")
    page.presenter.customer()
    assert (len(page.desk.settling), page.shell.asked) == (2, [])


def test_a_refusal_is_told_where_it_belongs(page: Page) -> None:
    page.desk.fail_settling = NotPermitted()
    page.presenter.take("x")
    page.desk.fail_settling = ReasonUnusable(limit=200)
    page.presenter.take(" ")
    page.desk.fail_settling = EnvironmentFault()
    page.presenter.take("x")

    assert [name for name, _ in page.view.problems] == ["", "reason"]
    assert len(page.shell.failed) == 1
    assert page.view.busy[-1] is False


def test_a_change_elsewhere_keeps_what_is_looked_at(page: Page) -> None:
    page.presenter.look_at(1)
    shown = len(page.view.lines)

    page.changes.announce(Topic.CUSTOMERS)

    assert len(page.view.lines) == shown
    assert page.presenter.line is not None
    assert page.presenter.line.field == "full_name"
    page.presenter.stop()


def test_the_customer_of_a_line_opens(page: Page) -> None:
    page.presenter.customer()

    assert page.shell.asked == [("customer", STREET.number)]
