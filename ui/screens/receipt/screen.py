"""The page of a booked transaction: owns view and presenter."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from app.messages import text
from ui.changes import ChangeFeed
from ui.desk import Desk
from ui.running import Runners
from ui.screens.receipt.presenter import ReceiptPresenter
from ui.screens.receipt.view import ReceiptView
from ui.shell.handle import Key, KeyAction, Shell
from ui.shell.screen import Screen
from ui.while_open import PageRunners


class ReceiptScreen(Screen):
    """One receipt: call ``begin`` once, with its number."""

    def __init__(self, desk: Desk, runners: Runners, changes: ChangeFeed, shell: Shell) -> None:
        self._view = ReceiptView()
        self._page = PageRunners(runners)
        self._presenter = ReceiptPresenter(self._view, desk, self._page.runners, changes, shell)
        self._view.went_on.connect(self._presenter.next_customer)
        papers = self._view.papers
        papers.on_paper.connect(self._on_paper)
        papers.not_on_paper.connect(self._not_on_paper)
        papers.print_asked.connect(self._presenter.print)

    def begin(self, receipt: str) -> "ReceiptScreen":
        """Ask what was booked and show it."""
        self._presenter.open(receipt)
        return self

    @property
    def widget(self) -> QWidget:
        """The page."""
        return self._view

    @property
    def title(self) -> str:
        """Receipt."""
        return text("ui.receipt.title")

    def keys(self) -> Mapping[Key, KeyAction]:
        """F12 as Enter; F8 prints, F5 changes. A document in doubt is settled by F7 and F8."""
        on = {
            Key.F5: KeyAction(text("ui.receipt.key_change"), self._presenter.change),
            Key.F12: KeyAction(text("ui.receipt.next"), self._view.press_on),
        }
        if self._presenter.asked is not None:
            return {
                **on,
                Key.F7: KeyAction(text("ui.receipt.key_on_paper"), self._on_paper),
                Key.F8: KeyAction(text("ui.receipt.key_not_on_paper"), self._not_on_paper),
            }
        return {**on, Key.F8: KeyAction(self._presenter.print_word, self._presenter.print)}

    def place(self) -> Key:
        """The bar marks F8."""
        return Key.F8

    def subject(self) -> str:
        """This receipt."""
        found = self._presenter.transaction
        return found.receipt if found is not None else ""

    def focus_first(self) -> None:
        """Enter is ready for the next customer."""
        self._view.setFocus()

    def close(self) -> None:
        """Late answers find nobody."""
        self._presenter.stop()
        self._page.close()

    def _on_paper(self) -> None:
        self._presenter.settle(on_paper=True)

    def _not_on_paper(self) -> None:
        self._presenter.settle(on_paper=False)
