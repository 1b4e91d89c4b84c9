"""A scanner in HID-POS mode (usage page 0x8C): whole codes in reports, past every keyboard.

The layout of the reports is that of the makers' manuals; it was tried against reports made up in
the tests, not against a device.
"""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, Final, Protocol

USAGE_PAGE: Final = 0x8C
_REPORT: Final = 64
_DATA_FROM, _DATA_MOST = 5, 56
_SCANNED: Final = 2
_NO_LINES: Final = bytes.maketrans(b"\r\n", b"  ")


class Handle(Protocol):
    """An open device, as the library has it."""

    def read(self, size: int, wait_ms: int) -> list[int]: ...
    def close(self) -> None: ...


@dataclass(slots=True)
class HidScanner:
    """Each whole code with a carriage return behind it; one may come in several reports."""

    handle: Handle
    _begun: bytes = field(default=b"")

    def read(self, wait_s: float) -> bytes:
        report = bytes(self.handle.read(_REPORT, max(1, int(wait_s * 1000))))
        if not report:
            self._begun = b""  # the rest of a code follows at once, or never
            return b""
        part = data_of(report)
        if part is None:
            return b""
        self._begun += part
        if goes_on(report):
            return b""
        whole, self._begun = self._begun, b""
        return whole.translate(_NO_LINES) + b"\r"

    def close(self) -> None:
        with suppress(OSError):
            self.handle.close()


def data_of(report: bytes) -> bytes | None:
    """What was scanned; None for a report of another kind, or one that contradicts itself."""
    if len(report) < _DATA_FROM or report[0] != _SCANNED or report[1] > _DATA_MOST:
        return None
    part = report[_DATA_FROM : _DATA_FROM + report[1]]
    return part if len(part) == report[1] else None


def goes_on(report: bytes) -> bool:
    """Whether the next report carries the rest."""
    return len(report) == _REPORT and bool(report[-1] & 1)


def chosen_path(wanted: str, found: Iterable[Mapping[str, Any]]) -> bytes | None:
    """The first scanner; with ``wanted`` as "0c2e:0b61" the first of that maker and model."""
    for device in found:
        name = f"{device['vendor_id']:04x}:{device['product_id']:04x}"
        if name == wanted.lower() or (not wanted and device["usage_page"] == USAGE_PAGE):
            path: bytes = device["path"]
            return path
    return None


def open_hid(wanted: str) -> HidScanner:
    """Raises OSError while no such scanner is plugged in, or the system keeps it from us."""
    import hid  # noqa: PLC0415 - only where such a scanner was chosen

    path = chosen_path(wanted, hid.enumerate())
    if path is None:
        raise FileNotFoundError(wanted)
    device = hid.device()
    device.open_path(path)
    return HidScanner(device)
