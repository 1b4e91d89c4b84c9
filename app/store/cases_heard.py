"""Taking complaints as headquarters sends them, so that every counter sees an open one.

As with customers, headquarters' version replaces what is here once it holds all that this writer
did with the case. Each version on which own steps may rest is kept for a replay.
"""

from collections.abc import Collection, Iterable, Sequence

import msgspec
import sqlalchemy as sa
from msgspec.structs import replace
from sqlalchemy.dialects import sqlite

from app.store.cases import COLUMNS, Case, CaseEvent, CaseWords, as_named_here, without_words
from app.store.heard import Heard
from app.store.origins import FIRST_FOREIGN, is_foreign, own_number
from app.store.prepared import Prepared
from app.store.station import TERMINAL
from app.store.tables.complaints import (
    complaint,
    complaint_event,
    complaint_evidence,
    complaint_words,
)
from app.store.tables.heard import taken_document

ENTITY = "complaint"
_ASIDE = b"/"
_MADE_UP = b"+"
"""Ends the key of a version that no feed brought: it comes after one that a feed did."""

_OF_NUMBER = complaint_event.c.complaint == sa.bindparam("of_number")
_STANDS = Prepared(sa.select(complaint).where(complaint.c.number == sa.bindparam("of_number")))
_TOLD = (*COLUMNS, *CaseWords.__struct_fields__)
_STATE = sqlite.insert(complaint)
_PUT = Prepared(
    _STATE.on_conflict_do_update(
        index_elements=["number"], set_={name: _STATE.excluded[name] for name in _TOLD}
    )
)
_EVENTS = Prepared(sa.select(complaint_event).where(_OF_NUMBER))
_NO_EVENTS = Prepared(sa.delete(complaint_event).where(_OF_NUMBER))
_HAPPENED = Prepared(sa.insert(complaint_event))
_UNSENT = Prepared(
    sa.select(complaint_event.c.seq)
    .where(_OF_NUMBER, complaint_event.c.seq.between(sa.bindparam("first"), FIRST_FOREIGN - 1))
    .limit(1)
)
_KEPT_AT = Prepared(
    sa.select(taken_document.c.after_seq, taken_document.c.document).where(
        taken_document.c.entity == ENTITY, taken_document.c.key == sa.bindparam("of_key")
    )
)
_KEEP = Prepared(sa.insert(taken_document).prefix_with("OR REPLACE"))


def take_cases(connection: sa.Connection, bodies: Sequence[bytes], heard: Heard) -> int:
    """Raises msgspec.DecodeError. A case with unsent steps of this counter is passed over."""
    here = TERMINAL.first(connection)
    for body in bodies:
        told = msgspec.msgpack.decode(body, type=Case)
        if not _has_unsent(connection, told.number, heard.acked):
            own = own_number(told.origins, here.terminal, here.epoch)
            _take(connection, as_named_here(told, own), heard.head)
    return 0


def put_case(connection: sa.Connection, document: bytes) -> None:
    """Let a case stand as a kept document has it."""
    _put(connection, msgspec.msgpack.decode(document, type=Case))


def put_aside_case(connection: sa.Connection, case: Case, after_seq: int) -> None:
    """Let a case stand so after that own entry, here and in a replay."""
    _put(connection, case)
    key = case.number.encode() + _ASIDE + str(after_seq).encode()
    _keep_at(connection, key + _MADE_UP, case, after_seq)


def forget_case_words(connection: sa.Connection, numbers: Collection[str]) -> None:
    """They were erased by law: the versions that are kept for a replay lose their words, too."""
    for number in numbers:
        for row in connection.execute(_kept(number)).all():
            case = msgspec.msgpack.decode(row.document, type=Case)
            blank = replace(without_words(case), words=CaseWords())
            of_row = (taken_document.c.entity == ENTITY) & (taken_document.c.key == row.key)
            changed = sa.update(taken_document).where(of_row)
            connection.execute(changed.values(document=msgspec.msgpack.encode(blank)))


def spoken_of() -> sa.Select[str]:
    """The numbers of cases in which this journal has a part."""
    return sa.select(complaint_event.c.complaint).where(complaint_event.c.seq < FIRST_FOREIGN)


def _take(connection: sa.Connection, case: Case, head: int) -> None:
    case = _with_what_is_known(connection, case)
    _put_aside(connection, case.number)
    if _was_erased(connection, case.number):
        case = replace(case, erased=1)
    _put(connection, case)
    if case.erased:
        forget_case_words(connection, [case.number])
    _keep(connection, case, head)


def _with_what_is_known(connection: sa.Connection, case: Case) -> Case:
    """Words that were not told stay as they are here; those that were erased here stay erased."""
    row = _STANDS.first(connection, {"of_number": case.number})
    told = case.words is not None and bool(case.words.name)
    erased_here = row is not None and not is_foreign(row.seq) and not row.name
    if case.erased or (told and erased_here):  # the latter before headquarters has heard of it
        return replace(without_words(case), words=CaseWords(), erased=1)
    if case.words is not None or row is None:
        return case
    rows = _EVENTS.all(connection, {"of_number": case.number})
    said = {each.seq: (each.detail, each.words) for each in rows}
    events = [_with_words(each, *said.get(each.seq, ("", ""))) for each in case.events]
    words = CaseWords(*(getattr(row, name) for name in CaseWords.__struct_fields__))
    return replace(case, events=events, words=words)


def _with_words(event: CaseEvent, detail: str, words: str) -> CaseEvent:
    return replace(event, detail=event.detail or detail, words=event.words or words)


def _put(connection: sa.Connection, case: Case) -> None:
    words = case.words or CaseWords()
    values = {name: getattr(case, name) for name in COLUMNS} | msgspec.structs.asdict(words)
    _PUT.run(connection, values)
    _NO_EVENTS.run(connection, {"of_number": case.number})
    events = [msgspec.structs.asdict(each) | {"complaint": case.number} for each in case.events]
    _HAPPENED.run_each(connection, events)
    if case.erased:
        for table in (complaint_evidence, complaint_words):
            connection.execute(sa.delete(table).where(table.c.complaint == case.number))


def _has_unsent(connection: sa.Connection, number: str, acked: int) -> bool:
    return _UNSENT.first(connection, {"of_number": number, "first": acked + 1}) is not None


def _put_aside(connection: sa.Connection, number: str) -> None:
    """Own steps since the version before rest on that one: it stays under a key of its own."""
    key = number.encode()
    before = _KEPT_AT.first(connection, {"of_key": key})
    if before is not None and _has_unsent(connection, number, before.after_seq):
        aside = key + _ASIDE + str(before.after_seq).encode()
        moved = sa.update(taken_document).filter_by(entity=ENTITY, key=key)
        connection.execute(moved.values(key=aside))


def _was_erased(connection: sa.Connection, number: str) -> bool:
    """Whether the version that is replaced took the words along, and nothing own came after it.

    Somebody has said something new since: without this a replay would bring the old words back.
    """
    before = _KEPT_AT.first(connection, {"of_key": number.encode()})
    return before is not None and bool(msgspec.msgpack.decode(before.document, type=Case).erased)


def _keep(connection: sa.Connection, case: Case, head: int) -> None:
    _keep_at(connection, case.number.encode(), case, head)


def _keep_at(connection: sa.Connection, key: bytes, case: Case, after_seq: int) -> None:
    values = {"entity": ENTITY, "key": key, "after_seq": after_seq}
    _KEEP.run(connection, values | {"document": msgspec.msgpack.encode(case)})


def kept_cases(connection: sa.Connection) -> Iterable[sa.Row[bytes, int, bytes]]:
    """What a replay needs: all versions of cases in which this journal has a part.

    A step that headquarters refused is in no row any more; the version that it rested on is.
    """
    aside = sa.select(taken_document.c.key).where(
        taken_document.c.entity == ENTITY, sa.func.instr(taken_document.c.key, _ASIDE) > 0
    )
    numbers = {key.partition(_ASIDE)[0].decode() for key in connection.scalars(aside)}
    for number in sorted(numbers | set(connection.scalars(spoken_of()))):
        yield from connection.execute(_kept(number)).all()


def _kept(number: str) -> sa.Select[bytes, int, bytes]:
    key = number.encode()
    column = taken_document.c.key
    mine = (column == key) | column.between(key + _ASIDE, key + b"0")
    return (
        sa.select(column, taken_document.c.after_seq, taken_document.c.document)
        .where(taken_document.c.entity == ENTITY, mine)
        .order_by(column)
    )
