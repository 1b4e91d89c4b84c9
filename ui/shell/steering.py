"""Leads through the window: opens pages, runs keys, tells what went wrong. It is the ``Shell``."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from app.domain.citizen import CitizenCard
from app.errors import TemError, UserError
from app.messages import text, text_for
from app.queries.customers import CustomerPage
from ui.shell.handle import Key, KeyAction, Shell
from ui.shell.help_overlay import HelpOverlay
from ui.shell.pages import Pages
from ui.shell.screen import Screen
from ui.shell.window import MainWindow
from ui.style.tokens import Tone


class Makers(Protocol):
    """Makes the pages; each is given the shell that it may ask."""

    def start(self, shell: Shell) -> Screen: ...
    def customer(self, shell: Shell, number: str) -> Screen: ...
    def registration(self, shell: Shell, card: CitizenCard | None, typed: str) -> Screen: ...
    def acceptance(self, shell: Shell, customer: CustomerPage) -> Screen: ...
    def receipt(self, shell: Shell, receipt: str) -> Screen: ...


@dataclass(slots=True)
class Outlets:
    """Where the steering hands on what is not its own; filled in by the composition."""

    bug: Callable[[Exception], None]
    print_waiting: Callable[[], None]


class Steering(Shell):
    """One for the window."""

    def __init__(self, window: MainWindow, makers: Makers, outlets: Outlets) -> None:
        self._window = window
        self._makers = makers
        self._outlets = outlets
        self._help = HelpOverlay(window)
        self._home = makers.start(self)
        self._pages = Pages(self._home, self._show, lambda page: window.drop_page(page.widget))
        self._help.closed.connect(self.show_front)
        window.key_pressed.connect(self.press)
        window.back_pressed.connect(self.back)
        window.box.typed.connect(self._typing)

    def open_customer(self, number: str) -> None:
        self._pages.open_instead(self._makers.customer(self, number))

    def open_registration(self, card: CitizenCard | None = None, typed: str = "") -> None:
        self._pages.open_instead(self._makers.registration(self, card, typed))

    def open_acceptance(self, customer: CustomerPage) -> None:
        self._pages.open_above(self._makers.acceptance(self, customer))

    def open_receipt(self, receipt: str) -> None:
        self._pages.open_instead(self._makers.receipt(self, receipt))

    def open_above(self, page: Screen) -> None:
        """A page of the shell's own."""
        self._pages.open_above(page)

    def back(self) -> None:
        self.tell("")
        self._pages.back()
        self.refresh_keys()

    def finish(self) -> None:
        self._pages.finish()

    def refresh_keys(self) -> None:
        page = self._pages.current
        here = Key.F2 if self._pages.at_home else page.place()
        self._window.keys.show_keys(self._actions(), here)

    def print_waiting(self) -> None:
        self._outlets.print_waiting()

    def tell(self, sentence: str, tone: Tone = Tone.INFO) -> None:
        self._window.message.say(sentence, tone)

    def fail(self, error: Exception) -> None:
        if isinstance(error, TemError):
            tone = Tone.BAD if isinstance(error, UserError) else Tone.WARN
            self.tell(text_for(error), tone)
        else:
            self._outlets.bug(error)

    def press(self, key: Key) -> None:
        """Do what ``key`` does now; say what is missing when it cannot yet."""
        action = self._actions().get(key)
        if action is None or not self._window.at_work():
            return
        if action.missing:
            self.tell(action.missing, Tone.WARN)
        else:
            self.tell("")
            action.run()

    def take_scan(self, scan: str) -> bool:
        """Whether the page in front had a use for ``scan``."""
        return self._pages.current.take_scan(scan)

    def at_home(self) -> bool:
        """Whether nobody is being served."""
        return self._pages.at_home

    def show_front(self) -> None:
        """Bring the page in front into view, the focus where it belongs."""
        self._show(self._pages.current)

    def _show(self, page: Screen) -> None:
        self._window.show_page(page.widget)
        page.widget.setAccessibleName(page.title)
        self.refresh_keys()
        if self._pages.at_home:
            self._window.box.setFocus()
        else:
            page.focus_first()

    def _actions(self) -> dict[Key, KeyAction]:
        own = {
            Key.F1: KeyAction(text("ui.keys.help"), self._open_help),
            Key.F2: KeyAction(text("ui.keys.find"), self._go_to_box),
        }
        # The start page's F8 serves everywhere; a page's own keys win.
        return {**own, **self._home.keys(), **self._pages.current.keys()}

    def _typing(self, _letters: str) -> None:
        self.tell("")

    def _open_help(self) -> None:
        self._help.open(self._pages.current.title, self._actions())

    def _go_to_box(self) -> None:
        self._window.box.setFocus()
        self._window.box.entry.selectAll()
