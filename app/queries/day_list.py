"""The list of one day: every receipt and slip of this counter, with the state it is in."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

import sqlalchemy as sa

from app.clock import utc
from app.domain.calendar import VIETNAM
from app.domain.names import fold
from app.store.adjustments import awaited_parts
from app.store.tables.customers import customer
from app.store.tables.money import adjustment, payment_part, service_record
from app.store.tables.prints import print_job
from app.store.tables.shipments import document, receipt, shipment

_MOST = 2_000


@dataclass(frozen=True, slots=True)
class DayLine:
    """One receipt or slip of a day. ``what``: items, service, void, refund, correction.

    ``state``: done, awaited (a transfer), voided, partly (some of it), unprinted, doubtful.
    """

    number: str
    receipt: str
    at: datetime
    what: str
    customer_name: str
    customer_number: str
    label: str
    codes: tuple[str, ...]
    method: str
    amount_vnd: int
    state: str


@dataclass(frozen=True, slots=True)
class DayList:
    """``lines`` newest first; ``awaited_vnd`` is what transfers of any day still owe."""

    day: date
    lines: tuple[DayLine, ...]
    awaited: int
    awaited_vnd: int


def day_list(connection: sa.Connection, day: date, wanted: str = "") -> DayList:
    """What was booked on ``day``, by the calendar of Vietnam; ``wanted`` narrows it.

    Code, name, customer number and whole sum are searched, accents or none.
    """
    first_ms, end_ms = _bounds(day)
    rows = [*_receipts(connection, first_ms, end_ms), *_slips(connection, first_ms, end_ms)]
    rows.sort(key=lambda line: (line.at, line.number), reverse=True)
    parts = awaited_parts(connection)
    return DayList(
        day=day,
        lines=tuple(_matching(rows, wanted)),
        awaited=len(parts),
        awaited_vnd=sum(part.open_vnd for part in parts),
    )


def _bounds(day: date) -> tuple[int, int]:
    begins = datetime.combine(day, time.min, VIETNAM)
    ends = begins + timedelta(days=1)
    return round(begins.timestamp() * 1_000), round(ends.timestamp() * 1_000)


def _receipts(connection: sa.Connection, first_ms: int, end_ms: int) -> Iterable[DayLine]:
    of_day = receipt.c.accepted_ms.between(first_ms, end_ms - 1)
    rows = connection.execute(
        sa.select(receipt, customer.c.full_name, customer.c.number.label("customer"))
        .join(customer, customer.c.uid == receipt.c.customer_uid, isouter=True)
        .where(of_day)
        .order_by(receipt.c.accepted_ms.desc())
        .limit(_MOST)
    ).all()
    items = _by_receipt(connection, of_day)
    services = {
        row.number: row
        for row in connection.execute(
            sa.select(service_record).where(service_record.c.at_ms.between(first_ms, end_ms - 1))
        )
    }
    open_ones = _awaiting(connection, of_day)
    papers = _unprinted(connection, of_day)
    for row in rows:
        standing = items.get(row.number, [])
        service = services.get(row.number)
        statuses = [item.status for item in standing] + ([service.status] if service else [])
        state = _state(statuses, awaited=row.number in open_ones, paper=papers.get(row.number, ""))
        yield DayLine(
            number=row.number,
            receipt=row.number,
            at=utc(row.accepted_ms),
            what="items" if service is None else "service",
            customer_name=row.full_name or "",
            customer_number=row.customer or "",
            label=service.service_label if service else _labels(standing),
            codes=tuple(item.code for item in standing),
            method=row.method,
            amount_vnd=row.due_vnd,
            state=state,
        )


def _slips(connection: sa.Connection, first_ms: int, end_ms: int) -> Iterable[DayLine]:
    rows = connection.execute(
        sa.select(adjustment, customer.c.full_name, customer.c.number.label("customer"))
        .join(customer, customer.c.uid == adjustment.c.customer_uid, isouter=True)
        .where(adjustment.c.at_ms.between(first_ms, end_ms - 1))
        .limit(_MOST)
    ).all()
    open_ones = {part.subject for part in awaited_parts(connection)}
    for row in rows:
        yield DayLine(
            number=row.number,
            receipt=row.receipt,
            at=utc(row.at_ms),
            what=row.what,
            customer_name=row.full_name or "",
            customer_number=row.customer or "",
            label=row.reason,
            codes=(),
            method="",
            amount_vnd=row.amount_vnd,
            state="awaited" if row.number in open_ones else "done",
        )


def _by_receipt(
    connection: sa.Connection, of_day: sa.ColumnElement[bool]
) -> dict[str, list[sa.Row[*tuple[str, str, str, str]]]]:
    rows = connection.execute(
        sa.select(shipment.c.receipt, shipment.c.code, shipment.c.status, shipment.c.service_label)
        .join(receipt, receipt.c.number == shipment.c.receipt)
        .where(of_day)
        .order_by(shipment.c.receipt, shipment.c.position)
    )
    found: dict[str, list[sa.Row[*tuple[str, str, str, str]]]] = {}
    for row in rows:
        found.setdefault(row.receipt, []).append(row)
    return found


def _awaiting(connection: sa.Connection, of_day: sa.ColumnElement[bool]) -> set[str]:
    rows = connection.scalars(
        sa.select(payment_part.c.receipt)
        .join(receipt, receipt.c.number == payment_part.c.receipt)
        .where(of_day, payment_part.c.open_vnd != sa.literal_column("0"))
    )
    return set(rows)


def _unprinted(connection: sa.Connection, of_day: sa.ColumnElement[bool]) -> dict[str, str]:
    """``doubtful`` or ``unprinted`` by receipt, for those with paper that is not out."""
    rows = connection.execute(
        sa.select(document.c.receipt, print_job.c.state)
        .join(
            print_job,
            (document.c.kind == print_job.c.document)
            & (document.c.subject == print_job.c.subject)
            & (document.c.copy == print_job.c.copy),
        )
        .join(receipt, receipt.c.number == document.c.receipt)
        .where(of_day, print_job.c.state.not_in(("printed", "lost")))
    )
    found: dict[str, str] = {}
    for row in rows:
        if row.state == "doubtful" or row.receipt not in found:
            found[row.receipt] = "doubtful" if row.state == "doubtful" else "unprinted"
    return found


def _state(statuses: Sequence[str], *, awaited: bool, paper: str) -> str:
    gone = [status in {"voided", "refunded"} for status in statuses]
    if gone and all(gone):
        return "voided"
    if awaited:
        return "awaited"
    if any(gone):
        return "partly"
    return paper or "done"


def _labels(items: Sequence[sa.Row[*tuple[str, str, str, str]]]) -> str:
    return ", ".join(dict.fromkeys(item.service_label for item in items))


def _matching(lines: Iterable[DayLine], wanted: str) -> Iterable[DayLine]:
    """Lines in which every word of ``wanted`` stands somewhere."""
    words = fold(wanted).split()
    for line in lines:
        if all(word in _haystack(line) for word in words):
            yield line


def _haystack(line: DayLine) -> str:
    told = (line.number, line.customer_name, line.customer_number, line.label, *line.codes)
    amount = f"{abs(line.amount_vnd)} {abs(line.amount_vnd):,}".replace(",", ".")
    return f"{fold(' '.join(told))} {' '.join(told).lower()} {amount}"
