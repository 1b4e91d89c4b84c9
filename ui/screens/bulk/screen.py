"""Many items of one sender from a file: owns view and presenter."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from app.messages import text
from ui.changes import ChangeFeed
from ui.desk import Desk
from ui.running import Runners
from ui.screens.bulk.presenter import BulkPresenter
from ui.screens.bulk.view import BulkView
from ui.shell.handle import Key, KeyAction, Shell
from ui.shell.screen import Screen
from ui.while_open import PageRunners


class BulkScreen(Screen):
    """Call ``begin`` once, with the sender's number."""

    def __init__(self, desk: Desk, runners: Runners, changes: ChangeFeed, shell: Shell) -> None:
        self._view = view = BulkView()
        self._page = PageRunners(runners)
        self._presenter = presenter = BulkPresenter(
            view, view, desk, self._page.runners, changes, shell
        )
        view.asked.connect(presenter.read)
        view.looked.connect(presenter.look)
        view.skipped.connect(presenter.skip)
        view.booked.connect(presenter.book)
        view.pay.given.connect(presenter.money.give)
        view.pay.tendered.connect(presenter.money.tender)
        view.pay.paid.connect(presenter.book)
        view.left_out_asked.connect(presenter.leaving.save)
        view.mend.mended.connect(presenter.mend)
        view.mend.commune.edited.connect(presenter.places.seek)

    def begin(self, customer: str) -> "BulkScreen":
        """Files of this customer."""
        self._presenter.begin(customer)
        return self

    @property
    def widget(self) -> QWidget:
        """Rows and sum."""
        return self._view

    @property
    def title(self) -> str:
        """Items from a file."""
        return text("ui.bulk.title")

    def keys(self) -> Mapping[Key, KeyAction]:
        """Checklist for all, and the money; F12 says what it waits for."""
        presenter = self._presenter
        return {
            Key.F7: KeyAction(text("ui.bulk.key_checks"), presenter.confirm_checks),
            Key.F9: KeyAction(text("ui.acceptance.key_money"), self._view.pay.press),
            Key.F12: KeyAction(text("ui.bulk.book"), presenter.book, presenter.missing),
        }

    def place(self) -> Key:
        """The bar marks F3."""
        return Key.F3

    def focus_first(self) -> None:
        """The file."""
        self._view.path.setFocus()

    def step_back(self) -> bool:
        """Esc: from the fields to the rows; what is under way is stopped first."""
        if self._presenter.cancel():
            return True
        mending = any(field.edit.hasFocus() for field in self._view.mend.fields.values())
        if mending:
            self._view.list.setFocus()
        return mending

    def leave(self) -> bool:
        """Not while a chunk is being booked."""
        return not self._presenter.progress

    def close(self) -> None:
        """Late answers find nobody."""
        self._page.close()
