"""What the page of devices may be given to show."""

from ui.screens.devices.presenter import Chosen
from ui.screens.devices.rows import PrinterRow
from ui.style.tokens import Tone

READY = PrinterRow("folder", "Thư mục in", "nhãn bưu gửi", "Sẵn sàng", Tone.GOOD, "", "")
EMPTY = PrinterRow(
    "roll", "roll", "phiếu gửi", "Hết giấy", Tone.WARN, "2 chờ in", "Máy in roll hết giấy."
)
CHOSEN = Chosen(
    printers=(("folder", "Thư mục in"), ("cups:Nhan", "Nhan")),
    papers={
        "receipt": "folder",
        "label": "cups:Nhan",
        "card": "folder",
        "report": "folder",
        "slip": "folder",
    },
    drawers=(("", "Mở bằng chìa"), ("tcp:10.0.0.9", "10.0.0.9")),
    drawer="tcp:10.0.0.9",
    scanner="serial",
    ports=(("/dev/ttyACM0", "ttyACM0"),),
    port="/dev/ttyACM0",
)
