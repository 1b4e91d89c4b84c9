"""How the window looks and which language it speaks, changed while it runs.

Nothing is built anew, so nothing that was entered can be lost: colours are read when they are
painted, lengths are turned into the new size, words are said again.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget

from app.messages import Language, language_named, speak, spoken
from app.settings import Settings
from ui.saying_again import SayingAgain
from ui.style.metrics import scale_in_force
from ui.style.rescaling import rescale
from ui.style.theme import apply
from ui.style.tokens import Theme

_LOCALES = {
    Language.VIETNAMESE: QLocale(QLocale.Language.Vietnamese, QLocale.Country.Vietnam),
    Language.ENGLISH: QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
}

Say = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Look:
    """As the settings say. A theme that nobody knows is the light one; ``scale`` in per cent."""

    theme: str = Theme.LIGHT
    scale: int = 100
    language: str = Language.VIETNAMESE


def look_of(settings: Settings) -> Look:
    """What the settings say of it."""
    return Look(settings.theme, settings.text_scale, settings.language)


@runtime_checkable
class SaysAgain(Protocol):
    """A widget with words that Qt does not know of."""

    def say_again(self, again: Say) -> None: ...


@runtime_checkable
class FitsAgain(Protocol):
    """A widget that measured its words."""

    def fit_again(self) -> None: ...


def dress(app: QApplication, look: Look) -> None:
    """Put ``look`` on the application and on every window that it has."""
    before, was = scale_in_force(), spoken()
    speak(language_named(look.language))
    QLocale.setDefault(_LOCALES[spoken()])
    apply(app, Theme(look.theme) if look.theme in set(Theme) else Theme.LIGHT, look.scale)
    for window in app.topLevelWidgets():
        if spoken() is not was:
            say_again(window, SayingAgain(was, spoken()))
        if scale_in_force() != before:
            rescale(window, before)
        for widget in _all_of(window):
            widget.ensurePolished()
            if isinstance(widget, FitsAgain):
                widget.fit_again()
            widget.updateGeometry()
            widget.update()


def say_again(window: QWidget, again: Say) -> None:
    """Every word of a window that Qt or the widget itself shows or reads out."""
    for widget in _all_of(window):
        if isinstance(widget, SaysAgain):
            widget.say_again(again)
        elif isinstance(widget, QLabel | QAbstractButton):
            _reword(widget, again)
        elif isinstance(widget, QLineEdit):
            widget.setPlaceholderText(again(widget.placeholderText()))
        widget.setAccessibleName(again(widget.accessibleName()))
        widget.setAccessibleDescription(again(widget.accessibleDescription()))
        widget.setToolTip(again(widget.toolTip()))
    window.setWindowTitle(again(window.windowTitle()))


def _reword(widget: QLabel | QAbstractButton, again: Say) -> None:
    """A button's name for screen readers contains its words."""
    old, name = widget.text(), widget.accessibleName()
    new = again(old)
    if new == old:
        return
    widget.setText(new)
    if old and old in name:
        widget.setAccessibleName(name.replace(old, new))


def _all_of(window: QWidget) -> tuple[QWidget, ...]:
    return (window, *window.findChildren(QWidget))
