"""Everything scanned comes here, by keys or by a line of its own, and goes where it has a use."""

from app.domain.devices import ScannerChoice
from app.domain.scan_test import is_like_it
from app.errors import UserError
from app.messages import text
from ui.changes import ChangeFeed, Topic
from ui.scanner_port import ScannerPort
from ui.shell.answering import Answering
from ui.shell.session import Session
from ui.shell.steering import Steering
from ui.shell.universal_presenter import UniversalPresenter
from ui.shell.window import MainWindow
from ui.style.tokens import Tone


class Hearing:
    """Signing in, then the page in front, then the universal box: the first that has a use."""

    def __init__(
        self,
        window: MainWindow,
        steering: Steering,
        session: Session,
        finder: UniversalPresenter,
        answering: Answering,
        feed: ChangeFeed,
    ) -> None:
        self.port = ScannerPort()
        self._window = window
        self._steering = steering
        self._session = session
        self._finder = finder
        self._answering = answering
        self._feed = feed
        window.scans.scanned.connect(self.scanned)
        window.closed.connect(self.port.stop)
        self.port.scanned.connect(self.scanned)
        self.port.refused.connect(self.refused)
        self.port.stood.connect(self.stands)

    def listen(self, chosen: ScannerChoice) -> None:
        """To the scanner as it is set."""
        self._window.scans.configure(chosen.prefix, chosen.pause_ms)
        self.port.use(chosen)

    def scanned(self, scan: str) -> None:
        """One code, as it was sent."""
        if self._session.take_scan(scan) or not self._window.at_work():
            return
        self._steering.tell("")
        if self._answering.of_page(lambda: self._steering.take_scan(scan)):
            return
        if is_like_it(scan):
            self._steering.open_devices()
            self._steering.take_scan(scan)
        else:
            self._finder.scanned(scan)

    def refused(self, problem: UserError) -> None:
        """The scanner sent something that is no code."""
        if self._window.at_work():
            self._steering.fail(problem)
            self._answering.say(accepted=False)

    def stands(self, state: str) -> None:
        """The scanner went away, or came back."""
        if state != "keyboard" and self._window.at_work():
            tone = Tone.WARN if state == "away" else Tone.GOOD
            self._steering.tell(text(f"ui.scanner.{state}"), tone)
        self._feed.announce(Topic.DEVICES)
