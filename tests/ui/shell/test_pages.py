from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from tests.fakes.fake_pages import FakePage
from ui.shell.pages import Pages
from ui.shell.screen import Screen


class _Window:
    """Shows pages and remembers which ones have gone."""

    def __init__(self) -> None:
        self.home = FakePage("home")
        self.shown: list[str] = []
        self.gone: list[str] = []
        self.pages = Pages(self.home, self._show, self._gone)
        self._kept: list[FakePage] = [self.home]

    def page(self, name: str) -> FakePage:
        made = FakePage(name)
        self._kept.append(made)
        return made

    def close(self) -> None:
        for page in self._kept:
            page.view.deleteLater()

    def _show(self, page: Screen) -> None:
        self.shown.append(page.title)

    def _gone(self, page: Screen) -> None:
        self.gone.append(page.title)


@pytest.fixture
def window(dressed: QApplication) -> Iterator[_Window]:
    made = _Window()
    yield made
    made.close()


def test_esc_leads_back_to_the_page_below(window: _Window) -> None:
    window.pages.open_above(window.page("customer"))
    window.pages.open_above(window.page("acceptance"))

    window.pages.back()

    assert window.pages.current.title == "customer"
    assert window.gone == ["acceptance"]


def test_at_home_esc_leads_nowhere(window: _Window) -> None:
    window.pages.back()

    assert window.pages.at_home
    assert not window.gone


def test_esc_first_steps_back_inside_the_page(window: _Window) -> None:
    page = window.page("customer")
    page.inner_steps = 1
    window.pages.open_above(page)

    window.pages.back()
    assert window.pages.current is page

    window.pages.back()
    assert window.pages.at_home


def test_a_page_that_holds_work_stays_on_esc(window: _Window) -> None:
    page = window.page("acceptance")
    page.holds_work = True
    window.pages.open_above(page)

    window.pages.back()

    assert window.pages.current is page
    assert not page.closed


def test_something_else_takes_the_place_of_pages_without_work(window: _Window) -> None:
    first = window.page("customer A")
    window.pages.open_instead(first)

    window.pages.open_instead(window.page("customer B"))

    assert window.gone == ["customer A"]
    assert first.closed
    assert window.pages.current.title == "customer B"


def test_a_basket_stays_below_another_customer_and_comes_back(window: _Window) -> None:
    basket = window.page("acceptance")
    basket.holds_work = True
    window.pages.open_above(basket)

    window.pages.open_instead(window.page("customer B"))
    window.pages.back()

    assert window.pages.current is basket


def test_finishing_leads_home_and_closes_what_is_done(window: _Window) -> None:
    window.pages.open_above(window.page("customer"))
    window.pages.open_above(window.page("receipt"))

    window.pages.finish()

    assert window.pages.at_home
    assert window.gone == ["receipt", "customer"]
    assert window.shown[-1] == "home"


def test_finishing_with_one_customer_loses_nothing_of_another(window: _Window) -> None:
    basket = window.page("acceptance A")
    basket.holds_work = True
    window.pages.open_above(basket)
    window.pages.open_above(window.page("receipt B"))

    window.pages.finish()

    assert window.pages.current is basket
    assert window.gone == ["receipt B"]
    assert window.shown[-1] == "acceptance A"


def test_beginning_anew_closes_all(window: _Window) -> None:
    basket = window.page("acceptance")
    basket.holds_work = True
    window.pages.open_above(basket)

    window.pages.begin_anew()

    assert window.pages.at_home
    assert window.gone == ["acceptance"]
