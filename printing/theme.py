"""How printed documents look: fonts, sizes, and text that never leaves its column.

Lengths are millimetres. Black only: thermal paper knows no grey.
"""

import re
import unicodedata
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from importlib import resources
from math import ceil
from typing import Final, Literal

from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from app.domain.calendar import VIETNAM
from app.domain.money import format_vnd

DOT_MM: Final = 0.125  # one dot of a 203 dpi print head: 8 to the millimetre
ROLL_MM: Final = 80.0
ROLL_MARGIN_MM: Final = 4.0  # the head of an 80 mm printer reaches 72 mm
LABEL_MM: Final = (105.0, 148.0)
LABEL_MARGIN_MM: Final = 4.0

_FILES: Final = {
    "TemRegular": "NotoSans-Regular.ttf",
    "TemSemiBold": "NotoSans-SemiBold.ttf",
    "TemBold": "NotoSans-Bold.ttf",
}
_BLANKS = re.compile(r"[\x00-\x20\x7f-\xa0\u2028\u2029]+")

FontName = Literal["TemRegular", "TemSemiBold", "TemBold"]


@dataclass(frozen=True, slots=True)
class Style:
    """``size`` is the em and ``leading`` the distance of two baselines, both in millimetres."""

    font: FontName
    size: float
    spread: float = 1.35  # Ễ under g takes 1.29: they must not touch

    @property
    def leading(self) -> float:
        return self.size * self.spread

    @property
    def baseline(self) -> float:
        """Below the top of a line: Noto Sans reaches 1.069 em up and 0.293 em down."""
        return self.leading / 2 + self.size * (1.069 - 0.293) / 2

    def scaled(self, factor: float) -> "Style":
        return replace(self, size=self.size * factor)


SMALL: Final = Style("TemRegular", 2.45)
BODY: Final = Style("TemRegular", 2.8)
STRONG: Final = Style("TemSemiBold", 2.8)
LEAD: Final = Style("TemBold", 3.4)
CODE: Final = Style("TemBold", 4.2)
TITLE: Final = Style("TemBold", 4.6)
TOTAL: Final = Style("TemBold", 5.6)


@lru_cache(maxsize=1)
def register_fonts() -> None:
    """Make the fonts known to reportlab; only the first call reads the files."""
    folder = resources.files("resources") / "fonts"
    for name, file in _FILES.items():
        with resources.as_file(folder / file) as path:
            pdfmetrics.registerFont(TTFont(name, str(path)))


def clean(text: str) -> str:
    """NFC on one line: reportlab sets no marks of its own, and NFD would print broken."""
    kept = "".join(c for c in text if unicodedata.category(c) != "Cf")
    return _BLANKS.sub(" ", unicodedata.normalize("NFC", kept)).strip(" ")


def width_of(text: str, style: Style) -> float:
    register_fonts()
    return pdfmetrics.stringWidth(text, style.font, style.size * mm) / mm


def line(text: str, style: Style, width: float) -> tuple[str, ...]:
    """``text`` cleaned and broken into lines no wider than ``width``.

    A word that is too wide alone breaks between letters. Nothing is cut off; empty text is ().
    """
    lines: list[str] = []
    current = ""
    for word in clean(text).split(" "):
        longer = f"{current} {word}" if current else word
        if width_of(longer, style) <= width:
            current = longer
            continue
        if current:
            lines.append(current)
        *whole, current = _broken(word, style, width)
        lines.extend(whole)
    return (*lines, current) if current else tuple(lines)


def _broken(word: str, style: Style, width: float) -> list[str]:
    pieces = [""]
    for letter in word:
        if pieces[-1] and width_of(pieces[-1] + letter, style) > width:
            pieces.append("")
        pieces[-1] += letter
    return pieces


def dong(amount_vnd: int) -> str:
    """``1.234.567 ₫``."""
    return f"{format_vnd(amount_vnd)} ₫"


def moment(at: datetime, *, seconds: bool = True) -> str:
    """``21/11/2026 20:58:12 +07:00``: local time, with the offset that makes it a proof."""
    local = at.astimezone(VIETNAM)
    return f"{local:%d/%m/%Y %H:%M:%S} +07:00" if seconds else f"{local:%d/%m/%Y %H:%M}"


def on_dots(length_mm: float) -> float:
    """The next whole printer dot."""
    return ceil(round(length_mm / DOT_MM, 6)) * DOT_MM
