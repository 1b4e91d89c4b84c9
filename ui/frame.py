"""Puts the frame together around whatever pages it is given."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app.domain.identities import Clerk
from app.messages import spoken
from app.queries.standing import LastTransaction, Station
from app.settings import Settings
from ui.changes import ChangeFeed, Topic
from ui.desk import Desk
from ui.look import dress, look_of
from ui.running import Runners
from ui.saying_again import SayingAgain
from ui.screens.sign_in.screen import SignInScreen
from ui.shell.answering import Answering
from ui.shell.baskets import Baskets
from ui.shell.bugs import Bugs
from ui.shell.foreign import Foreign
from ui.shell.hearing import Hearing
from ui.shell.opening import Makers
from ui.shell.print_note import PrintNote
from ui.shell.print_room import PrintRoom
from ui.shell.pulse import Pulse
from ui.shell.recovery_page import RecoveryScreen
from ui.shell.screen import Screen
from ui.shell.session import Session
from ui.shell.steering import Outlets, Steering
from ui.shell.universal_presenter import UniversalPresenter, Ways
from ui.shell.waiting_page import WaitingScreen
from ui.shell.window import MainWindow
from ui.sounds import Sounds
from ui.style.tokens import Tone
from ui.underway import Underway


def utc_now() -> datetime:
    """The wall clock's word, only to be shown."""
    return datetime.now(tz=UTC)


@dataclass(frozen=True, slots=True)
class Around:
    """What the frame stands on. ``underway`` watches the workers of the pages."""

    desk: Desk
    runners: Runners
    feed: ChangeFeed
    now: Callable[[], datetime] = utc_now
    sounds: Sounds = field(default_factory=Sounds)
    underway: Underway = field(default_factory=Underway)


class Frame:
    """The window and all that lives as long as it does."""

    def __init__(self, around: Around, makers: Makers, scan_prefix: str = "") -> None:
        self._around = around
        self.window = MainWindow(scan_prefix)
        self.sounds = around.sounds
        desk, runners = around.desk, around.runners
        self.bugs = Bugs(self.window, desk, runners.reading, around.now)
        self.steering = Steering(self.window, makers, self._outlets())
        self._printing = PrintRoom(desk, runners, around.feed, self.steering, self._later)
        self._print_note = PrintNote(self.window.keys, desk, runners.reading, self.steering)
        seeking = (runners.reading, around.underway.look_ups(runners.reading))
        self._finder = UniversalPresenter(self.window.box, desk, seeking, self._ways())
        self.session = Session(
            self.window,
            self.steering,
            desk,
            runners,
            around.feed,
            (self._sign_in, self._recovery, partial(WaitingScreen, self.steering)),
        )
        self._pulse = Pulse(
            self.window.strip, desk, runners.reading, around.now, self.steering.fail
        )
        strip = self.window.message
        answering = Answering(self.sounds, around.underway, lambda: strip.tone() is Tone.BAD)
        self.hearing = Hearing(
            self.window, self.steering, self.session, self._finder, answering, around.feed
        )
        self._baskets = Baskets(
            self.window.box.chips, desk, runners.reading, around.feed, self.steering
        )
        self.steering.front_changed = self._baskets.show
        self._connect()

    def start(self) -> None:
        """Say where this is, and ask who is there."""
        reading = self._around.runners.reading
        reading.run(self._around.desk.station, self._located, self.steering.fail)
        reading.run(self._around.desk.settings, self._hear, self.steering.fail)
        self._pulse.start(self._around.feed)
        self._print_note.start(self._around.feed)
        self._baskets.refresh()
        self.session.ask()

    def _connect(self) -> None:
        window, box, finder = self.window, self.window.box, self._finder
        self.bugs.go_on = self.session.return_to_front
        self.bugs.begin_anew = self._begin_anew
        box.typed.connect(finder.typed)
        box.entered.connect(finder.entered)
        box.chosen.connect(finder.chosen)
        box.register_asked.connect(finder.register_new)
        box.more_asked.connect(finder.more)
        box.cancelled.connect(finder.cancelled)
        window.closed.connect(self._pulse.stop)
        window.closed.connect(self._print_note.stop)
        window.closed.connect(self._baskets.stop)
        box.chips.recalled.connect(self._baskets.recall)
        window.closed.connect(window.idle.stop)
        window.keep(self)

    def _outlets(self) -> Outlets:
        return Outlets(
            self.bugs.report,
            self._print,
            self._use_settings,
            self._seat,
            self._scanner_state,
            self._around.underway,
        )

    def _ways(self) -> Ways:
        around = self._around
        looking = around.underway.look_ups(around.runners.writing)
        foreign = Foreign(around.desk, replace(around.runners, writing=looking), self.steering)
        return Ways(
            open_customer=self.steering.open_customer,
            open_receipt=self.steering.open_receipt,
            open_case=self.steering.open_case,
            open_registration=foreign.register,
            open_request=self.steering.open_request,
            tell=self.steering.tell,
            fail=self.steering.fail,
            elsewhere=foreign.begin,
            heard=lambda accepted: self.sounds.heard(accepted=accepted),
        )

    def _scanner_state(self) -> str:
        return self.hearing.port.state

    def _located(self, station: Station) -> None:
        self.window.strip.show_station(station)
        self.bugs.hotline = station.hotline

    def _later(self, after_ms: int, call: Callable[[], None]) -> None:
        """Never after the window has gone."""
        QTimer.singleShot(after_ms, self.window, call)

    def _print(self) -> None:
        self._printing.print_waiting()

    def _seat(self, clerk: Clerk) -> None:
        self.session.seat(clerk)

    def _hear(self, settings: Settings) -> None:
        self.sounds.switch(on=settings.sounds)
        self.hearing.listen(settings.devices.scanner)

    def _use_settings(self, settings: Settings) -> None:
        """Words that came from the books are asked for again: they are said in a language, too."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        was = spoken()
        dress(app, look_of(settings))
        if was is not spoken():
            self.steering.pressing.again = SayingAgain(was, spoken())
        self.sounds.switch(on=settings.sounds)
        self.hearing.listen(settings.devices.scanner)
        self._around.feed.announce(*Topic)
        self.steering.refresh_keys()

    def _begin_anew(self) -> None:
        self.steering.pages.begin_anew()
        self.session.return_to_front()

    def _sign_in(self, signed_in: Callable[[Clerk], None], before: Clerk | None) -> Screen:
        around = self._around
        return SignInScreen(
            around.desk, around.runners.writing, signed_in, self.steering.fail, before
        )

    def _recovery(self, last: LastTransaction) -> Screen:
        around = self._around
        return RecoveryScreen(around.desk, around.runners.writing, self.steering, last)
