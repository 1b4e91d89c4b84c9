"""What must be true after the process was killed, asked by a new process of the home it left."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

import sqlalchemy as sa

from app.bootstrap.desk import open_counter
from app.errors import TemError
from app.queries.standing import LastTransaction
from app.settings import Home
from app.store.store import Store, open_store
from app.store.tables.customers import customer
from app.store.tables.journal import journal
from app.store.tables.prints import print_job
from app.store.tables.shipments import posting, receipt, shipment
from app.store.verification import verify
from tests.e2e.kill.sale import Shown, sell

PAPERS = 3
FACTS = 5
"""One registration, a shift that the first money opens, two items, one payment."""


@dataclass(frozen=True, slots=True)
class Books:
    """What the sale made of the store. ``jobs``: document file → (state, digest)."""

    facts: int
    customers: list[str]
    receipts: list[str]
    items: list[str]
    balance_vnd: int
    jobs: dict[str, tuple[str, bytes | None]]
    faults: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One whole document in the folder: its bytes' digest, and which writing of them it is."""

    digest: bytes
    written: tuple[int, int]


Sheets = dict[str, Sheet]


def problems_after(home: Home, shown: Sequence[Shown]) -> list[str]:
    """One sentence for each thing that is not as it must be; empty is good."""
    return [*_problems(home, shown)]


def _problems(home: Home, shown: Sequence[Shown]) -> Iterator[str]:
    left, told, sheets = _books(home), _last(home), _sheets(home)
    yield from _unsound(left)
    yield from _lost(shown, left, sheets)
    yield from _untrue(told, left, sheets)

    again: list[Shown] = []
    try:
        sell(home, again.append)
    except TemError as error:
        yield f"unsound: the sale cannot be finished: {error.code}"
        return
    done, told, final = _books(home), _last(home), _sheets(home)
    yield from _unsound(done)
    yield from _changed(shown, again)
    yield from _lost(again, done, final)
    yield from _untrue(told, done, final)
    yield from _doubled(done, final)
    yield from (f"doubled: {name} was sent again" for name in sheets if sheets[name] != final[name])


def _books(home: Home) -> Books:
    store = open_store(home)
    try:
        return _read(store)
    finally:
        store.close()


def _read(store: Store) -> Books:
    faults = verify(store).problems
    with store.reading() as connection:

        def column(query: sa.Select[Any]) -> list[Any]:
            return list(connection.scalars(query))

        jobs = connection.execute(sa.select(print_job).order_by(print_job.c.id)).all()
        return Books(
            facts=len(column(sa.select(journal.c.seq).where(journal.c.clerk != 0))),
            customers=column(sa.select(customer.c.number).where(customer.c.source == "here")),
            receipts=column(sa.select(receipt.c.number)),
            items=column(sa.select(shipment.c.code).order_by(shipment.c.position)),
            balance_vnd=sum(column(sa.select(posting.c.amount_vnd))),
            jobs={
                f"{job.document}-{job.subject}" + (f"-copy-{job.copy}" if job.copy else ""): (
                    job.state,
                    job.sha256,
                )
                for job in jobs
            },
            faults=tuple(f"{each.code} at {each.seq} {each.key}" for each in faults),
        )


def _last(home: Home) -> LastTransaction | None:
    with open_counter(home) as desk:
        return desk.last_transaction()


def _sheets(home: Home) -> Sheets:
    """The finished documents: what is written only in part is hidden by a dot."""
    if not home.printed.exists():
        return {}
    return {
        file.stem: Sheet(
            sha256(file.read_bytes()).digest(), (file.stat().st_ino, file.stat().st_mtime_ns)
        )
        for file in home.printed.iterdir()
        if not file.name.startswith(".")
    }


def _unsound(books: Books) -> Iterator[str]:
    yield from (f"unsound: {fault}" for fault in books.faults)
    if books.balance_vnd:
        yield f"unsound: money out of balance by {books.balance_vnd} đồng"
    if len(books.items) != 2 * len(books.receipts) or (books.receipts and not books.customers):
        yield f"unsound: half a sale, {books}"
    if len(books.jobs) != PAPERS * len(books.receipts):
        yield f"unsound: {len(books.jobs)} papers owed for {len(books.receipts)} receipts"


def _lost(shown: Sequence[Shown], books: Books, sheets: Sheets) -> Iterator[str]:
    """Shown as done, and not there."""
    for line in shown:
        if line.get("customer") not in (None, *books.customers):
            yield f"lost: customer {line['customer']}"
        if line.get("receipt") not in (None, *books.receipts):
            yield f"lost: receipt {line['receipt']}"
        if line.get("items", books.items) != books.items:
            yield f"lost: items {line['items']}, there are {books.items}"
        if "printed" in line:
            yield from _paper_lost(line["printed"], books, sheets)


def _paper_lost(printed: object, books: Books, sheets: Sheets) -> Iterator[str]:
    assert isinstance(printed, list)
    for name in printed:
        if name not in sheets or books.jobs.get(name, ("", b""))[0] != "printed":
            yield f"lost: {name} was shown as printed; its job is {books.jobs.get(name)}"


def _untrue(told: LastTransaction | None, books: Books, sheets: Sheets) -> Iterator[str]:
    """What "giao dịch gần nhất" tells, against the books and the folder."""
    if told is None:
        if books.receipts:
            yield f"untrue: no transaction is told, there is {books.receipts}"
        return
    if [told.receipt] != books.receipts or [*told.items] != books.items:
        yield f"untrue: {told.receipt} {told.items} is told, the books have {books}"
    if {each.file for each in told.documents} != set(books.jobs):
        yield f"untrue: {told.documents} are told, the print journal has {books.jobs}"
    for each in told.documents:
        possible = {"printed": {True}, "waiting": {False}, "printing": {True, False}}
        if (each.file in sheets) not in possible.get(each.state, set()):
            yield f"untrue: {each.file} is told as {each.state}, the folder has {sorted(sheets)}"


def _changed(shown: Sequence[Shown], again: Sequence[Shown]) -> Iterator[str]:
    """The same command ids, run again, must tell what was told before."""
    repeated = {name: value for line in again for name, value in line.items()}
    for name, value in (pair for line in shown for pair in line.items()):
        if repeated.get(name) != value:
            yield f"doubled: {name} was {value} and is {repeated.get(name)}"


def _doubled(books: Books, sheets: Sheets) -> Iterator[str]:
    """The finished sale stands there once."""
    counts = (books.facts, len(books.customers), len(books.receipts), len(books.items))
    if counts != (FACTS, 1, 1, 2):
        yield f"doubled: {books}"
    if books.jobs != {name: ("printed", sheet.digest) for name, sheet in sheets.items()}:
        yield f"doubled: the folder has {sorted(sheets)}, the print journal {books.jobs}"
