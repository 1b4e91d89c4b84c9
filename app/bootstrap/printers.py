"""The printers that the settings name, behind one spooler."""

import sys
from collections.abc import Callable, Mapping
from functools import partial
from hashlib import sha256
from pathlib import Path

from app.clock import utc
from app.domain.devices import PROFILES, Devices, PrinterChoice
from app.services.print_journal import Contents, StorePrintJournal
from app.settings import Home, Settings
from app.store.store import Store
from app.turn import Turn
from printing.documents.self_test import render_self_test
from printing.printers.base import Order, Printer
from printing.printers.cups import CupsPrinter
from printing.printers.folder import FolderPrinter
from printing.printers.lines import DeviceLine, Open, SerialLine, TcpLine
from printing.printers.raster import Habits, RasterPrinter
from printing.printers.windows import WindowsLine, WindowsPrinter
from printing.queues import Station
from printing.spooler import Spooler


def make_spooler(store: Store, settings: Settings, contents: Contents) -> Spooler:
    """A printer has one turn for all processes of the home: a window and a command never print
    the same job, and a printer that hangs keeps nobody from the others.
    """
    return Spooler(
        StorePrintJournal(store, contents),
        stations(settings.devices, store.home),
        lambda queue: Turn(_lock_of(store.home, queue)),
    )


def stations(devices: Devices, home: Home) -> Mapping[str, Station]:
    """By profile of paper. A choice that means nothing leaves its documents waiting, and told."""
    made: dict[str, Printer] = {}
    found: dict[str, Station] = {}
    for profile in PROFILES:
        choice = devices.printer_of(profile)
        if choice is not None:
            printer = made.setdefault(choice.name, make_printer(choice, home))
            found[profile] = Station(printer, devices.paper(profile), choice.patience_s)
    return found


def make_printer(choice: PrinterChoice, home: Home) -> Printer:
    """The printer behind a choice; it is asked for nothing yet."""
    return _MAKERS[choice.way](choice, home)


def print_self_test(choice: PrinterChoice, home: Home, now_ms: int) -> None:
    """One page straight to a printer, past its queue. Raises its fault."""
    page = render_self_test(choice.name, utc(now_ms))
    print_at_once(choice, home, Order(f"self-test-{now_ms}", page))


def print_at_once(choice: PrinterChoice, home: Home, order: Order) -> None:
    """Past the queue: what can be made again at any time owes no paper. Raises its fault."""
    with Turn(_lock_of(home, choice.name)):
        make_printer(choice, home).send(order)


def open_drawer(choice: PrinterChoice, home: Home) -> None:
    """By the printer that the drawer hangs on, in its turn. Raises its fault."""
    printer = RasterPrinter(choice.name, _way(choice), _habits(choice))
    with Turn(_lock_of(home, choice.name)):
        printer.open_drawer()


def _folder(choice: PrinterChoice, home: Home) -> Printer:
    return FolderPrinter(home.printed, choice.name)


def _cups(choice: PrinterChoice, _home: Home) -> Printer:
    return CupsPrinter(choice.address, choice.name)


def _windows(choice: PrinterChoice, _home: Home) -> Printer:
    return WindowsPrinter(choice.address, choice.name)


def _raster(choice: PrinterChoice, _home: Home) -> Printer:
    return RasterPrinter(choice.name, _way(choice), _habits(choice))


def _habits(choice: PrinterChoice) -> Habits:
    return Habits(choice.dots, choice.answers, choice.patience_s)


def _way(choice: PrinterChoice) -> Open:
    if choice.way == "tcp":
        return partial(TcpLine.open, choice.address)
    if choice.way == "serial":
        return partial(SerialLine.open, choice.address, choice.baud)
    if sys.platform == "win32":
        return partial(WindowsLine.open, choice.address)
    return partial(DeviceLine.open, choice.address)


_MAKERS: dict[str, Callable[[PrinterChoice, Home], Printer]] = {
    "folder": _folder,
    "cups": _cups,
    "windows": _windows,
    "tcp": _raster,
    "usb": _raster,
    "serial": _raster,
}


def _lock_of(home: Home, queue: str) -> Path:
    return home.root / f"print-{sha256(queue.encode()).hexdigest()[:12]}.lock"
