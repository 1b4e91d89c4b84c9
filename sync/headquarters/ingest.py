"""Taking in what terminals push: stored once, always acknowledged, folded if it can be."""

from collections.abc import Sequence
from typing import Any

import msgspec
import sqlalchemy as sa

from app.journal.entry import Entry
from app.store.among import Among
from app.store.gathering import writing_values
from app.store.origins import place_of
from app.store.prepared import Prepared
from sync.batches import Batch, transactions, wire_of
from sync.headquarters.answers import fork, gap, unknown_writer, wrong_signature
from sync.headquarters.cards import publish_card_key, sign_cards
from sync.headquarters.database import Database
from sync.headquarters.folding import CASE_NOT_HERE, fold_transactions
from sync.headquarters.judging import judgement
from sync.headquarters.keys import HeadquartersKeys
from sync.headquarters.rebooking import book_again
from sync.headquarters.tables import effect, entry, fork_evidence, held_entity, quarantine, writer
from sync.headquarters.telling import Touched, tell
from sync.wire import EntriesPage, EntriesQuery, Notice

_COLUMNS = [str(column.name) for column in entry.columns if column is not entry.c.received_ms]

_WHOSE = (
    writer.c.terminal == sa.bindparam("of_terminal"),
    writer.c.epoch == sa.bindparam("of_epoch"),
)
_KNOWN = Prepared(sa.select(writer).where(*_WHOSE))
_TAKEN = Prepared(sa.select(writer).where(*_WHOSE).with_for_update())
_MOVED = Prepared(
    sa.update(writer)
    .where(*_WHOSE)
    .values(
        head_seq=sa.bindparam("seq", type_=sa.BigInteger),
        head_hash=sa.bindparam("hash"),
        head_signature=sa.bindparam("signature"),
    )
    .returning(writer)
)
# What was let go must not overtake an earlier one that still waits: a void its sale.
_WAITING = Prepared(sa.select(quarantine).order_by(quarantine.c.place))
_FOLLOWING = (
    sa.select(*(entry.c[name] for name in _COLUMNS))
    .where(
        entry.c.terminal == sa.bindparam("of_terminal"),
        entry.c.epoch == sa.bindparam("of_epoch"),
        entry.c.seq >= sa.bindparam("first"),
    )
    .order_by(entry.c.seq)
)
_FORGET = (
    Among(lambda one_of: sa.delete(held_entity).where(one_of(held_entity.c.place))),
    Among(lambda one_of: sa.delete(quarantine).where(one_of(quarantine.c.place))),
    Among(lambda one_of: sa.delete(effect).where(one_of(effect.c.place))),
)

MOST_NOTICES = 200
"""Exceptions told to a terminal at once; it hears of the others as these are settled."""


def find_writer(connection: sa.Connection, terminal: int, epoch: int) -> sa.Row[Any]:
    """Raises Refused for a writer that was never enrolled."""
    row: sa.Row[Any] | None = _KNOWN.first(connection, {"of_terminal": terminal, "of_epoch": epoch})
    if row is None:
        raise unknown_writer()
    return row


def _taken(connection: sa.Connection, terminal: int, epoch: int) -> sa.Row[Any]:
    """The writer's row: whoever else pushes for it waits until this transaction ends."""
    row: sa.Row[Any] = _TAKEN.first(connection, {"of_terminal": terminal, "of_epoch": epoch})
    return row


def ingest(database: Database, keys: HeadquartersKeys, batch: Batch, now_ms: int) -> sa.Row[Any]:
    """Store and fold what is new in ``batch``; returns the writer's row as it then stands.

    By ``keys`` headquarters believes what it has forgotten, and signs customers' cards.

    The same batch again changes nothing. Raises Refused: unknown writer, wrong signature, a gap,
    a fork.
    """
    last = batch.last
    with database.reading() as connection:
        known = find_writer(connection, last.terminal, last.epoch)
    if not batch.is_signed_by(known.device_key):
        raise wrong_signature()
    with database.writing(receipted=True) as connection:
        stands = _taken(connection, last.terminal, last.epoch)
        forked = bool(stands.frozen) or _contradicts(connection, stands, batch, now_ms)
        if not forked:
            if batch.entries[0].seq > stands.head_seq + 1:
                raise gap(stands.head_seq + 1)
            new = [each for each in batch.entries if each.seq > stands.head_seq]
            if new:
                book_again(connection, keys.public, stands, new, now_ms)
                stands = _take(connection, keys, stands, batch, new, now_ms)
    if forked:  # after the commit: the evidence stays
        raise fork()
    return stands


def retry_held(database: Database, now_ms: int) -> int:
    """Fold again, in order, what was held: a newer program may understand it now.

    Returns how many transactions are no longer held.
    """
    with database.writing() as connection:
        before = _count_held(connection)
        tell(connection, retry_all(connection, now_ms))
        return before - _count_held(connection)


def notices_of(connection: sa.Connection, terminal: int, epoch: int) -> list[sa.Row[Any]]:
    """What is held of one writer, oldest first."""
    return _NOTICES.all(connection, {"of_terminal": terminal, "of_epoch": epoch})


_NOTICES = Prepared(
    sa.select(quarantine)
    .where(
        quarantine.c.terminal == sa.bindparam("of_terminal"),
        quarantine.c.epoch == sa.bindparam("of_epoch"),
    )
    .order_by(quarantine.c.place)
    .limit(MOST_NOTICES)
)


def told_of(connection: sa.Connection, terminal: int, epoch: int) -> list[Notice]:
    """The same as it is told to the writer."""
    return [
        Notice(seq=row.seq, status=row.status, code=row.code, detail=row.detail)
        for row in notices_of(connection, terminal, epoch)
    ]


def own_entries(connection: sa.Connection, stands: sa.Row[Any], query: EntriesQuery) -> EntriesPage:
    """Entries of one writer, for itself: an old image has lost them."""
    rows = connection.execute(
        sa.select(*(entry.c[name] for name in _COLUMNS))
        .where(
            entry.c.terminal == stands.terminal,
            entry.c.epoch == stands.epoch,
            entry.c.seq.between(query.after + 1, stands.head_seq),
        )
        .order_by(entry.c.seq)
        .limit(query.limit)
    )
    return EntriesPage(
        first_seq=query.after + 1,
        entries=[wire_of(Entry(**row._asdict())) for row in rows],
        head_seq=stands.head_seq,
        signature=stands.head_signature or bytes(64),
    )


def _contradicts(connection: sa.Connection, stands: sa.Row[Any], batch: Batch, now_ms: int) -> bool:
    """Whether the writer signed another history before; if so it is frozen, with the evidence."""
    first = batch.entries[0]
    ours = _hashes(connection, stands, first.seq, batch.last.seq)
    if first.seq == stands.head_seq + 1:
        pairs = [(stands.head_seq, stands.head_hash, first.prev)]
    else:
        pairs = [(e.seq, ours[e.seq], e.hash) for e in batch.entries if e.seq in ours]
    differing = next((pair for pair in pairs if pair[1] != pair[2]), None)
    if differing is None:
        return False
    seq, hash_ours, hash_theirs = differing
    key = {"terminal": stands.terminal, "epoch": stands.epoch}
    connection.execute(
        sa.insert(fork_evidence).values(
            **key,
            seq=seq,
            hash_ours=hash_ours,
            hash_theirs=hash_theirs,
            raw=batch.raw,
            seen_ms=now_ms,
        )
    )
    connection.execute(sa.update(writer).filter_by(**key).values(frozen=1))
    return True


def _hashes(
    connection: sa.Connection, stands: sa.Row[Any], first: int, last: int
) -> dict[int, bytes]:
    if first > stands.head_seq:
        return {}
    rows = connection.execute(
        sa.select(entry.c.seq, entry.c.hash).where(
            entry.c.terminal == stands.terminal,
            entry.c.epoch == stands.epoch,
            entry.c.seq.between(first, last),
        )
    )
    return {row.seq: row.hash for row in rows}


def _take(
    connection: sa.Connection,
    keys: HeadquartersKeys,
    stands: sa.Row[Any],
    batch: Batch,
    new: Sequence[Entry],
    now_ms: int,
) -> sa.Row[Any]:
    judged = judgement(connection, stands, new)
    rows = ((*msgspec.structs.astuple(each), now_ms) for each in new)
    with writing_values(connection, entry, (*Entry.__struct_fields__, "received_ms"), rows):
        judged.read(new)
    folded = fold_transactions(connection, stands.number, transactions(new), judged, now_ms)
    folded.write(connection)
    last = batch.last
    moved = {"seq": last.seq, "hash": last.hash, "signature": batch.signature}
    stands = _MOVED.first(
        connection, {"of_terminal": last.terminal, "of_epoch": last.epoch, **moved}
    )
    waited_for = {f"customer:{uid.hex()}" for uid in folded.registered} & judged.held
    if waited_for or (folded.received and _cases_are_missed(connection)):
        folded.touched |= retry_all(connection, now_ms)
    if folded.touched.cards:
        sign_cards(connection, keys, folded.touched.cards, now_ms)
        publish_card_key(connection, keys)
    tell(connection, folded.touched)
    return stands


def _cases_are_missed(connection: sa.Connection) -> bool:
    """Whether a step waits for its case to arrive."""
    missed = sa.select(quarantine.c.place).where(quarantine.c.code == CASE_NOT_HERE)
    return connection.scalar(missed.limit(1)) is not None


def retry_all(connection: sa.Connection, now_ms: int) -> Touched:
    """Fold again what is held, each writer's in order, for as long as that lets anything go.

    Returns of whom and what others must hear.
    """
    touched = Touched()
    waiting = _WAITING.all(connection)
    for _ in range(len(waiting)):
        touched |= _retry(connection, waiting, now_ms)
        left = _WAITING.all(connection)
        if [_fate(row) for row in left] == [_fate(row) for row in waiting]:
            break
        waiting = left
    return touched


def _fate(row: sa.Row[Any]) -> tuple[int, str, str]:
    return row.place, row.status, row.code


def _retry(connection: sa.Connection, waiting: Sequence[sa.Row[Any]], now_ms: int) -> Touched:
    """One round. What only waits holds nobody up meanwhile: two of them would wait for ever."""
    touched = Touched()
    blocked = sa.select(quarantine.c.place).where(quarantine.c.status == "blocked")
    connection.execute(sa.delete(held_entity).where(held_entity.c.place.in_(blocked)))
    for row in waiting:
        stands = _taken(connection, row.terminal, row.epoch)
        group = _transaction_at(connection, row)
        places = [place_of(stands.number, each.seq) for each in group]
        for forget in _FORGET:
            forget.run(connection, places)
        judged = judgement(connection, stands, group)
        folded = fold_transactions(connection, stands.number, [group], judged, now_ms)
        folded.write(connection)
        touched |= folded.touched
    return touched


def places_of(connection: sa.Connection, held: sa.Row[Any]) -> list[int]:
    """Of all entries of a held transaction; its own place is that of the first."""
    return [held.place + nth for nth in range(len(_transaction_at(connection, held)))]


def _count_held(connection: sa.Connection) -> int:
    return connection.scalar(sa.select(sa.func.count()).select_from(quarantine)) or 0


def _transaction_at(connection: sa.Connection, row: sa.Row[Any]) -> tuple[Entry, ...]:
    found: list[Entry] = []
    first = {"of_terminal": row.terminal, "of_epoch": row.epoch, "first": row.seq}
    with connection.execute(_FOLLOWING, first) as rows:
        while (not found or not found[-1].txn_last) and (each := rows.fetchone()) is not None:
            found.append(Entry(**dict(zip(_COLUMNS, each, strict=True))))
    return tuple(found)
