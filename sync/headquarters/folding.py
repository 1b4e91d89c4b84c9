"""Folding what terminals pushed: whole transactions, as many in one savepoint as will go.

One that cannot be folded is kept without effect and told; it never stops the others. Hardly ever is
there one: so all are folded together first, and when that fails each half by itself, down to it.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, get_args

import msgspec
import sqlalchemy as sa

from app.journal.appending import PostingsUnbalanced
from app.journal.entry import Entry
from app.journal.kinds.body import Body
from app.journal.kinds.complaints import AnyComplaint, ComplaintErased, ComplaintReceived
from app.journal.kinds.conflicts import ConflictSettled
from app.journal.kinds.customers import CustomerEdited, CustomerErased, CustomerRegistered
from app.journal.kinds.holders import AnyUnmerge, CustomersMerged, CustomerSucceeded
from app.journal.kinds.organisations import OrganisationDescribed
from app.store.fold import fold_body
from app.store.fold.complaints import CaseStoodElsewhere
from app.store.fold.numbers import NumberOutsideLease
from app.store.gathering import gathering, write_rows
from app.store.origins import place_of
from app.store.tables.complaints import complaint
from sync.headquarters.accounts import accounts_of
from sync.headquarters.answering import answered
from sync.headquarters.besides import linked_to
from sync.headquarters.conflicts import forget_contended
from sync.headquarters.edits import keys_of
from sync.headquarters.evidence_kept import drop_evidence
from sync.headquarters.hidden_words import keep_hidden_words
from sync.headquarters.judging import Held, Judgement, held_entities
from sync.headquarters.merging import described, fold_edit, may_succeed
from sync.headquarters.tables import effect, entry, held_entity, quarantine
from sync.headquarters.telling import Touched, heard_of, named_in, touched_by

_REFUSALS = (
    PostingsUnbalanced, NumberOutsideLease, sa.exc.SQLAlchemyError, msgspec.MsgspecError,
    ValueError, TypeError, ArithmeticError, LookupError,
)  # fmt: skip
"""What a fold raises over an entry that says what cannot be. A terminal may send anything."""

_CODES = (
    (PostingsUnbalanced, "unbalanced"),
    (NumberOutsideLease, "number_outside_lease"),
    (CaseStoodElsewhere, "complaint_moved_on"),
    (sa.exc.IntegrityError, "contradicts_books"),
)

CASE_NOT_HERE = "complaint_not_here"
"""A step overtook its case: headquarters was restored, and has the other counter's yet to hear."""

_FOLDED_OTHERWISE = frozenset(  # more than counters do
    (CustomerErased, CustomerEdited, OrganisationDescribed, CustomerSucceeded, ConflictSettled,
     CustomersMerged, *get_args(AnyUnmerge), *get_args(AnyComplaint))
)  # fmt: skip

_TRANSIENT = (sa.exc.OperationalError, sa.exc.InternalError)

_Fold = Callable[[sa.Connection, int, Sequence[Entry], Sequence[Body | None]], None]


@dataclass(eq=False)
class _OneIsHeld(Exception):
    """Not all of them can be folded."""


@dataclass(slots=True)
class Folded:
    """What a run of transactions did. ``touched``: what other counters must hear of."""

    effects: list[dict[str, Any]] = field(default_factory=list)
    held: list[dict[str, Any]] = field(default_factory=list)
    entities: list[dict[str, Any]] = field(default_factory=list)
    touched: Touched = field(default_factory=Touched)
    registered: set[bytes] = field(default_factory=set)
    received: bool = False

    def add(self, later: "Folded") -> None:
        """What the transactions after these did."""
        self.effects += later.effects
        self.held += later.held
        self.entities += later.entities
        self.touched |= later.touched
        self.registered |= later.registered
        self.received |= later.received

    def write(self, connection: sa.Connection) -> None:
        write_rows(connection, effect, self.effects)
        write_rows(connection, quarantine, self.held)
        write_rows(connection, held_entity, self.entities)


def fold_transactions(
    connection: sa.Connection,
    writer_number: int,
    groups: Iterable[Sequence[Entry]],
    judged: Judgement,
    now_ms: int,
) -> Folded:
    """Fold each group or hold it; transient faults of the database come through."""
    wanted = list(groups)
    trial = judged.copy()
    try:
        with connection.begin_nested(), gathering(connection):
            folded = _fold_each(connection, writer_number, wanted, trial, now_ms, _fold_plainly)
    except _TRANSIENT:
        raise
    except (_OneIsHeld, *_REFUSALS):
        if len(wanted) == 1:  # by its own error alone is it told which
            return _fold_each(connection, writer_number, wanted, judged, now_ms, _fold_group)
        middle = len(wanted) // 2
        folded = fold_transactions(connection, writer_number, wanted[:middle], judged, now_ms)
        folded.add(fold_transactions(connection, writer_number, wanted[middle:], judged, now_ms))
        return folded
    judged.become(trial)
    return folded


def _fold_each(
    connection: sa.Connection,
    writer_number: int,
    groups: Sequence[Sequence[Entry]],
    judged: Judgement,
    now_ms: int,
    fold: _Fold,
) -> Folded:
    folded = Folded()
    for group in groups:
        first = place_of(writer_number, group[0].seq)
        try:
            bodies = judged.bodies(group)
            losing = linked_to(connection, _erased_in(bodies))
            gone = keys_of(connection, _erased_in(bodies)).values()
            fold(connection, writer_number, group, bodies)
        except Held as held:
            named = held_entities(group)
            entities = {name for name in named if not _keeps_nobody(held, name)}
            judged.held |= entities
            folded.entities += [{"entity": name, "place": first} for name in entities]
            folded.held.append(_held_row(first, group[0], held, now_ms))
            folded.effects += _effects(writer_number, group, held.status)
            folded.touched |= named_in(named)
        else:
            folded.effects += _effects(writer_number, group, "applied")
            folded.touched.beside |= losing
            folded.touched.erased_conflicts.update(*gone)
            _note(folded, bodies)
            if group[0].command_id is not None:
                judged.booked.add(group[0].command_id)
    return folded


def _note(folded: Folded, bodies: Sequence[Body | None]) -> None:
    """Whom the applied ``bodies`` concern; sales, which are nearly all, concern nobody else."""
    folded.touched.accounts |= accounts_of(bodies)
    if heard := heard_of(bodies):
        folded.touched |= touched_by(heard)
        folded.registered |= {each.uid for each in heard if isinstance(each, CustomerRegistered)}
        folded.received |= any(isinstance(each, ComplaintReceived) for each in heard)


def _erased_in(bodies: Iterable[Body | None]) -> list[bytes]:
    """Whose links go, and with them a row beside the person at the other end."""
    return [body.uid for body in bodies if isinstance(body, CustomerErased)]


def _fold_plainly(
    connection: sa.Connection,
    writer_number: int,
    group: Sequence[Entry],
    bodies: Sequence[Body | None],
) -> None:
    """Of whole transactions that stand or fall together."""
    try:
        for each, body in zip(group, bodies, strict=True):
            if body is not None:
                _fold_one(connection, writer_number, each, body)
    except Held as held:
        raise _OneIsHeld from held


def _fold_group(
    connection: sa.Connection,
    writer_number: int,
    group: Sequence[Entry],
    bodies: Sequence[Body | None],
) -> None:
    """All of a transaction or, raising Held, nothing of it."""
    try:
        with connection.begin_nested():
            for each, body in zip(group, bodies, strict=True):
                if body is not None:
                    _fold_one(connection, writer_number, each, body)
    except _TRANSIENT:
        raise
    except _REFUSALS as error:
        code = next((code for kind, code in _CODES if isinstance(error, kind)), "impossible")
        raise Held("quarantined", code) from error


def _fold_one(connection: sa.Connection, writer_number: int, each: Entry, body: Body) -> None:
    placed = msgspec.structs.replace(each, seq=place_of(writer_number, each.seq))
    if type(body) not in _FOLDED_OTHERWISE:
        fold_body(connection, placed, body)
    elif isinstance(body, CustomerEdited):
        fold_edit(connection, placed, body)
    elif isinstance(body, CustomersMerged | AnyUnmerge):
        fold_body(connection, placed, body)
        keep_hidden_words(connection, [body.winner])
    elif isinstance(body, ConflictSettled):
        fold_body(connection, placed, answered(connection, placed, body))
        keep_hidden_words(connection, [body.uid])
    elif isinstance(body, CustomerErased | ComplaintErased):
        fold_body(connection, placed, _erase_sealed(connection, writer_number, each, body))
    else:
        fold_body(connection, placed, _if_it_fits(connection, placed, body))


def _if_it_fits(connection: sa.Connection, placed: Entry, body: Body) -> Body:
    """What of it has an effect. Raises Held."""
    if isinstance(body, OrganisationDescribed):
        return described(connection, placed.seq, body)
    if isinstance(body, CustomerSucceeded) and not may_succeed(connection, body):
        raise Held("quarantined", "holder_contested")
    if isinstance(body, AnyComplaint) and _overtook_its_case(connection, body):
        raise Held("blocked", CASE_NOT_HERE)
    return body


def _erase_sealed(
    connection: sa.Connection,
    writer_number: int,
    each: Entry,
    body: CustomerErased | ComplaintErased,
) -> CustomerErased | ComplaintErased:
    """The bodies that it names, and whatever only headquarters has beside them, are gone."""
    if isinstance(body, ComplaintErased):
        drop_evidence(connection, body.number)
    else:
        forget_contended(connection, body.uid)
    connection.execute(
        sa.update(entry)
        .where(
            entry.c.terminal == each.terminal,
            entry.c.epoch == each.epoch,
            entry.c.seq.in_(body.seqs),
        )
        .values(body=None)
    )
    seqs = [place_of(writer_number, seq) for seq in body.seqs]
    return msgspec.structs.replace(body, seqs=seqs)


def _keeps_nobody(held: Held, name: str) -> bool:
    """A step that does not fit: every other step says for itself from which state it is taken."""
    return held.code in ("complaint_moved_on", CASE_NOT_HERE) and name.startswith("complaint:")


def _overtook_its_case(connection: sa.Connection, body: AnyComplaint) -> bool:
    known = sa.select(complaint.c.number).where(complaint.c.number == body.number)
    return not isinstance(body, ComplaintReceived) and connection.scalar(known) is None


def _effects(writer_number: int, group: Sequence[Entry], status: str) -> list[dict[str, Any]]:
    return [
        {
            "place": place_of(writer_number, each.seq),
            "status": status,
            "command_id": each.command_id if status == "applied" else None,
        }
        for each in group
    ]


def _held_row(first: int, each: Entry, held: Held, now_ms: int) -> dict[str, Any]:
    return {
        "place": first,
        "terminal": each.terminal,
        "epoch": each.epoch,
        "seq": each.seq,
        "status": held.status,
        "code": held.code,
        "detail": str(each.kind),
        "since_ms": now_ms,
    }
