"""The page of a booked transaction: owns view and presenter."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from app.messages import text
from ui.changes import ChangeFeed
from ui.desk import Desk
from ui.running import Runners
from ui.screens.correction.presenter import CorrectionPresenter, waits
from ui.screens.correction.view import CorrectionView
from ui.shell.handle import Key, KeyAction, Shell
from ui.shell.screen import Screen
from ui.while_open import PageRunners
from ui.widgets.focus import return_focus


class CorrectionScreen(Screen):
    """Void, refund, correct, confirm: call ``begin`` once, with the code of a receipt."""

    def __init__(self, desk: Desk, runners: Runners, changes: ChangeFeed, shell: Shell) -> None:
        self._view = CorrectionView()
        self._page = PageRunners(runners)
        form = self._view.form
        self._presenter = CorrectionPresenter(
            self._view, form.pay, desk, self._page.runners, changes, shell
        )
        form.pay.given.connect(self._presenter.dearer.give)
        form.pay.tendered.connect(self._presenter.dearer.tender)
        form.submitted.connect(self._presenter.submit)
        form.edited.connect(self._presenter.edited)
        form.deeds.changed.connect(lambda _deed: shell.refresh_keys())
        form.place_sought.connect(self._presenter.places.seek)
        self._view.edited.connect(self._presenter.edited)
        self._view.code_printed.connect(self._presenter.print_code)

    def begin(self, code: str) -> "CorrectionScreen":
        """Ask what was booked and show it."""
        self._presenter.begin(code)
        return self

    @property
    def widget(self) -> QWidget:
        """The page."""
        return self._view

    @property
    def title(self) -> str:
        """Transaction."""
        return text("ui.correction.title")

    def keys(self) -> Mapping[Key, KeyAction]:
        """F12 does what the form says, F9 goes to the money, F8 prints."""
        if self._presenter.page is None:
            return {}
        printing = "print_waiting" if waits(self._presenter.page) else "reprint"
        keys = {Key.F8: KeyAction(text(f"ui.receipt.{printing}"), self._presenter.print)}
        deed = self._view.form.deeds.value()
        if deed:
            word = text(f"ui.correction.deed.{deed}")
            keys[Key.F12] = KeyAction(word, self._presenter.submit)
        if self._presenter.dearer.vnd:
            keys[Key.F9] = KeyAction(text("ui.acceptance.key_money"), self._view.form.pay.press)
        return keys

    def place(self) -> Key:
        """The bar marks F5."""
        return Key.F5

    def subject(self) -> str:
        """This receipt."""
        found = self._presenter.page
        return found.receipt.receipt if found is not None else ""

    def focus_first(self) -> None:
        """Where the focus was left, else on what can be done."""
        return_focus(self._view, self._view.form.deeds.setFocus)

    def leave(self) -> bool:
        """Not while something is being booked."""
        return not self._presenter.is_busy

    def close(self) -> None:
        """Late answers find nobody."""
        self._presenter.stop()
        self._page.close()
