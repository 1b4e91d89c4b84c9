"""The drawer and its shifts: X, Z, balances and lists, each from postings and entries alone."""

from collections.abc import Iterator

import sqlalchemy as sa

from app.clock import utc
from app.domain import accounts
from app.domain.drawer import Movement
from app.domain.reference.drawer import parse_drawer
from app.domain.reference.forms import forms_in_force
from app.domain.shift_summary import (
    AccountLine,
    Cash,
    Closing,
    CorrectionLine,
    CountLine,
    CurrentShift,
    ShiftRow,
    ShiftSummary,
)
from app.journal.entry import Entry
from app.journal.kinds.shifts import Notes, ShiftCounted
from app.queries.shift_tally import Tally, tally
from app.store.books import entries, head
from app.store.clock_notes import note_of_flags
from app.store.drawer import (
    StoredShift,
    account_sums,
    cash_in_drawer,
    count_body,
    drawer_here,
    newest_shift,
    open_shift_of,
    shift_by_number,
)
from app.store.reference import reference_book
from app.store.station import here
from app.store.tables.shifts import cash_count, shift, shift_correction

MOST_SHIFTS = 60


def cash_balance(connection: sa.Connection) -> int:
    """What the books say lies in this counter's drawer now."""
    return cash_in_drawer(connection, drawer_here(connection))


def current_shift(connection: sa.Connection, at_ms: int) -> CurrentShift | None:
    """The open shift of this counter; None when none is open."""
    found = open_shift_of(connection, drawer_here(connection))
    if found is None:
        return None
    rules = reference_book(connection, at_ms).files("drawer")
    ceiling = parse_drawer(rules[0]).ceiling_vnd if rules else None
    return CurrentShift(
        number=found.number,
        serial=found.serial,
        opening=found.opening,
        clerk_name=found.clerk_name,
        opened_at=utc(found.opened_ms),
        over_ceiling=ceiling is not None and cash_balance(connection) > ceiling,
    )


def shift_summary(connection: sa.Connection, number: str = "") -> ShiftSummary | None:
    """X of an open shift, Z of a closed one; without a number, the newest of this counter.

    None when this counter had no shift yet. Raises ShiftUnknown.
    """
    drawer = drawer_here(connection)
    found = shift_by_number(connection, number) if number else newest_shift(connection, drawer)
    return None if found is None else _summary(connection, found)


def shifts(connection: sa.Connection, most: int = MOST_SHIFTS) -> tuple[ShiftRow, ...]:
    """The newest first."""
    corrections = (
        sa.select(sa.func.count())
        .where(shift_correction.c.shift == shift.c.number)
        .scalar_subquery()
    )
    query = sa.select(shift, corrections.label("corrections")).order_by(shift.c.opened_seq.desc())
    return tuple(
        ShiftRow(
            number=row.number,
            serial=row.serial,
            opening=row.opening,
            clerk_name=row.clerk_name,
            opened_at=utc(row.opened_ms),
            closed_at=None if row.closed_ms is None else utc(row.closed_ms),
            expected_vnd=row.expected_vnd,
            counted_vnd=row.counted_vnd,
            difference_vnd=row.difference_vnd,
            agreed_by=row.agreed_by or "",
            corrections=row.corrections,
        )
        for row in connection.execute(query.limit(most))
    )


def _summary(connection: sa.Connection, found: StoredShift) -> ShiftSummary:
    position = head(connection)
    assert position is not None, "a shift stands in the journal"
    last = position[0].seq if found.closed_seq is None else found.closed_seq
    added = tally(connection, _between(connection, found.opened_seq, last))
    sums = account_sums(connection, found.opened_seq, last)
    station = here(connection)
    closed_hash = found.closed_hash or position[0].hash
    forms = forms_in_force(reference_book(connection, found.opened_ms).files("forms"))
    return ShiftSummary(
        number=found.number,
        serial=found.serial,
        z_number=0 if found.is_open else found.closing_entry.z_number,
        office=station.office,
        counter=found.opening_entry.counter,
        opening=found.opening,
        clerk_name=found.clerk_name,
        opened_at=utc(found.opened_ms),
        services=added.services(),
        accounts=tuple(AccountLine(*each) for each in sums.items()),
        movements=tuple(added.movements),
        voids=tuple(added.voids),
        counts=_counts(connection, found.number),
        corrections=_corrections(connection, found.number),
        cash=_cash(found, sums.get(accounts.DRAWER, 0), added),
        work=added.work(forms),
        entries=added.entries,
        first_seq=found.opened_seq,
        head_seq=last,
        head_hash=closed_hash,
        clock_note=note_of_flags(added.clock_flags),
        closing=None if found.is_open else _closing(found),
    )


def _between(connection: sa.Connection, first: int, last: int) -> Iterator[Entry]:
    for entry in entries(connection, after=first - 1):
        if entry.seq > last:
            return
        yield entry


def _cash(found: StoredShift, moved_vnd: int, added: Tally) -> Cash:
    """``moved_vnd`` is Σ drawer of the shift; what closing took out again is put back."""
    opening = found.opening_entry
    expected = opening.carried_vnd + moved_vnd
    if not found.is_open:
        closing = found.closing_entry
        expected += closing.deposited_vnd - closing.difference_vnd
    paid_in = _sum(added, Movement.PAID_IN)
    paid_out = _sum(added, Movement.PAID_OUT)
    return Cash(
        carried_vnd=opening.carried_vnd,
        received_vnd=opening.received_vnd,
        opening_difference_vnd=opening.difference_vnd,
        float_vnd=opening.float_vnd,
        earned_vnd=expected - opening.float_vnd - paid_in + paid_out - added.corrected_vnd,
        paid_in_vnd=paid_in,
        paid_out_vnd=paid_out,
        corrected_vnd=added.corrected_vnd,
        expected_vnd=expected,
    )


def _sum(added: Tally, movement: Movement) -> int:
    return sum(line.amount_vnd for line in added.movements if line.movement == movement)


def _closing(found: StoredShift) -> Closing:
    body = found.closing_entry
    assert found.closed_ms is not None, "comes with the close"
    return Closing(
        at=utc(found.closed_ms),
        clerk_name=body.clerk_name,
        handed_over=body.closing == "handed_over",
        counts=body.counts,
        notes=_notes(body.notes),
        loose_vnd=body.loose_vnd,
        counted_vnd=body.counted_vnd,
        expected_vnd=body.expected_vnd,
        difference_vnd=body.difference_vnd,
        agreed_by=body.agreed_by_name,
        remark=body.remark,
        deposited_vnd=body.deposited_vnd,
        left_vnd=body.left_vnd,
    )


def _counts(connection: sa.Connection, number: str) -> tuple[CountLine, ...]:
    rows = connection.execute(
        sa.select(cash_count).where(cash_count.c.shift == number).order_by(cash_count.c.ordinal)
    )
    return tuple(_count(row.counted_ms, count_body(row.detail)) for row in rows)


def _count(at_ms: int, body: ShiftCounted) -> CountLine:
    return CountLine(
        ordinal=body.ordinal,
        at=utc(at_ms),
        clerk_name=body.clerk_name,
        notes=_notes(body.notes),
        loose_vnd=body.loose_vnd,
        counted_vnd=body.counted_vnd,
        expected_vnd=body.expected_vnd,
        difference_vnd=body.difference_vnd,
    )


def _corrections(connection: sa.Connection, number: str) -> tuple[CorrectionLine, ...]:
    rows = connection.execute(
        sa.select(shift_correction)
        .where(shift_correction.c.shift == number)
        .order_by(shift_correction.c.position)
    )
    return tuple(
        CorrectionLine(
            at=utc(row.corrected_ms),
            counted_was_vnd=row.counted_was_vnd,
            counted_vnd=row.counted_vnd,
            difference_vnd=row.difference_vnd,
            reason=row.reason,
            clerk_name=row.clerk_name,
            approved_by=row.approved_by,
        )
        for row in rows
    )


def _notes(notes: list[Notes]) -> tuple[tuple[int, int], ...]:
    return tuple((each.value_vnd, each.pieces) for each in notes)
