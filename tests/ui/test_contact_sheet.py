"""Every page in every state, drawn: no word is cut off, nothing is wider than the window, and
people have pictures to look at.

``./dev pictures`` draws all of them in all themes, at 100 % and 200 %, in both languages, and
gathers them on ``pictures/contact-sheet.png``.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.contact_sheet import GAP, NAME, THUMB, gather
from tests.ui.cut_off import cut_off, shortened_keys, sideways
from tests.ui.scenes import SCENES, reached, walked
from ui.look import Look, dress
from ui.style.tokens import TOKENS, Theme

EVERY = "TEM_PICTURES" in os.environ
ALL = [
    Look(theme, scale, language)
    for language in ("vi", "en")
    for scale in (100, 200)
    for theme in Theme
]
FEW = [Look(Theme.CONTRAST, 200, "en"), Look(Theme.LIGHT, 100, "en")]
"""Where there is least room: long words in large letters, and beside one another."""


@pytest.fixture(autouse=True)
def _plain_afterwards(qapp: QApplication) -> Iterator[None]:
    yield
    dress(qapp, Look())


@pytest.fixture(scope="module")
def drawn(pictures: Path) -> Iterator[Path]:
    """Where this run's pictures lie; gathered on one sheet when all were drawn."""
    folder = pictures / "pages"
    folder.mkdir(exist_ok=True)
    yield folder
    if EVERY:
        for language in ("vi", "en"):
            looks = [_name(look) for look in ALL if look.language == language]
            found = {
                page: {look: folder / f"{page}-{look}.png" for look in looks} for page in SCENES
            }
            sheet = gather(found, looks)
            sheet.save(str(pictures / f"contact-sheet-{language}.png"))


def _name(look: Look) -> str:
    return f"{look.theme}-{look.scale}-{look.language}"


@pytest.mark.parametrize("look", ALL if EVERY else FEW, ids=_name)
@pytest.mark.parametrize("page", SCENES if EVERY else walked())
def test_every_page_is_drawn_and_no_word_is_cut_off(
    qapp: QApplication, qtbot: QtBot, drawn: Path, look: Look, page: str
) -> None:
    dress(qapp, look)
    counter = reached(qtbot, page)
    for _ in range(8):
        QApplication.processEvents()

    picture = counter.window.grab().toImage()
    picture.save(str(drawn / f"{page}-{_name(look)}.png"))

    assert picture.size() == QSize(1366, 768)
    assert not cut_off(counter.window)
    assert not sideways(counter.window)
    assert not shortened_keys(counter.window)


def test_pictures_are_gathered_in_rows_and_columns(tmp_path: Path) -> None:
    picture = QImage(1366, 768, QImage.Format.Format_RGB32)
    picture.fill(QColor(TOKENS[Theme.LIGHT].accent))
    picture.save(str(tmp_path / "one.png"))

    sheet = gather({"start": {"light": tmp_path / "one.png"}, "other": {}}, ["dark", "light"])

    middle = (GAP + THUMB.width() + GAP + THUMB.width() // 2, 2 * NAME + GAP + THUMB.height() // 2)
    assert sheet.pixelColor(*middle) == QColor(TOKENS[Theme.LIGHT].accent)
    assert sheet.pixelColor(GAP + 5, middle[1]) == QColor("#3A3F46")
    assert sheet.width() == 2 * (THUMB.width() + GAP) + GAP
