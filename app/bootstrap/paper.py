"""The part of the desk that deals in paper. It never holds up a sale."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from app.bootstrap.session import DeskPart
from app.domain.devices import Devices, PrintedRound
from app.errors import EnvironmentFault, UserError
from app.ids import new_id
from app.messages import text_for
from app.queries import receipts
from app.queries.papers import content_of
from app.queries.printers import PrinterStanding, printers_standing, receipt_in_doubt
from app.queries.standing import LastTransaction
from app.services.documents import ReprintDocuments, SettlePrint, reprint_documents, settle_print

if TYPE_CHECKING:
    from printing.spooler import Spooler


@dataclass(eq=False)
class PrinterUnknown(UserError):
    """No printer of this name was chosen; ``known`` are those that were."""

    code: ClassVar[str] = "printer.unknown"
    printer: str
    known: str


class PaperWork(DeskPart):
    """Printing, copies, and the word on what came out."""

    _made: "tuple[Devices, Spooler] | None" = None

    def print_waiting(self) -> tuple[str, ...]:
        """Send every waiting document to its printer; sentences for those that could not go."""
        return tuple(text_for(fault) for fault in self._spooler().print_waiting())

    def print_queues(self) -> tuple[str, ...]:
        """The queues in which something waits; each may be worked on by itself."""
        return self._spooler().busy_queues()

    def print_on(self, queue: str) -> PrintedRound:
        """Send what waits in one queue. It may take as long as its printer hangs."""
        done = self._spooler().print_on(queue)
        return PrintedRound(tuple(map(text_for, done.faults)), done.awaiting, done.moved)

    def printers(self) -> tuple[PrinterStanding, ...]:
        """How every printer stood when it was last asked."""
        with self._store.reading() as connection:
            return printers_standing(connection, self._settings.devices)

    def receipt_in_doubt(self) -> str:
        """The oldest receipt of which only a person can say what is on paper; "" for none."""
        with self._store.reading() as connection:
            return receipt_in_doubt(connection)

    def print_test_page(self, printer: str) -> None:
        """One page to see that ``printer`` prints; it is booked nowhere. Raises its fault,
        and PrinterUnknown.
        """
        from app.bootstrap.printers import print_self_test  # noqa: PLC0415 - as below

        devices = self._settings.devices
        known = {each.name: each for each in devices.used()}
        if printer not in known:
            raise PrinterUnknown(printer, ", ".join(known))
        choice = known[printer]
        try:
            print_self_test(choice, self._store.home, self._store.clock.now_ms())
        except EnvironmentFault as fault:
            self._spooler().note(printer, fault)
            raise
        self._spooler().note(printer, None)

    def reprint(self, receipt: str) -> LastTransaction:
        """Queue a marked copy of every document of ``receipt`` and return its new state."""
        command = ReprintDocuments(self._new_command_id(), receipt)
        reprint_documents(command, self._store.unit_of_work(), self._session.clerk)
        return self._transaction(receipt)

    def settle_print(self, job: int, *, on_paper: bool) -> LastTransaction:
        """The clerk's word on a doubtful document."""
        command = SettlePrint(self._new_command_id(), job, on_paper)
        return self._transaction(
            settle_print(command, self._store.unit_of_work(), self._session.clerk)
        )

    def _transaction(self, receipt: str) -> LastTransaction:
        with self._store.reading() as connection:
            return receipts.transaction(connection, receipt)

    def _new_command_id(self) -> bytes:
        return new_id(self._store.clock.now_ms())

    def _spooler(self) -> "Spooler":
        """Made anew when other printers were chosen."""
        from app.bootstrap.printers import make_spooler  # noqa: PLC0415 - slow to load, seldom used

        devices = self._settings.devices
        made = self._made
        if made is None or made[0] != devices:
            made = (devices, make_spooler(self._store, self._settings, content_of))
            self._made = made
        return made[1]
