"""The program's own letters, so that Vietnamese looks the same on every computer."""

from functools import lru_cache
from importlib import resources

from PySide6.QtGui import QFont, QFontDatabase

_FALLBACKS = ["DejaVu Sans", "Segoe UI"]


@lru_cache(maxsize=1)
def load_fonts() -> tuple[str, ...]:
    """Load the fonts kept in ``resources/fonts``, once; families, the best first.

    Without them a family with every Vietnamese letter that systems bring along serves.
    """
    families: list[str] = []
    folder = resources.files("resources") / "fonts"
    for file in sorted(folder.iterdir(), key=lambda item: item.name):
        if not file.name.endswith(".ttf"):
            continue
        number = QFontDatabase.addApplicationFontFromData(file.read_bytes())
        families += [
            family
            for family in QFontDatabase.applicationFontFamilies(number)
            if family not in families
        ]
    families.sort(key=lambda family: "Mono" in family)
    return (*families, *_FALLBACKS)


def window_font(families: tuple[str, ...], pixels: int) -> QFont:
    """The font of all text: digits of one width, so that amounts stand in columns."""
    font = QFont()
    font.setFamilies(list(families))
    font.setPixelSize(pixels)
    font.setFeature(QFont.Tag.fromString("tnum"), 1)
    font.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
    return font
