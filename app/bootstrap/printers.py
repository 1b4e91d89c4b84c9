"""The printers that the settings name, behind one spooler."""

from collections.abc import Mapping

from app.domain.devices import PrinterChoice
from app.domain.documents import DocumentKind
from app.services.print_journal import Contents, StorePrintJournal
from app.settings import Home, Settings
from app.store.store import Store
from app.turn import Turn
from printing.printers.base import Printer
from printing.printers.cups import CupsPrinter
from printing.printers.folder import FolderPrinter
from printing.spooler import Spooler


def make_spooler(store: Store, settings: Settings, contents: Contents) -> Spooler:
    """One turn for all processes of the home: a window and a command never print the same job."""
    return Spooler(
        StorePrintJournal(store, contents),
        chosen_printers(settings, store.home),
        Turn(store.home.root / "print.lock"),
    )


def chosen_printers(settings: Settings, home: Home) -> Mapping[DocumentKind, Printer]:
    """By kind of document. A choice that means nothing leaves its documents waiting, and told."""
    kinds: tuple[DocumentKind, ...] = ("receipt", "label")
    found = {kind: _printer(settings.devices.printer_of(kind), home) for kind in kinds}
    return {kind: printer for kind, printer in found.items() if printer is not None}


def _printer(choice: PrinterChoice | None, home: Home) -> Printer | None:
    if choice is None:
        return None
    if choice.way == "folder":
        return FolderPrinter(home.printed)
    return CupsPrinter(choice.address) if choice.way == "cups" else None
