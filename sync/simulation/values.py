"""I8: no value that somebody gave a customer disappears unseen."""

from dataclasses import dataclass
from typing import Any

import msgspec
import sqlalchemy as sa

from app.journal.appending import read_body
from app.journal.kinds.conflicts import ConflictSettled
from app.journal.kinds.customers import Change, CustomerEdited
from app.store.fold.words import own_words_of
from app.store.merges import relatives_of
from app.store.tables.customers import customer
from app.store.tables.merges import merge_fact
from sync.headquarters.office import Headquarters
from sync.headquarters.tables import conflict
from sync.simulation.broken import holds
from sync.simulation.rows import applied

_NOT_OF_THE_ROW = ("citizen", "organisation")


def losing_values_can_be_read(headquarters: Headquarters) -> None:
    """What an edit wrote stands in the row, was edited on by who saw it, or is in conflict.

    What a merged number says itself stands beside its row, which shows what all of them come to;
    who merged them saw what either said until then. A conflict stands on the page of all of them.
    """
    with headquarters.database.reading() as hq:
        readable = _read(hq)
    for hlc, body in readable.edits:
        looked_at = bool(readable.rows[body.uid].erased) or hlc < readable.merged.get(body.uid, 0)
        for change in body.changes:
            if change.field not in _NOT_OF_THE_ROW and not looked_at:
                number = readable.rows[body.uid].number
                holds("I8", readable.holds(body.uid, change), f"{change.field} of {number} is lost")


_Said = tuple[bytes, str, str]
"""Customer, field and value."""


@dataclass(frozen=True, slots=True)
class _Readable:
    """``merged``: when each was last merged. ``one``: all who ever were one with somebody."""

    edits: list[tuple[int, CustomerEdited | ConflictSettled]]
    rows: dict[bytes, Any]
    own: dict[bytes, dict[str, Any]]
    kept: set[_Said]
    merged: dict[bytes, int]
    one: dict[bytes, set[bytes]]
    seen: set[_Said]

    def holds(self, uid: bytes, change: Change) -> bool:
        """Whether what ``change`` wrote can still be read."""
        field, wrote = change.field, _json(change.to)
        shown = getattr(self.rows[uid], field)
        stands = (shown, self.own.get(uid, {}).get(field, shown))
        return (
            wrote in [_json_of(field, value) for value in stands]
            or (uid, field, wrote) in self.seen
            or any((each, field, wrote) in self.kept for each in self.one[uid])
        )


def _read(hq: sa.Connection) -> _Readable:
    rows = {row.uid: row for row in hq.execute(sa.select(customer))}
    edits = [
        (each.hlc, body)
        for each in applied(hq)
        if isinstance(body := read_body(each), CustomerEdited | ConflictSettled)
    ]
    facts = hq.execute(sa.select(merge_fact).order_by(merge_fact.c.hlc)).all()
    return _Readable(
        edits=edits,
        rows=rows,
        own={uid: values for uid, (values, _) in own_words_of(hq, list(rows)).items()},
        kept={
            (row.uid, row.field, value)
            for row in hq.execute(sa.select(conflict))
            for value in (row.mine, row.theirs)
        },
        merged={uid: fact.hlc for fact in facts for uid in (fact.winner, fact.loser)},
        one={uid: relatives_of(hq, [uid]) for uid in {body.uid for _, body in edits}},
        seen={(body.uid, c.field, _json(c.was)) for _, body in edits for c in body.changes},
    )


def _json_of(field: str, column: str) -> str:
    return _json(column.split() if field == "phones" else column)


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()
