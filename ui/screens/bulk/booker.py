"""The good rows booked chunk after chunk; stopping is between two of them. Qt-free."""

from collections.abc import Callable
from typing import Protocol

from app.services.bulk.booking import BookChunk
from app.services.shipments import AcceptedShipments
from ui.payment import Shares
from ui.running import Runner
from ui.screens.bulk.work import Work


class BooksChunks(Protocol):
    """The part of the desk that books."""

    def book_chunk(self, command: BookChunk) -> AcceptedShipments: ...


class Booker:
    """``went_on`` is told after each chunk, ``ended`` at the end with what went wrong, if so."""

    def __init__(
        self,
        desk: BooksChunks,
        writing: Runner,
        went_on: Callable[[Work], None],
        ended: Callable[[Exception | None], None],
    ) -> None:
        self._desk = desk
        self._writing = writing
        self._went_on = went_on
        self._ended = ended
        self._stopped = False

    def book(self, work: Work, customer: str, shares: Shares) -> None:
        """Everything of ``work`` that is not booked yet.

        The first receipts are paid by transfer, as far as it reaches, then on account, then cash.
        """
        self._stopped = False
        self._next(work, customer, shares)

    def stop(self) -> None:
        """The chunk in hand is still booked whole."""
        self._stopped = True

    def _next(self, work: Work, customer: str, shares: Shares) -> None:
        chunk = work.next_chunk()
        if chunk is None or self._stopped:
            self._ended(None)
            return
        number, rows = chunk
        due_vnd = sum(row.due_vnd for row in rows)
        transfer_vnd = min(due_vnd, shares.transfer_vnd)
        on_account_vnd = min(due_vnd - transfer_vnd, shares.on_account_vnd)
        command = BookChunk(customer, work.sheet.digest, number, rows, transfer_vnd, on_account_vnd)
        left = Shares(
            shares.cash_vnd - due_vnd + transfer_vnd + on_account_vnd,
            shares.transfer_vnd - transfer_vnd,
            shares.on_account_vnd - on_account_vnd,
        )

        def booked(done: AcceptedShipments) -> None:
            further = work.with_receipt(number, done.receipt)
            self._went_on(further)
            self._next(further, customer, left)

        self._writing.run(lambda: self._desk.book_chunk(command), booked, self._ended)
