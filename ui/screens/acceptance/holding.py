"""The basket steps aside, or is given up: Esc, F10 and Alt+B of the acceptance page."""

from collections.abc import Callable

from PySide6.QtCore import QTimer

from app.messages import text
from ui.screens.acceptance.presenter import AcceptancePresenter
from ui.screens.acceptance.view import AcceptanceView
from ui.shell.handle import Shell
from ui.style.tokens import Tone

_KEPT_WITHIN_MS = 400
"""Not at each key, but no more than a moment after the first one that is not kept."""


class Holding:
    """``held``: the basket is on disk, or gone on purpose; the page may go."""

    def __init__(self, view: AcceptanceView, presenter: AcceptancePresenter, shell: Shell) -> None:
        self._view = view
        self._presenter = presenter
        self._shell = shell
        self._soon = QTimer(view)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_KEPT_WITHIN_MS)
        self._soon.timeout.connect(self._keep)
        self.held = False
        presenter.drafting.later = self._keep_soon
        view.abandon.abandoned.connect(self._give_up)
        view.give_up.activated.connect(self._ask)

    @property
    def holds(self) -> bool:
        """Leaving now would lose what was entered."""
        return self._presenter.holds_something and not self.held

    def hold(self) -> None:
        """F10: on to the next customer, when the basket is on disk."""
        self._hold(self._shell.finish)

    def step_back(self) -> bool:
        """Esc: a question is withdrawn, a basket held; False when there is nothing to hold."""
        if self._view.abandon.is_asking():
            self._view.keep_on()
            return True
        if not self.holds or self._presenter.is_busy:
            return False
        self._hold(self._shell.back)
        return True

    def stop(self) -> None:
        """The page is gone."""
        self._soon.stop()

    def _keep(self) -> None:
        self._presenter.drafting.keep()

    def _keep_soon(self) -> None:
        if not self._soon.isActive():
            self._soon.start()

    def _hold(self, go: Callable[[], None]) -> None:
        if not self._presenter.is_busy:
            self._presenter.drafting.keep(lambda: self._leave(go))

    def _leave(self, go: Callable[[], None]) -> None:
        slot = self._presenter.drafting.slot
        self.held = True
        if not self._view.isVisible():
            return  # something else was opened meanwhile: this page goes when it is come upon
        go()
        if slot is not None:
            words = text("ui.acceptance.held", slot=slot, customer=self._presenter.sender_name)
            self._shell.tell(words, Tone.INFO)

    def _ask(self) -> None:
        if self.holds and not self._presenter.is_busy:
            self._view.ask_to_give_up()

    def _give_up(self) -> None:
        self._presenter.drafting.give_up(self._gone)

    def _gone(self) -> None:
        self.held = True
        self._view.keep_on()
        self._shell.back()
