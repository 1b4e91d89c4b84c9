import zxingcpp
from PIL import Image
from PySide6.QtGui import QImage

from printing.barcodes import modules_of
from tests.fakes.hands import Show
from ui.widgets.qr_code import QrCode

SAID = "00020101021238540010A00000072701240006970000011000100950010208QRIBFTTA5303704"


def test_a_camera_reads_the_code_from_the_screen(show: Show) -> None:
    code = QrCode("Mã")
    show(code)
    code.show_rows(modules_of(SAID))

    picture = code.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    size = (picture.width(), picture.height())
    line = picture.bytesPerLine()
    bits = bytes(picture.constBits())
    image = Image.frombytes("L", size, bits, "raw", "L", line)

    assert [found.text for found in zxingcpp.read_barcodes(image)] == [SAID]


def test_without_a_code_nothing_is_shown(show: Show) -> None:
    code = QrCode("Mã")
    show(code)

    code.show_rows(())

    assert code.rows() == ()
    assert not code.isVisible()
