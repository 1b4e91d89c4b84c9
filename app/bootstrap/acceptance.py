"""The part of the desk that takes items in: labels from rolls, held baskets, files of many."""

from collections.abc import Sequence
from pathlib import Path

from app.bootstrap.reading import Reading
from app.domain.bulk import CheckedRow, Sheet, SheetRow
from app.domain.drafts import Draft
from app.queries.drafts import waiting_baskets
from app.queries.labels import LabelRoll, label_rolls
from app.queries.receiver_book import FormerReceiver, receiver_book
from app.services.bulk.booking import BookChunk, book_chunk, booked_receipts
from app.services.bulk.checking import check_entry, check_rows
from app.services.bulk.leaving_out import as_csv, left_out_table
from app.services.bulk.reading import MOST_BYTES, read_sheet
from app.services.bulk.refusals import BulkFileUnreadable, BulkFileUnwritable
from app.services.drafts import KeepDraft, give_up_draft, keep_draft
from app.services.labels import ReceivedLabels, ReceiveLabels, read_label, receive_labels
from app.services.shipments import AcceptedShipments


class Acceptance(Reading):
    """Each write is one commit by the clerk who is signed in."""

    def receive_labels(self, command: ReceiveLabels) -> ReceivedLabels:
        return receive_labels(command, self._store.unit_of_work(), self._session.clerk)

    def label_rolls(self) -> tuple[LabelRoll, ...]:
        with self._store.reading() as connection:
            return label_rolls(connection)

    def read_label(self, scanned: str, service: str) -> str:
        """The item code of a printed label that may go on an item of ``service`` now."""
        offered = self._book().service(service)
        with self._store.reading() as connection:
            return read_label(connection, scanned, offered.s10_prefix, offered.short_label)

    def drafts(self) -> tuple[Draft, ...]:
        """Baskets that wait at this counter, by their numbers."""
        with self._store.reading() as connection:
            return waiting_baskets(connection)

    def keep_draft(self, command: KeepDraft) -> int | None:
        """The number under which the basket is kept; None when there is nothing to keep."""
        return keep_draft(command, self._store.unit_of_work(), self._session.clerk)

    def give_up_draft(self, command_id: bytes) -> None:
        give_up_draft(command_id, self._store.unit_of_work(), self._session.clerk)

    def receiver_book(
        self, number: str, words: str = "", most: int = 50
    ) -> tuple[FormerReceiver, ...]:
        """Whom the customer has sent to before."""
        with self._moment() as (connection, at_ms):
            return receiver_book(connection, number, at_ms, words, most)

    def read_sheet(self, path: str) -> Sheet:
        """A file of a business sender. No more of it is read than may be booked at once."""
        try:
            with Path(path).open("rb") as file:
                data = file.read(MOST_BYTES + 1)
        except OSError as error:
            raise BulkFileUnreadable from error
        return read_sheet(Path(path).name, data)

    def save_left_out(self, path: str, sheet: Sheet, rows: Sequence[CheckedRow]) -> str:
        """``rows`` as a file of their own, a workbook where ``path`` says so; where it lies.

        Raises BulkFileUnwritable.
        """
        table = left_out_table(sheet, rows)
        if Path(path).suffix.lower() == ".xlsx":
            from printing.sheets.left_out import left_out_xlsx  # noqa: PLC0415 - seldom used

            content = left_out_xlsx(table)
        else:
            content = as_csv(table)
        try:
            Path(path).write_bytes(content)
        except OSError as error:
            raise BulkFileUnwritable(path=path) from error
        return path

    def check_rows(self, rows: Sequence[SheetRow], service: str) -> tuple[CheckedRow, ...]:
        """``service`` is for rows that name none."""
        with self._moment() as (connection, at_ms):
            return check_rows(rows, connection, at_ms, service)

    def check_mended(self, row: CheckedRow) -> CheckedRow:
        """One row after the clerk has changed it."""
        with self._moment() as (connection, at_ms):
            return check_entry(row, connection, at_ms)

    def booked_chunks(self, customer: str, digest: bytes, chunks: int) -> dict[int, str]:
        """Which chunks of the file are booked already, and under which receipt."""
        with self._store.reading() as connection:
            return booked_receipts(connection, customer, digest, chunks)

    def book_chunk(self, command: BookChunk) -> AcceptedShipments:
        return book_chunk(
            command, self.catalogue(), self._store.unit_of_work(), self._session.clerk
        )
