"""Printers of Windows, through its spooler: pages as pictures, or the bytes of a receipt printer.

Nothing here has run on Windows: on another system every printer of this kind is out of reach, and
only the layout of a picture's memory is tested.
"""

import ctypes
import sys
from dataclasses import dataclass

from printing.printers.base import (
    Fate,
    HandoverUnknown,
    Order,
    PrinterUnreachable,
    Trace,
)
from printing.raster import Dots, pages

_BLACK_IS_INK = b"\xff\xff\xff\x00" + b"\x00\x00\x00\x00"


def bitmap_header(width: int, height: int) -> bytes:
    """BITMAPINFO of one-bit rows from the top down: a 1 is black."""
    sizes = (40).to_bytes(4, "little") + width.to_bytes(4, "little")
    sizes += (-height).to_bytes(4, "little", signed=True)
    planes_and_depth = (1).to_bytes(2, "little") * 2
    return sizes + planes_and_depth + bytes(24) + _BLACK_IS_INK


def bitmap_rows(page: Dots) -> bytes:
    """Each row filled up to a multiple of four bytes."""
    width = -(-page.stride // 4) * 4
    return b"".join(row.ljust(width, b"\0") for row in page.rows)


if sys.platform == "win32":

    class _DocInfo(ctypes.Structure):
        _fields_ = (
            ("size", ctypes.c_int),
            ("title", ctypes.c_wchar_p),
            ("output", ctypes.c_wchar_p),
            ("kind", ctypes.c_wchar_p),
            ("flags", ctypes.c_ulong),
        )

    class _RawInfo(ctypes.Structure):
        _fields_ = (
            ("title", ctypes.c_wchar_p),
            ("output", ctypes.c_wchar_p),
            ("kind", ctypes.c_wchar_p),
        )

    _WIDTH, _HEIGHT, _COPY = 8, 10, 0x00CC0020  # HORZRES, VERTRES, SRCCOPY
    _DPI_X, _DPI_Y = 88, 90

    def _print_pages(printer: str, title: str, drawn: tuple[Dots, ...]) -> None:
        """Raises OSError before anything was spooled; GDI spools whole documents only."""
        gdi = ctypes.WinDLL("gdi32", use_last_error=True)
        gdi.CreateDCW.restype = ctypes.c_void_p
        device = ctypes.c_void_p(gdi.CreateDCW("WINSPOOL", printer, None, None))
        if not device:
            raise ctypes.WinError(ctypes.get_last_error())
        try:
            info = _DocInfo(ctypes.sizeof(_DocInfo), title, None, None, 0)
            if gdi.StartDocW(device, ctypes.byref(info)) <= 0:
                raise ctypes.WinError(ctypes.get_last_error())
            across, down = gdi.GetDeviceCaps(device, _DPI_X), gdi.GetDeviceCaps(device, _DPI_Y)
            for page in drawn:
                size = page.width * across * 10 // 2032, len(page.rows) * down * 10 // 2032
                gdi.StartPage(device)
                gdi.StretchDIBits(
                    device, 0, 0, *size, 0, 0, page.width, len(page.rows), bitmap_rows(page),
                    bitmap_header(page.width, len(page.rows)), 0, _COPY,
                )  # fmt: skip
                gdi.EndPage(device)
            if gdi.EndDoc(device) <= 0:
                raise ctypes.WinError(ctypes.get_last_error())
        finally:
            gdi.DeleteDC(device)

    def _print_raw(printer: str, data: bytes) -> None:
        """Bytes for the printer itself, untouched by its driver."""
        spool = ctypes.WinDLL("winspool.drv", use_last_error=True)
        handle, written = ctypes.c_void_p(), ctypes.c_ulong()
        if not spool.OpenPrinterW(printer, ctypes.byref(handle), None):
            raise ctypes.WinError(ctypes.get_last_error())
        try:
            info = _RawInfo("Tem", None, "RAW")
            if not spool.StartDocPrinterW(handle, 1, ctypes.byref(info)):
                raise ctypes.WinError(ctypes.get_last_error())
            spool.WritePrinter(handle, data, len(data), ctypes.byref(written))
            spool.EndDocPrinter(handle)
        finally:
            spool.ClosePrinter(handle)

else:

    def _print_pages(printer: str, title: str, drawn: tuple[Dots, ...]) -> None:  # noqa: ARG001 - as above
        raise OSError("this is not Windows")

    def _print_raw(printer: str, data: bytes) -> None:  # noqa: ARG001 - as above
        raise OSError("this is not Windows")


class WindowsPrinter:
    """Once the spooler has a document, Windows shows its own state of it."""

    def __init__(self, printer: str, name: str = "") -> None:
        self._printer = printer
        self._name = name or printer

    @property
    def name(self) -> str:
        return self._name

    def send(self, order: Order) -> str:
        drawn = pages(order.pdf)
        for copy in range(order.copies):
            try:
                _print_pages(self._printer, order.title, drawn)
            except OSError as error:
                if copy:
                    raise HandoverUnknown(self._name) from error
                raise PrinterUnreachable(self._name) from error
        return ""

    def trace(self, title: str) -> Trace:  # noqa: ARG002 - the protocol's signature
        return Trace(None)

    def fate(self, ticket: str) -> Fate:  # noqa: ARG002 - the protocol's signature
        return "unknown"

    def withdraw(self, ticket: str) -> None:
        """The spooler of Windows keeps what it has."""


@dataclass(frozen=True, slots=True)
class WindowsLine:
    """A receipt printer behind the spooler of Windows: it is written to and never answers."""

    printer: str

    @classmethod
    def open(cls, printer: str) -> "WindowsLine":
        return cls(printer)

    def write(self, data: bytes, patience_s: float) -> None:  # noqa: ARG002 - the spooler takes all
        _print_raw(self.printer, data)

    def read(self, patience_s: float) -> bytes:  # noqa: ARG002 - nothing ever comes back
        return b""

    def close(self) -> None:
        """Each copy was a document of its own to the spooler."""
