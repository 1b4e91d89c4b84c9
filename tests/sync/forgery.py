"""Pushes that no engine would make: a terminal whose program has gone mad, with its own key."""

from hashlib import sha256

from msgspec.structs import replace
from nacl.signing import SigningKey

from app.ids import new_id
from app.journal.appending import body_bytes
from app.journal.entry import TXN_LAST, Entry, entry_hash
from app.journal.heads import sign_head
from app.journal.kinds.body import Body
from app.store.books import entries
from sync.batches import wire_of
from sync.wire import Push, pack
from tests.sync.country import Counter


def journal_of(counter: Counter) -> list[Entry]:
    with counter.store.reading() as connection:
        return list(entries(connection))


def pushed_by_hand(
    counter: Counter, sent: list[Entry], key: SigningKey | None = None
) -> tuple[int, bytes]:
    """Status and body of a push that no engine would make."""
    first, last = sent[0], sent[-1]
    signer = key or counter.store.secrets.signing_key
    body = Push(
        terminal=first.terminal,
        epoch=first.epoch,
        first_seq=first.seq,
        prev=first.prev,
        entries=[wire_of(each) for each in sent],
        signature=sign_head(signer, last.terminal, last.epoch, last.seq, last.hash),
    )
    reply = counter.wire.send("/v1/push", pack(body))
    return reply.status, reply.body


def rechained(given: list[Entry]) -> list[Entry]:
    made: list[Entry] = []
    for each in given:
        linked = replace(each, prev=made[-1].hash if made else each.prev)
        made.append(replace(linked, hash=entry_hash(linked)))
    return made


def forged(counter: Counter, *bodies: Body, **changes: object) -> list[Entry]:
    """The next transaction of a counter whose program has gone mad, signed with its key."""
    last = journal_of(counter)[-1]
    txn = new_id(0)
    made: list[Entry] = []
    for place, body in enumerate(bodies):
        raw = body_bytes(body)
        closes = place == len(bodies) - 1
        values: dict[str, object] = {
            "seq": last.seq + 1 + place,
            "prev": made[-1].hash if made else last.hash,
            "entry_id": new_id(0),
            "command_id": new_id(0) if place == 0 else None,
            "txn_id": txn,
            "flags": TXN_LAST if closes else 0,
            "kind": body.NUMBER,
            "kind_version": body.VERSION,
            "body": raw,
            "body_hash": sha256(raw).digest(),
        }
        made.append(replace(last, **(values | changes)))
        made[-1] = replace(made[-1], hash=entry_hash(made[-1]))
    return made
