"""``tem verify``: chain checked, journal folded into an empty store, row held against row."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

import sqlalchemy as sa

from app.domain.proof import proof_code
from app.journal.appending import Head
from app.journal.chain import flaws
from app.journal.entry import Entry, entry_hash, genesis_hash
from app.journal.heads import head_bytes, head_is_signed
from app.store.books import entries, entry_at, head
from app.store.bundles import PARTS
from app.store.cases_heard import spoken_of
from app.store.complaints import own_evidence
from app.store.emptiness import empty_store
from app.store.fold.customers import base_columns
from app.store.replaying import replay, touched_here
from app.store.store import Store
from app.store.tables.acceptance import label_roll
from app.store.tables.cards import FOLDED as CARDS
from app.store.tables.complaints import (
    complaint,
    complaint_event,
    complaint_evidence,
    complaint_words,
)
from app.store.tables.conflicts import FOLDED as CONFLICTS
from app.store.tables.customers import (
    customer,
    customer_alias,
    customer_event,
)
from app.store.tables.journal import erasure
from app.store.tables.merges import customer_word, merge_fact, merge_undone
from app.store.tables.money import (
    adjusted_item,
    adjustment,
    credit_account,
    credit_used,
    payment_part,
    service_record,
)
from app.store.tables.relations import FOLDED as RELATIONS
from app.store.tables.search import search_key
from app.store.tables.shifts import cash_count, cash_movement, shift, shift_correction
from app.store.tables.shipments import document, posting, receipt, shipment
from app.store.tables.station import lease, terminal
from app.store.vault import EvidenceGone, Vault

WORST_SHOWN = 100


@dataclass(frozen=True, slots=True)
class Problem:
    """``code`` names the sentence; ``seq`` 0 when no single entry is meant."""

    code: str
    seq: int = 0
    table: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Verification:
    """``head`` is the hash of the last entry; the books are sound when nothing is a problem."""

    entries: int
    head: bytes
    problems: tuple[Problem, ...]

    @property
    def ok(self) -> bool:
        return not self.problems


@dataclass(frozen=True, slots=True)
class ProofCheck:
    """What a receipt's proof code leads to; ``ok`` when the entry's bytes still give that code."""

    receipt: str
    seq: int
    ok: bool


def verify(store: Store) -> Verification:
    """Check everything that this store says of itself; at most WORST_SHOWN problems are listed."""
    with store.reading() as live:
        here = live.execute(sa.select(terminal)).one_or_none()
        stands = head(live)
        if here is None or stands is None:
            return Verification(0, b"", (Problem("verify.no_books"),))
        problems = [*_chain_problems(store, live, here)]
        if store.missing:
            problems.append(Problem("verify.old_image", seq=stands[0].seq))
        problems += _replay_problems(live)
        problems += _evidence_problems(store, live)
        return Verification(stands[0].seq, stands[0].hash, tuple(problems[:WORST_SHOWN]))


def verify_proof(store: Store, proof: str) -> ProofCheck | None:
    """The entry behind a proof code; None when this store has no such receipt."""
    with store.reading() as live:
        found = live.execute(
            sa.select(receipt.c.number, receipt.c.seq).where(receipt.c.proof == proof)
        ).one_or_none()
        if found is None:
            return None
        entry = entry_at(live, found.seq)
    ok = entry is not None and proof_code(entry_hash(entry)) == proof
    return ProofCheck(found.number, found.seq, ok)


def _chain_problems(store: Store, live: sa.Connection, here: Any) -> Iterator[Problem]:  # noqa: ANN401 - a row
    genesis = genesis_hash(here.terminal, here.epoch, here.device_key, here.nonce)
    last: Entry | None = None

    def remembered() -> Iterator[Entry]:
        nonlocal last
        for entry in entries(live):
            last = entry
            yield entry

    for flaw in flaws(remembered(), genesis):
        yield Problem(flaw.what, seq=flaw.seq)
    stands = head(live)
    assert stands is not None
    position, signature = stands
    if last is None or _place_of(last) != _place_of(position):
        yield Problem("verify.head_differs", seq=position.seq)
    message = head_bytes(here.terminal, here.epoch, position.seq, position.hash)
    own_key = bytes(store.secrets.signing_key.verify_key)
    if here.device_key != own_key or not head_is_signed(own_key, message, signature):
        yield Problem("verify.head_unsigned", seq=position.seq)


def _evidence_problems(store: Store, live: sa.Connection) -> Iterator[Problem]:
    vault = Vault(store)
    for seq, stored in own_evidence(live):
        try:
            vault.open(stored)
        except EvidenceGone:
            yield Problem("verify.evidence_gone", seq=seq, key=stored.name)


def _place_of(stands: Entry | Head) -> tuple[int, bytes, int, int]:
    return stands.seq, stands.hash, stands.hlc, stands.wall_ms


def _replay_problems(live: sa.Connection) -> Iterator[Problem]:
    with empty_store() as empty:
        for seq in replay(live, empty):
            yield Problem("verify.fold_failed", seq=seq)
        for name, key, query in _comparisons():
            rows = live.execution_options(yield_per=1_000).execute(query)
            yield from _differences(name, key, rows, empty.execute(query))


@cache
def _comparisons() -> tuple[tuple[str, int, sa.Select[Any]], ...]:
    """What is compared, made once: a statement that is known is executed in half the time."""
    return tuple(_compared())


def _compared() -> Iterator[tuple[str, int, sa.Select[Any]]]:
    """Each derived table: name, how many leading columns are its key, rows in order of that key.

    Erased customers have no journal left to replay and are left out on both sides.
    """
    ours = touched_here() & (customer.c.erased == 0)
    yield "customer", 1, sa.select(*base_columns()).where(ours).order_by(customer.c.uid)
    yield "search_key", 3, _keys_of(ours)
    yield from _beside()
    yield from _cases()
    yield "customer_word", 2, _words(ours)
    for table in (merge_fact, merge_undone):
        key = list(table.primary_key.columns)
        yield table.name, len(key), sa.select(table).where(table.c.seq > 0).order_by(*key)
    for table in (
        customer_event, receipt, shipment, posting, document, lease, erasure,
        shift, cash_movement, cash_count, shift_correction,
        label_roll, *CARDS, *(table for table in RELATIONS if table not in _APART),
        complaint_evidence, complaint_words, *CONFLICTS,
        payment_part, adjustment, adjusted_item, service_record, credit_account, credit_used,
    ):  # fmt: skip
        key = list(table.primary_key.columns)
        yield table.name, len(key), sa.select(table).order_by(*key)


def _beside() -> Iterator[tuple[str, int, sa.Select[Any]]]:
    """What stands beside customers of whom the journal speaks; of others it is headquarters'."""
    erased = sa.select(customer.c.uid).where(customer.c.erased == 1)
    for table, owner in (
        (customer_alias, customer_alias.c.uid), *((part.table, part.owner) for part in PARTS),
    ):  # fmt: skip
        key = list(table.primary_key.columns)
        spoken_of = owner.in_(sa.select(customer_event.c.uid)) & owner.not_in(erased)
        yield table.name, len(key), sa.select(table).where(spoken_of).order_by(*key)


def _cases() -> Iterator[tuple[str, int, sa.Select[Any]]]:
    """Cases in which the journal has a part; of others every row is headquarters'."""
    for table, number in (
        (complaint, complaint.c.number), (complaint_event, complaint_event.c.complaint),
    ):  # fmt: skip
        key = list(table.primary_key.columns)
        yield (
            table.name,
            len(key),
            sa.select(table).where(number.in_(spoken_of())).order_by(*key),
        )


_APART = (customer_word, merge_fact, merge_undone, *(part.table for part in PARTS))
"""Of these headquarters has sent some rows, which stand in no entry here."""


def _words(ours: sa.ColumnElement[bool]) -> sa.Select[Any]:
    of_ours = customer_word.c.uid.in_(sa.select(customer.c.uid).where(ours))
    return sa.select(customer_word).where(of_ours).order_by(*customer_word.primary_key.columns)


def _keys_of(ours: sa.ColumnElement[bool]) -> sa.Select[Any]:
    """Search keys that lead to our customers: one walk over all keys, since none is by customer.

    A join would let the database walk the keys once for each customer: minutes for a million.
    """
    owner = sa.select(customer.c.uid).where(customer.c.id == search_key.c.customer)
    uid = owner.scalar_subquery().label("uid")
    of_ours = search_key.c.customer.in_(sa.select(customer.c.id).where(ours))
    keys = sa.select(uid, search_key.c.kind, search_key.c.key).where(of_ours)
    return keys.order_by(sa.text("uid"), search_key.c.kind, search_key.c.key)


def _differences(
    name: str,
    key: int,
    live: Iterable[sa.Row[Any]],
    replayed: Iterable[sa.Row[Any]],
) -> Iterator[Problem]:
    """Walk two ordered results side by side: a million rows need no more memory than two."""
    ours, theirs = iter(live), iter(replayed)
    mine, other = next(ours, None), next(theirs, None)
    while mine is not None or other is not None:
        if other is None or (mine is not None and tuple(mine[:key]) < tuple(other[:key])):
            assert mine is not None
            yield Problem("verify.row_extra", table=name, key=_shown(mine[0]))
            mine = next(ours, None)
        elif mine is None or tuple(other[:key]) < tuple(mine[:key]):
            yield Problem("verify.row_missing", table=name, key=_shown(other[0]))
            other = next(theirs, None)
        else:
            if tuple(mine) != tuple(other):
                yield Problem("verify.row_differs", table=name, key=_shown(mine[0]))
            mine, other = next(ours, None), next(theirs, None)


def _shown(key: object) -> str:
    return key.hex() if isinstance(key, bytes) else str(key)
