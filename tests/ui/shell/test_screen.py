from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from tests.fakes.hands import Show
from ui.shell.screen import Screen


class _Plain(Screen):
    """Only what is a must."""

    def __init__(self) -> None:
        self._widget = QWidget()

    @property
    def widget(self) -> QWidget:
        return self._widget

    @property
    def title(self) -> str:
        return "plain"


@pytest.fixture
def plain(dressed: QApplication) -> Iterator[_Plain]:
    made = _Plain()
    yield made
    made.widget.deleteLater()


def test_a_page_needs_no_keys_and_holds_nothing_back(plain: _Plain) -> None:
    assert plain.keys() == {}
    assert plain.place() is None
    assert not plain.take_scan("EE471108151VN")
    assert not plain.step_back()
    assert plain.leave()
    plain.close()


def test_a_page_takes_the_focus_itself_unless_it_knows_better(show: Show) -> None:
    page = _Plain()
    show(page.widget)

    page.focus_first()

    assert page.widget.hasFocus()
