from PySide6.QtGui import QFontInfo, QFontMetrics, QRawFont
from PySide6.QtWidgets import QApplication

from ui.style.fonts import load_fonts, window_font

VIETNAMESE = "ăâđêôơưĂÂĐÊÔƠƯ" + "".join(
    letter
    for row in (
        "àáảãạằắẳẵặầấẩẫậ",
        "èéẻẽẹềếểễệ",
        "ìíỉĩị",
        "òóỏõọồốổỗộờớởỡợ",
        "ùúủũụừứửữự",
        "ỳýỷỹỵ",
    )
    for letter in row + row.upper()
)


def test_the_programs_own_letters_are_used(qapp: QApplication) -> None:
    font = window_font(load_fonts(), 16)

    assert QFontInfo(font).family() == "Noto Sans"
    assert font.pixelSize() == 16


def test_every_vietnamese_letter_and_sign_is_there(qapp: QApplication) -> None:
    raw = QRawFont.fromFont(window_font(load_fonts(), 16))

    missing = [sign for sign in VIETNAMESE + "₫•·→–«»…" if not raw.supportsCharacter(ord(sign))]
    assert set(missing) <= {"→"}


def test_digits_are_of_one_width(qapp: QApplication) -> None:
    widths = QFontMetrics(window_font(load_fonts(), 16))

    assert len({widths.horizontalAdvance(digit) for digit in "0123456789"}) == 1
