"""Who sits at the counter: signing in, locking, and what is shown first."""

from collections.abc import Callable
from typing import Protocol

from app.domain.drafts import Draft
from app.domain.identities import Clerk
from app.queries.standing import LastTransaction
from ui.changes import ChangeFeed, Topic
from ui.running import Runners
from ui.shell.screen import Screen
from ui.shell.start_presenter import doubtful, on_its_way
from ui.shell.steering import Steering
from ui.shell.window import MainWindow

MakeSignIn = Callable[[Callable[[Clerk], None], Clerk | None], Screen]
MakeRecovery = Callable[[LastTransaction], Screen]
MakeWaiting = Callable[[tuple[Draft, ...], LastTransaction | None], Screen]


class Opens(Protocol):
    """The part of the desk that a session needs."""

    def sign_out(self) -> None: ...
    def last_transaction(self) -> LastTransaction | None: ...
    def drafts(self) -> tuple[Draft, ...]: ...


class Session:
    """Locking keeps every page as it stands: whoever signs in next finds the work."""

    def __init__(
        self,
        window: MainWindow,
        steering: Steering,
        desk: Opens,
        runners: Runners,
        feed: ChangeFeed,
        makers: tuple[MakeSignIn, MakeRecovery, MakeWaiting],
    ) -> None:
        self._window = window
        self._steering = steering
        self._desk = desk
        self._runners = runners
        self._feed = feed
        self._make_sign_in, self._make_recovery, self._make_waiting = makers
        self._named = False
        self._waiting: Screen | None = None
        self._sign_in: Screen | None = None
        self._clerk: Clerk | None = None
        window.lock_pressed.connect(self.lock)
        window.idle.idle.connect(self.lock)

    def ask(self) -> None:
        """Ask who is there; the clerk of before stands first."""
        self._sign_in = self._make_sign_in(self._signed_in, self._clerk)
        self._window.strip.show_clerk(None)
        self._window.show_full(self._sign_in.widget)
        self._sign_in.focus_first()

    def seat(self, clerk: Clerk) -> None:
        """Somebody else signed with a PIN just now and goes on with the work."""
        self._clerk = clerk
        self._window.strip.show_clerk(clerk)

    def lock(self) -> None:
        """Nobody may act any more until someone signs in."""
        if self._sign_in is not None:
            return
        self._window.idle.stop()
        self._window.box.clear()
        self._runners.writing.run(self._desk.sign_out, lambda _none: None, self._steering.fail)
        self.ask()

    def return_to_front(self) -> None:
        """Back from the crash page: to the work, or to signing in when nobody is there."""
        if self._sign_in is not None:
            self.ask()
            return
        self._window.show_work()
        self._steering.show_front()

    def take_scan(self, scan: str) -> bool:
        """While nobody is signed in a scan has only its answer here."""
        return self._sign_in is not None and self._sign_in.take_scan(scan)

    def _signed_in(self, clerk: Clerk) -> None:
        self._sign_in = None
        self._clerk = clerk
        self._window.strip.show_clerk(clerk)
        self._window.show_work()
        self._window.idle.start()
        self._steering.show_front()
        if self._steering.at_home():
            self._recall(self._remember_last)

    def _recall(self, then: Callable[[LastTransaction | None], None]) -> None:
        self._runners.reading.run(self._desk.last_transaction, then, self._steering.fail)

    def _remember_last(self, last: LastTransaction | None) -> None:
        """What is in doubt is asked before anything is printed; the rest is printed.

        Baskets that the program was closed upon are named first, once.
        """
        if not self._named:
            self._named = True
            self._runners.reading.run(
                self._desk.drafts, lambda drafts: self._name(drafts, last), self._steering.fail
            )
            return
        if doubtful(last):
            self._ask_about(last)
            return
        if on_its_way(last):
            self._ask_once_looked_for()
        self._steering.print_waiting()

    def _name(self, drafts: tuple[Draft, ...], last: LastTransaction | None) -> None:
        if drafts and self._steering.at_home():
            self._waiting = self._make_waiting(drafts, last)
            self._steering.pages.open_above(self._waiting)
        self._remember_last(last)

    def _ask_once_looked_for(self) -> None:
        """A crash left it at the printer: printing what waits begins by looking for it there.

        Other printers may have news before that one has answered.
        """

        def looked() -> None:
            self._recall(heard)

        def heard(last: LastTransaction | None) -> None:
            if not on_its_way(last):
                stop()
                self._ask_about(last)

        stop = self._feed.subscribe(Topic.PRINTS, then=looked)

    def _ask_about(self, last: LastTransaction | None) -> None:
        """Only the clerk can say what of a cut-off print is on paper, when nobody is served."""
        free = self._steering.at_home() or self._steering.pages.current is self._waiting
        if last is not None and doubtful(last) and free:
            self._steering.pages.open_above(self._make_recovery(last))
