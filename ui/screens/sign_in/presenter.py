"""Signing in: who, then the PIN. Decides nothing about PINs: that is the service's."""

from collections.abc import Callable
from typing import Protocol

from app.domain.identities import Clerk
from app.errors import TemError
from app.messages import text, text_for
from ui.running import Runner


class View(Protocol):
    """Two steps: the list of clerks, then the PIN of one of them."""

    def show_clerks(self, clerks: tuple[Clerk, ...], marked: int) -> None: ...
    def ask_clerk(self) -> None: ...
    def ask_pin(self, clerk: Clerk) -> None: ...
    def set_busy(self, *, busy: bool) -> None: ...

    def refuse(self, sentence: str) -> None:
        """The sentence beside the PIN, which is emptied; "" takes it away."""


class SignsIn(Protocol):
    """The part of the desk that knows its people."""

    def clerks(self) -> tuple[Clerk, ...]: ...
    def sign_in(self, code: str, pin: str) -> Clerk: ...


class SignInPresenter:
    """``before`` is who was signed in when the counter was locked: that one stands first."""

    def __init__(
        self,
        view: View,
        desk: SignsIn,
        runner: Runner,
        signed_in: Callable[[Clerk], None],
        fail: Callable[[Exception], None],
        before: Clerk | None = None,
    ) -> None:
        self._view = view
        self._desk = desk
        self._runner = runner
        self._signed_in = signed_in
        self._fail = fail
        self._before = before
        self._chosen: Clerk | None = None
        self._busy = False

    def start(self) -> None:
        """Ask who works here."""
        self._runner.run(self._desk.clerks, self._came, self._failed)

    def choose(self, clerk: Clerk) -> None:
        """This one: ask for the PIN, unless one is being checked."""
        if self._busy:
            return
        self._chosen = clerk
        self._view.refuse("")
        self._view.ask_pin(clerk)

    def choose_other(self) -> None:
        """Back to the list."""
        if not self._busy:
            self._chosen = None
            self._view.refuse("")
            self._view.ask_clerk()

    def enter(self, pin: str) -> None:
        """Try the PIN. Pressing Enter twice tries once."""
        chosen = self._chosen
        if chosen is None or self._busy:
            return
        if not pin:
            self._view.refuse(text("ui.sign_in.pin_empty"))
            return
        self._busy = True
        self._view.refuse("")
        self._view.set_busy(busy=True)
        self._runner.run(lambda: self._desk.sign_in(chosen.code, pin), self._let_in, self._failed)

    def scanned(self) -> None:
        """Whatever it was: nothing is looked up for nobody."""
        self._view.refuse(text("ui.sign_in.scanned"))

    def _came(self, clerks: tuple[Clerk, ...]) -> None:
        marked = next((i for i, clerk in enumerate(clerks) if clerk == self._before), 0)
        self._view.show_clerks(clerks, marked)
        if len(clerks) == 1 or self._before in clerks:
            self.choose(clerks[marked])
        else:
            self._view.ask_clerk()

    def _let_in(self, clerk: Clerk) -> None:
        self._busy = False
        self._view.set_busy(busy=False)
        self._signed_in(clerk)

    def _failed(self, error: Exception) -> None:
        self._busy = False
        self._view.set_busy(busy=False)
        if isinstance(error, TemError):
            self._view.refuse(text_for(error))
        else:
            self._fail(error)
