"""Puts one theme on the whole application: Fusion, a palette, and few lines of QSS."""

from typing import Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from ui.style.fonts import load_fonts, window_font
from ui.style.metrics import SCALE_PROPERTY, TEXT, px
from ui.style.sheet import sheet
from ui.style.tokens import TOKENS, Theme, Tokens

_THEME_PROPERTY: Final = "temTheme"
_SCALES: Final = (100, 200)


def apply(app: QApplication, theme: Theme, scale: int = 100) -> None:
    """Dress ``app``; ``scale`` in per cent, held between 100 and 200.

    Colours of a running window change at once; sizes hold for widgets built afterwards.
    """
    app.setProperty(_THEME_PROPERTY, str(theme))
    app.setProperty(SCALE_PROPERTY, min(max(scale, _SCALES[0]), _SCALES[1]))
    app.setStyle("Fusion")
    app.setFont(window_font(load_fonts(), px(TEXT)))
    app.setPalette(_palette(TOKENS[theme]))
    app.setStyleSheet(sheet(TOKENS[theme]))


def tokens() -> Tokens:
    """The colours in force, for what is painted by hand."""
    app = QCoreApplication.instance()
    name = app.property(_THEME_PROPERTY) if app is not None else None
    return TOKENS[Theme(name or Theme.LIGHT)]


def part(widget: QWidget, name: str) -> None:
    """Name the part that ``widget`` plays in the sheet, and repaint it in that dress."""
    restyle(widget, "part", name)


def restyle(widget: QWidget, key: str, value: object) -> None:
    """Set a property that the sheet selects by."""
    if widget.property(key) == value:
        return
    widget.setProperty(key, value)
    if not widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        return  # Qt dresses it before it is first measured or shown
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


def _palette(colours: Tokens) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for name, colour in (
        (role.Window, colours.ground),
        (role.WindowText, colours.text),
        (role.Base, colours.panel),
        (role.AlternateBase, colours.sunken),
        (role.Text, colours.text),
        (role.Button, colours.panel),
        (role.ButtonText, colours.text),
        (role.PlaceholderText, colours.muted),
        (role.Highlight, colours.select),
        (role.HighlightedText, colours.on_select),
        (role.Accent, colours.accent),
        (role.Link, colours.accent_text),
        (role.ToolTipBase, colours.strip),
        (role.ToolTipText, colours.strip_text),
        (role.Mid, colours.line),
    ):
        palette.setColor(name, QColor(colour))
    off = QPalette.ColorGroup.Disabled
    for name in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(off, name, QColor(colours.faint))
    return palette


def pen_colour(colour: str, alpha: int = 255) -> QColor:
    """A token as a colour to paint with, ``alpha`` 0–255."""
    made = QColor(colour)
    made.setAlpha(alpha)
    return made
