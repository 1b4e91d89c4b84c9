"""Leads through the window: opens pages, tells what went wrong. It is the ``Shell``."""

from collections.abc import Callable
from dataclasses import dataclass, field

from app.domain.identities import Clerk
from app.errors import TemError, UserError
from app.messages import short_code, text_for
from app.settings import Settings
from ui.shell.opening import Makers, Opening
from ui.shell.pages import Pages
from ui.shell.pressing import Pressing
from ui.shell.screen import Screen
from ui.shell.window import MainWindow
from ui.style.tokens import Tone
from ui.underway import Underway


@dataclass(slots=True)
class Outlets:
    """Where the steering hands on what is not its own; filled in by the composition."""

    bug: Callable[[Exception], None]
    print_waiting: Callable[[], None]
    use_settings: Callable[[Settings], None]
    seat: Callable[[Clerk], None]
    scanner: Callable[[], str] = lambda: "keyboard"
    underway: Underway = field(default_factory=Underway)


class Steering(Opening):
    """One for the window. ``pages`` is its stack."""

    def __init__(self, window: MainWindow, makers: Makers, outlets: Outlets) -> None:
        self._window = window
        self._makers = self._cash_makers = self._case_makers = self._intake_makers = makers
        self._log_makers = makers
        self._outlets = outlets
        self._seat = outlets.seat
        self.front_changed: Callable[[], None] = _nothing
        home = makers.start(self)
        self.pages = Pages(home, self._show, lambda page: window.drop_page(page.widget))
        self.pressing = Pressing(window, home, self.pages, self.show_front, outlets.underway)
        window.back_pressed.connect(self.back)
        window.settings_pressed.connect(self.settings_asked)
        self.pressing.problems_asked.connect(self.open_problems)
        window.sync_pressed.connect(self.syncing_asked)
        window.box.typed.connect(window.message.clear)

    def use_settings(self, settings: Settings) -> None:
        self._outlets.use_settings(settings)

    def scanner_state(self) -> str:
        return self._outlets.scanner()

    def back(self) -> None:
        self.tell("")
        self.pages.back()
        self.refresh_keys()

    def finish(self) -> None:
        self.pages.finish()
        self._window.box.setFocus()

    def refresh_keys(self) -> None:
        self.pressing.refresh()

    def print_waiting(self) -> None:
        self._outlets.print_waiting()

    def tell(self, sentence: str, tone: Tone = Tone.INFO) -> None:
        self._window.message.say(sentence, tone)

    def fail(self, error: Exception) -> None:
        if isinstance(error, TemError):
            tone = Tone.BAD if isinstance(error, UserError) else Tone.WARN
            self._window.message.say(text_for(error), tone, short_code(error.code))
        else:
            self._outlets.bug(error)

    def take_scan(self, scan: str) -> bool:
        """Whether the page in front had a use for ``scan``."""
        return self.pages.current.take_scan(scan)

    def settings_asked(self) -> None:
        """Ctrl+comma: not before someone is signed in."""
        if self._window.at_work():
            self.tell("")
            self.open_settings()

    def syncing_asked(self) -> None:
        """Ctrl+G: not before someone is signed in."""
        if self._window.at_work():
            self.tell("")
            self.open_syncing()

    def at_home(self) -> bool:
        """Whether nobody is being served."""
        return self.pages.at_home

    def show_front(self) -> None:
        """Bring the page in front into view, the focus where it belongs."""
        self._show(self.pages.current)

    def _show(self, page: Screen) -> None:
        self._window.show_page(page.widget)
        page.widget.setAccessibleName(page.title)
        self.refresh_keys()
        self.front_changed()
        if self.pages.at_home:
            self._window.box.setFocus()
        else:
            page.focus_first()


def _nothing() -> None:
    """Nobody wants to know yet."""
