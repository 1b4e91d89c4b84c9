"""The printers that the settings name, behind one spooler."""

from collections.abc import Mapping

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
    choices: dict[DocumentKind, str] = {
        "receipt": settings.receipt_printer,
        "label": settings.label_printer,
    }
    found = {kind: _printer(choice, home) for kind, choice in choices.items()}
    return {kind: printer for kind, printer in found.items() if printer is not None}


def _printer(choice: str, home: Home) -> Printer | None:
    way, _, queue = choice.partition(":")
    if choice == "folder":
        return FolderPrinter(home.printed)
    return CupsPrinter(queue) if way == "cups" and queue else None
