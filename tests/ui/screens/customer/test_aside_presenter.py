from dataclasses import replace

import pytest

from app.errors import EnvironmentFault
from app.services.access import RevealedData
from tests.builders import a_card
from tests.ui.screens.customer.recording import Page
from ui.running import ImmediateRunner, Runners
from ui.screens.customer.aside_presenter import AsidePresenter

CARD = a_card(full_name="Nguyễn Thị Ánh Nguyệt")


class Aside(Page):
    """What is shown beside the record of the first sample customer."""

    def __init__(self) -> None:
        super().__init__()
        now = ImmediateRunner()
        self.news = ""
        self.revealed: list[RevealedData] = []
        self.presenter = AsidePresenter(
            self, self.desk, Runners(now, now, now), self.forms, self._count
        )

    def show_news(self, sentence: str) -> None:
        self.news = sentence

    def show_revealed(self, data: RevealedData) -> None:
        self.revealed.append(data)


@pytest.fixture
def aside() -> Aside:
    return Aside()


def test_what_a_card_says_otherwise_is_taken_over_with_one_key(aside: Aside) -> None:
    aside.presenter.read_card(CARD)
    aside.presenter.show_page(aside.page)
    assert "Nguyễn Thị Ánh Nguyệt" in aside.news

    aside.presenter.take_card()
    aside.presenter.take_card()

    assert aside.desk.people[aside.page.number].full_name == "Nguyễn Thị Ánh Nguyệt"
    assert aside.desk.calls.count("edit") == 1
    assert (aside.news, aside.done) == ("", 1)
    assert aside.shell.told


def test_without_a_card_there_is_no_news(aside: Aside) -> None:
    aside.presenter.show_page(aside.page)
    aside.presenter.take_card()

    assert aside.news == ""
    assert aside.desk.calls.count("edit") == 0


def test_numbers_are_revealed_once_asked(aside: Aside) -> None:
    aside.presenter.reveal()
    aside.presenter.show_page(aside.page)
    aside.presenter.reveal()

    assert [data.number for data in aside.revealed] == [aside.page.number]


def test_where_the_office_asks_why_a_form_asks_first(aside: Aside) -> None:
    aside.desk.asks_why = True
    aside.presenter.show_page(aside.page)
    aside.presenter.reveal()
    assert aside.revealed == []

    aside.given(reason="khách hỏi")

    assert len(aside.revealed) == 1


def test_a_fault_is_told_and_nothing_is_shown(aside: Aside) -> None:
    aside.desk.fail_people = EnvironmentFault()
    aside.presenter.show_page(replace(aside.page))

    aside.presenter.reveal()

    assert len(aside.shell.failed) == 1
    assert aside.revealed == []
