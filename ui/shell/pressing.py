"""What the keys of the bar do now: the window's own, and those of the page in front."""

from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from app.messages import text
from ui.shell.ahead import Ahead
from ui.shell.handle import Key, KeyAction
from ui.shell.help_overlay import HelpOverlay
from ui.shell.pages import Pages
from ui.shell.screen import Screen
from ui.shell.window import MainWindow
from ui.style.tokens import Tone
from ui.underway import Underway
from ui.widgets.key_button import KeyButton
from ui.widgets.patience import Patience


class Pressing:
    """``returned`` is called when the help has been closed; ``finishing`` guards F12, ``ahead``
    keeps what was pressed too soon.

    ``again`` says what pages have thought before the language was switched.
    """

    def __init__(
        self,
        window: MainWindow,
        home: Screen,
        pages: Pages,
        returned: Callable[[], None],
        underway: Underway,
    ) -> None:
        self._window = window
        self._home = home
        self._pages = pages
        self._underway = underway
        self.ahead = Ahead(underway, self._act, lambda: pages.current)
        self._help = HelpOverlay(window)
        self._help.closed.connect(returned)
        self.problems_asked = self._help.problems_asked
        self.finishing = Patience()
        self.again: Callable[[str], str] = str
        window.key_pressed.connect(self._pressed)
        window.back_pressed.connect(self.ahead.forget)
        window.lock_pressed.connect(self.ahead.forget)
        window.closed.connect(self.finishing.forget)

    def refresh(self) -> None:
        """Show what each key does now."""
        here = Key.F2 if self._pages.at_home else self._pages.current.place()
        self._window.keys.show_keys(self._actions(), here)

    def _pressed(self, key: Key) -> None:
        """F12 takes money, answers warnings and goes to the next customer: one thing at a time."""
        if self.ahead.takes(key) or (key == Key.F12 and self.finishing.is_lost()):
            return
        self._act(key)

    def _act(self, key: Key) -> None:
        if key != Key.F12:
            self.finishing.forget()
        self.press(key)

    def press(self, key: Key) -> None:
        """Do what ``key`` does now; say what is missing when it cannot yet."""
        action = self._actions().get(key)
        if not self._window.at_work():
            return
        if action is None:
            self.ahead.has_no_use(key)
        elif action.missing:
            self._window.message.say(action.missing, Tone.WARN)
        else:
            self._window.message.say("")
            with self._underway.finishing() if key == Key.F12 else nullcontext():
                action.run()

    def _actions(self) -> dict[Key, KeyAction]:
        own = {
            Key.F1: KeyAction(text("ui.keys.help"), self._open_help),
            Key.F2: KeyAction(text("ui.keys.find"), self._go_to_box),
        }
        # The start page's F8 serves everywhere; a page's own keys win.
        actions = {**own, **self._home.keys(), **self._pages.current.keys()}
        return {
            key: replace(each, missing=self.again(each.missing)) for key, each in actions.items()
        }

    def _open_help(self) -> None:
        page = self._pages.current
        self._help.open(page.title, self._actions(), _keys_of_buttons(page.widget))

    def _go_to_box(self) -> None:
        self._window.box.setFocus()
        self._window.box.entry.selectAll()


def _keys_of_buttons(page: QWidget) -> dict[str, str]:
    """Keys with Alt or Ctrl that a page shows on its buttons only."""
    buttons = (each for each in page.findChildren(KeyButton) if each.isVisible())
    return {each.key: each.text() for each in buttons if "+" in each.key and each.isEnabled()}
