"""Terminals of a bench become headquarters' own: by its tables and its fold, not one by one."""

from collections.abc import Iterator, Sequence

import msgspec
import sqlalchemy as sa

from app.bench.sync.service import Service
from app.bench.sync.terminal import OFFICE, PROVINCE, PaperTerminal
from app.journal.entry import Entry
from app.journal.heads import sign_head
from app.store.fold import fold
from app.store.gathering import gathering, write_rows, write_values
from app.store.origins import place_of
from sync.headquarters.tables import effect, entry, lease_grant, writer

_AT_ONCE = 1_000


def admit(service: Service, terminals: Sequence[PaperTerminal], province: str = PROVINCE) -> None:
    """Enrol them all, each with a range of every kind; nothing was pushed yet."""
    with service.headquarters.database.writing() as connection:
        _enrol(connection, terminals, province)


def admit_begun(service: Service, terminals: Sequence[PaperTerminal]) -> None:
    """Enrol them, and take in the first transaction of each as if it had been pushed."""
    for start in range(0, len(terminals), _AT_ONCE):
        some = terminals[start : start + _AT_ONCE]
        entries = [each for terminal in some for each in terminal.enrolled()]
        with service.headquarters.database.writing() as connection:
            _enrol(connection, some, PROVINCE)
            _take(connection, {each.id: each.number for each in some}, entries)


def _enrol(connection: sa.Connection, terminals: Sequence[PaperTerminal], province: str) -> None:
    write_rows(connection, writer, [_writer(each, province) for each in terminals])
    write_rows(connection, lease_grant, [row for each in terminals for row in _grants(each)])


def _take(connection: sa.Connection, numbers: dict[int, int], entries: Sequence[Entry]) -> None:
    """What ingest does for one terminal, for many."""
    rows = ((*msgspec.structs.astuple(each), each.wall_ms) for each in entries)
    write_values(connection, entry, (*Entry.__struct_fields__, "received_ms"), rows)
    effects = []
    with gathering(connection):
        for each in entries:
            place = place_of(numbers[each.terminal], each.seq)
            fold(connection, msgspec.structs.replace(each, seq=place))
            effects.append({"place": place, "status": "applied", "command_id": each.command_id})
    write_rows(connection, effect, effects)


def _writer(each: PaperTerminal, province: str) -> dict[str, object]:
    """As far as its own head: that of nothing, or of what is taken in with it."""
    head = each.head
    signature = sign_head(each.key, each.id, 1, head.seq, head.hash) if head.seq else None
    return {
        "terminal": each.id,
        "epoch": 1,
        "number": each.number,
        "office": OFFICE,
        "counter": each.counter,
        "province": province,
        "device_key": each.device_key,
        "nonce": each.nonce,
        "enrolled_ms": each.began_ms,
        "head_seq": head.seq,
        "head_hash": head.hash,
        "head_signature": signature,
    }


def _grants(each: PaperTerminal) -> Iterator[dict[str, object]]:
    for lent in each.leases():
        yield {
            "lease_id": lent.lease_id,
            "terminal": each.id,
            "epoch": 1,
            "kind": lent.kind,
            "prefix": lent.prefix,
            "lo": lent.lo,
            "hi": lent.hi,
            "granted_ms": each.began_ms,
        }
