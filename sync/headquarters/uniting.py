"""A person of headquarters says that two customers are one, or two, and may take it back.

These are headquarters' own facts: they stand in no counter's journal, are folded by the same rules
as what counters say, come down by the feed, and are in the chained log with the person's name.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, ClassVar

import sqlalchemy as sa

from app.domain.customer_number import parse_customer_number
from app.domain.relations import MERGEABLE
from app.errors import UserError
from app.ids import new_id
from app.store.fold.words import FIELDS, settle
from app.store.merges import merges_holding, newest_stamp, relatives_of, root_of
from app.store.tables.customers import customer
from app.store.tables.merges import customer_word, merge_fact, merge_undone
from app.store.tables.relations import organisation
from sync.headquarters.database import Database, upsert
from sync.headquarters.hidden_words import keep_hidden_words
from sync.headquarters.publishing import write_log
from sync.headquarters.revoking import reason_words
from sync.headquarters.staff_tables import duplicate
from sync.headquarters.telling import Touched, tell


@dataclass(eq=False)
class CustomerNotHere(UserError):
    """Headquarters knows nobody by the number, or their data was erased."""

    code: ClassVar[str] = "duplicates.customer_unknown"
    number: str


@dataclass(eq=False)
class SameAlready(UserError):
    """Both numbers lead to the same customer."""

    code: ClassVar[str] = "duplicates.same_already"


@dataclass(eq=False)
class NotTheSame(UserError):
    """The two were not merged."""

    code: ClassVar[str] = "duplicates.not_the_same"


@dataclass(eq=False)
class NotOfOneKind(UserError):
    """One is a person, the other an organisation."""

    code: ClassVar[str] = "duplicates.not_of_one_kind"


@dataclass(frozen=True, slots=True)
class Decision:
    """About two customers by their numbers. ``keep`` stays, ``other`` leads to it from then on."""

    keep: str
    other: str
    reason: str
    who: str


def merge(database: Database, made: Decision, now_ms: int) -> None:
    """They are one. What ``keep`` lacks is taken over from ``other``.

    Raises CustomerNotHere, SameAlready, NotOfOneKind, ReasonMissing.
    """
    made = replace(made, reason=reason_words(made.reason))
    with database.writing() as connection:
        winner, loser = _today(connection, made.keep), _today(connection, made.other)
        _check(connection, winner.uid, loser.uid)
        taken = [field for field in MERGEABLE if _lacks(winner, field) and not _lacks(loser, field)]
        fact = new_id(now_ms)
        connection.execute(
            sa.insert(merge_fact).values(
                merge=fact,
                hlc=stamp_after(connection, (winner.uid, loser.uid), now_ms),
                terminal=0,
                epoch=0,
                winner=winner.uid,
                loser=loser.uid,
                taken=" ".join(taken),
                at_ms=now_ms,
                reason=made.reason,
                clerk_name=made.who,
                approver="",
                seq=0,
            )
        )
        settle(connection, (winner.uid, loser.uid))
        _note(connection, (winner.uid, loser.uid), "merged", made, now_ms)
        detail = f"{winner.number} ← {loser.number} [{fact.hex()}] {' '.join(taken)}: {made.reason}"
        write_log(connection, now_ms, "customers_merged", detail, made.who)
        _tell(connection, winner.uid, loser.uid)


def keep_apart(database: Database, made: Decision, now_ms: int) -> None:
    """They are two: the pair is not proposed again. Raises as ``merge``."""
    made = replace(made, reason=reason_words(made.reason))
    with database.writing() as connection:
        one, other = _today(connection, made.keep), _today(connection, made.other)
        if one.uid == other.uid:
            raise SameAlready
        _note(connection, (one.uid, other.uid), "apart", made, now_ms)
        detail = f"{one.number} | {other.number}: {made.reason}"
        write_log(connection, now_ms, "customers_kept_apart", detail, made.who)


def unmerge(database: Database, made: Decision, now_ms: int) -> None:
    """They are two after all, whoever merged them: both are again what they were.

    Raises CustomerNotHere, NotTheSame, ReasonMissing.
    """
    made = replace(made, reason=reason_words(made.reason))
    with database.writing() as connection:
        kept, other = _record(connection, made.keep), _record(connection, made.other)
        head = root_of(connection, kept.uid)
        if kept.uid == other.uid or head != root_of(connection, other.uid):
            raise NotTheSame
        leaving = kept if other.uid == head else other
        merges = merges_holding(connection, leaving.uid)
        undoing = new_id(now_ms)
        rows = [
            {
                "merge": merge,
                "undoing": undoing,
                "hlc": stamp_after(connection, (kept.uid, other.uid), now_ms),
                "at_ms": now_ms,
                "reason": made.reason,
                "clerk_name": made.who,
                "approver": "",
                "seq": 0,
            }
            for merge in merges
        ]
        connection.execute(sa.insert(merge_undone), rows)
        settle(connection, (kept.uid, other.uid))
        _note(connection, (kept.uid, other.uid), "apart", made, now_ms)
        named = " ".join(merge.hex() for merge in merges)
        detail = f"{leaving.number} ↚ {kept.number}, {other.number} [{named}]: {made.reason}"
        write_log(connection, now_ms, "customers_unmerged", detail, made.who)
        _tell(connection, kept.uid, other.uid)


def _record(connection: sa.Connection, number: str) -> sa.Row[Any]:
    packed = parse_customer_number(number)
    row = connection.execute(sa.select(customer).where(customer.c.number == packed)).one_or_none()
    if row is None or row.erased:
        raise CustomerNotHere(number=number)
    return row


def _today(connection: sa.Connection, number: str) -> sa.Row[Any]:
    """Whom a number leads to."""
    row = _record(connection, number)
    head = root_of(connection, row.uid)
    if head == row.uid:
        return row
    return connection.execute(sa.select(customer).where(customer.c.uid == head)).one()


def _check(connection: sa.Connection, one: bytes, other: bytes) -> None:
    if one == other:
        raise SameAlready
    named = sa.select(sa.func.count()).where(organisation.c.uid.in_((one, other)))
    if connection.scalar(named) == 1:
        raise NotOfOneKind


def _lacks(row: sa.Row[Any], field: str) -> bool:
    return not any(getattr(row, column) for column in FIELDS[field])


def stamp_after(connection: sa.Connection, uids: Iterable[bytes], now_ms: int) -> int:
    """Later than everything that this decision was made by, whoever's clock was fast."""
    words = sa.select(sa.func.max(customer_word.c.hlc)).where(
        customer_word.c.uid.in_(relatives_of(connection, uids))
    )
    said = connection.scalar(words) or 0
    return max(now_ms << 16, newest_stamp(connection) + 1, said + 1)


def _note(
    connection: sa.Connection, pair: tuple[bytes, bytes], state: str, made: Decision, now_ms: int
) -> None:
    """What was said of a pair, proposed or not."""
    one, other = sorted(pair)
    known = connection.execute(
        sa.select(duplicate).where(duplicate.c.one == one, duplicate.c.other == other)
    ).one_or_none()
    row = {
        "pair": one.hex() + other.hex(),
        "one": one,
        "other": other,
        "score": known.score if known else 0,
        "reasons": known.reasons if known else "",
        "state": state,
        "loser": pair[1] if state == "merged" else None,
        "found_ms": known.found_ms if known else now_ms,
        "decided_ms": now_ms,
        "who": made.who,
        "words": made.reason,
    }
    upsert(connection, duplicate, [row])


def _tell(connection: sa.Connection, *uids: bytes) -> None:
    keep_hidden_words(connection, uids)
    tell(connection, Touched(customers=set(uids), merged=set(uids)))
