"""The part of the desk that deals in paper. It never holds up a sale."""

from functools import cached_property
from typing import TYPE_CHECKING

from app.bootstrap.session import DeskPart
from app.ids import new_id
from app.messages import text_for
from app.queries import receipts
from app.queries.papers import content_of
from app.queries.standing import LastTransaction
from app.services.documents import ReprintDocuments, SettlePrint, reprint_documents, settle_print

if TYPE_CHECKING:
    from printing.spooler import Spooler


class PaperWork(DeskPart):
    """Printing, copies, and the word on what came out."""

    def print_waiting(self) -> tuple[str, ...]:
        """Send every waiting document to its printer; sentences for those that could not go."""
        return tuple(text_for(fault) for fault in self._spooler.print_waiting())

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

    @cached_property
    def _spooler(self) -> "Spooler":
        from app.bootstrap.printers import make_spooler  # noqa: PLC0415 - slow to load, seldom used

        return make_spooler(self._store, self._settings, content_of)
