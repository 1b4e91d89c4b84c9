"""The reader for the scanner that was chosen."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from app.domain.devices import ScannerChoice
from app.scanners.framing import Framing, Scan
from app.scanners.hid import open_hid
from app.scanners.reader import AGAIN_S, Reader, State
from app.scanners.serial_port import SerialScanner


def reader_of(
    choice: ScannerChoice, tell: Callable[[Scan | State], None], again_s: float = AGAIN_S
) -> Reader | None:
    """None for a scanner that types like a keyboard: the window hears that one itself."""
    if choice.kind == "serial":
        way = partial(SerialScanner.open, choice.port, choice.baud)
        return Reader(way, Framing(choice), tell, again_s)
    if choice.kind == "hid":
        framing = Framing(replace(choice, ending="cr"))
        return Reader(partial(open_hid, choice.port), framing, tell, again_s)
    return None
