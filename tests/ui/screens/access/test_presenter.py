from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pytest

from app.domain.identities import Clerk
from app.errors import EnvironmentFault
from app.queries.access import AccessDay
from tests.fakes.fake_desk import FakeDesk
from tests.fakes.fake_shell import FakeShell
from ui.running import ImmediateRunner, Runners
from ui.screens.access.presenter import AccessPresenter

TODAY = date(2026, 11, 21)


@dataclass
class Recording:
    clerks: tuple[Clerk, ...] = ()
    days: list[AccessDay] = field(default_factory=list)
    problem: str = ""
    refused: str = ""

    def show_clerks(self, clerks: tuple[Clerk, ...]) -> None:
        self.clerks = clerks

    def show_day(self, found: AccessDay) -> None:
        self.days.append(found)

    def show_problem(self, sentence: str) -> None:
        self.problem = sentence

    def show_refused(self, sentence: str) -> None:
        self.refused = sentence


class Page:
    def __init__(self, *, supervised: bool = True) -> None:
        now = ImmediateRunner()
        self.view, self.desk, self.shell = Recording(), FakeDesk(), FakeShell()
        self.desk.supervised = supervised
        self.presenter = AccessPresenter(self.view, self.desk, Runners(now, now, now), self.shell)
        self.presenter.begin()

    @property
    def asked(self) -> Any:  # noqa: ANN401 - whatever was asked last
        return self.desk.told[-1]


@pytest.fixture
def page() -> Page:
    return Page()


def test_it_begins_with_today_and_everybody(page: Page) -> None:
    assert page.asked == ("", None)
    assert page.view.clerks == page.desk.clerks()
    assert page.view.days[-1].day == TODAY


def test_a_clerk_and_a_day_narrow_it_and_f5_comes_back(page: Page) -> None:
    page.presenter.choose("chau")
    page.presenter.turn(-1)
    assert page.asked == ("chau", date(2026, 11, 20))

    page.presenter.today()

    assert page.asked == ("chau", None)


def test_a_day_is_typed_or_refused_beside_its_field(page: Page) -> None:
    page.presenter.go_to("1/9/2026")
    assert page.asked == ("", date(2026, 9, 1))

    page.presenter.go_to("hôm qua")
    assert "21/11/2026" in page.view.problem
    assert page.asked == ("", date(2026, 9, 1))

    page.presenter.go_to("")
    assert (page.asked, page.view.problem) == (("", None), "")


def test_a_line_opens_its_customer(page: Page) -> None:
    page.presenter.open("0126000000179")

    assert page.shell.asked == [("customer", "0126000000179")]


def test_who_may_not_read_it_is_told_and_sees_nothing() -> None:
    page = Page(supervised=False)

    assert page.view.refused
    page.presenter.turn(1)
    assert page.view.days == []


def test_what_is_no_refusal_goes_on(page: Page) -> None:
    page.desk.fail_people = EnvironmentFault()

    page.presenter.today()

    assert len(page.shell.failed) == 1
