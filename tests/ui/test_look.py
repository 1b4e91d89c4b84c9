"""A window that is dressed anew looks and speaks as one that was built so, and loses nothing."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QScrollBar, QWidget
from pytestqt.qtbot import QtBot

from app.messages import Language, spoken
from app.settings import Settings
from tests.ui.meaning import Meaning
from tests.ui.scenes import reached, walked
from ui.look import Look, dress

_EDGE = 6
_STRETCHED = ("RowList", "QWidget")
"""A list has the height that is left."""
_MEANING = Meaning()
OPEN = ("help_on_keys", "acceptance_receivers", "receipt_printer_down", "receipt_doubtful",
        "transactions", "devices", "devices_printer_without_paper", "devices_scanner_whole",
        "report_table")  # fmt: skip
"""What closes before the settings open; what the fake printer keeps, or says
later; and drawings that keep their size until the page is opened anew."""
PLAIN = Look()
ENGLISH = Look(language="en")


@pytest.fixture(autouse=True)
def _plain_afterwards(qapp: QApplication) -> Iterator[None]:
    dress(qapp, PLAIN)
    yield
    dress(qapp, PLAIN)


@dataclass(frozen=True, slots=True)
class Seen:
    """What one widget says, and where it stands in the window."""

    kind: str
    words: str
    name: str
    hint: str
    place: tuple[int, int, int, int]


def _seen(window: QWidget) -> list[Seen]:
    _settle(window)
    return [_of(widget, window) for widget in window.findChildren(QWidget) if widget.isVisible()]


def _settle(window: QWidget) -> None:
    """Heights that follow widths, and scroll bars that follow heights, come to rest."""
    for _ in range(3):
        for widget in (window, *window.findChildren(QWidget)):
            widget.updateGeometry()
        for _ in range(4):
            QApplication.processEvents()
    for bar in window.findChildren(QScrollBar):
        bar.setValue(0)


def _of(widget: QWidget, window: QWidget) -> Seen:
    words = ""
    if isinstance(widget, QLabel | QAbstractButton):
        words = widget.text()
    elif isinstance(widget, QLineEdit):
        words = f"{widget.text()}|{widget.placeholderText()}"
    place = QRect(widget.mapTo(window, widget.rect().topLeft()), widget.size())
    return Seen(
        type(widget).__name__,
        words,
        widget.accessibleName(),
        widget.toolTip() + widget.accessibleDescription(),
        (place.x(), place.y(), place.width(), place.height()),
    )


def _differences(one: list[Seen], other: list[Seen]) -> list[str]:
    told = [f"{a}\n  {b}" for a, b in zip(one, other, strict=False) if not _alike(a, b)]
    return told if len(one) == len(other) else [f"{len(one)} and {len(other)} widgets", *told]


def _alike(one: Seen, other: Seen) -> bool:
    """Words of another language have another width; edges that come and go with the focus, and
    the width of single letters, may differ.
    """
    sides = 3 if one.kind in _STRETCHED else 4
    pairs = zip(one.place[:sides], other.place[:sides], strict=True)
    near = spoken() is Language.ENGLISH or all(abs(a - b) <= _EDGE for a, b in pairs)
    return near and _meant(one) == replace(_meant(other), place=one.place)


def _meant(seen: Seen) -> Seen:
    """Whichever of the words that stand for each other."""
    return replace(
        seen,
        words=_MEANING(seen.words),
        name=_MEANING(seen.name),
        hint=_MEANING(seen.hint),
    )


def _settings(look: Look) -> Settings:
    return Settings(theme=look.theme, text_scale=look.scale, language=look.language)


SIZED = ("start", "settings", "registration", "acceptance_item", "receipt", "locked")
CASES = [
    *((Look("dark", 100, "en"), name) for name in walked() if name not in OPEN),
    *((Look("light", 150, "vi"), name) for name in SIZED),
]


@pytest.mark.parametrize(("look", "name"), CASES, ids=str)
def test_switching_does_what_building_would_have_done(
    qapp: QApplication, qtbot: QtBot, look: Look, name: str
) -> None:
    dress(qapp, look)
    built = reached(qtbot, name)
    wanted = _seen(built.window)
    built.window.close()
    dress(qapp, PLAIN)

    switched = reached(qtbot, name)
    switched.frame.steering.use_settings(_settings(look))

    differences = _differences(wanted, _seen(switched.window))
    assert not differences, "\n".join(differences[:12])
