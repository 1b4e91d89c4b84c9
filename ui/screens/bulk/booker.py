"""The good rows booked chunk after chunk; stopping is between two of them. Qt-free."""

from collections.abc import Callable
from typing import Protocol

from app.services.bulk.booking import BookChunk
from app.services.shipments import AcceptedShipments
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

    def book(self, work: Work, customer: str, method: str) -> None:
        """Everything of ``work`` that is not booked yet."""
        self._stopped = False
        self._next(work, customer, method)

    def stop(self) -> None:
        """The chunk in hand is still booked whole."""
        self._stopped = True

    def _next(self, work: Work, customer: str, method: str) -> None:
        chunk = work.next_chunk()
        if chunk is None or self._stopped:
            self._ended(None)
            return
        number, rows = chunk
        command = BookChunk(customer, work.sheet.digest, number, rows, method)

        def booked(done: AcceptedShipments) -> None:
            further = work.with_receipt(number, done.receipt)
            self._went_on(further)
            self._next(further, customer, method)

        self._writing.run(lambda: self._desk.book_chunk(command), booked, self._ended)
