"""Customer cards at the counter: taking in what headquarters says of them, and believing a card."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Annotated, Any, ClassVar

import msgspec
import sqlalchemy as sa
from msgspec import Meta
from nacl.exceptions import BadSignatureError
from nacl.signing import VerifyKey

from app.domain.signed_card import CustomerCard, ReadCard
from app.errors import UserError
from app.store.heard import Heard
from app.store.prepared import Prepared
from app.store.prints import Paper, owe, paper_of
from app.store.station import writer
from app.store.tables.cards import (
    card,
    card_key,
    card_revoked,
    card_shut_out,
    card_wait,
    signed_card,
)

CARD_PREFIX = b"TEM1Q"
"""Stands before a card's statement when headquarters signs it."""

CARD_KEY_PREFIX = b"TEM1C"
"""Stands before a card key's statement when headquarters vouches for it."""


@dataclass(eq=False)
class CardForged(UserError):
    """Its words are not those that headquarters signed, or somebody else signed them."""

    code: ClassVar[str] = "card.forged"


@dataclass(eq=False)
class CardKeyUnknown(UserError):
    """Signed with a key that this counter has not heard of yet."""

    code: ClassVar[str] = "card.key_unknown"


@dataclass(eq=False)
class CardRevoked(UserError):
    """Reported as lost or stolen."""

    code: ClassVar[str] = "card.revoked"
    name: str


class CardKeyRow(msgspec.Struct, frozen=True):
    """A key that cards are signed with. ``signature`` is by a key of headquarters."""

    key: Annotated[int, Meta(ge=1, le=255)]
    public: Annotated[bytes, Meta(min_length=32, max_length=32)]
    signature: bytes


class SignedCardRow(msgspec.Struct, frozen=True):
    """``digits``: what stands in the QR of the card; "" once it is of no use any more."""

    card: Annotated[bytes, Meta(min_length=8, max_length=8)]
    uid: bytes
    digits: str


class ShutOutRow(msgspec.Struct, frozen=True):
    """A card that is good no longer, anywhere."""

    card: Annotated[bytes, Meta(min_length=8, max_length=8)]
    at_ms: int


def key_statement(key: int, public: bytes) -> bytes:
    """The bytes by which headquarters vouches for a card key."""
    return CARD_KEY_PREFIX + msgspec.msgpack.encode([key, public])


def phone_hash(lookup_key: bytes, phone: str) -> bytes:
    """Four bytes by which a number that the holder says can be held against the card."""
    return sha256(lookup_key + b"card" + phone.encode()).digest()[:4] if phone else bytes(4)


def believe(connection: sa.Connection, read: ReadCard) -> CustomerCard:
    """The holder, if headquarters signed these very words and the card was not revoked.

    A card past its day still says who its holder is. Raises CardKeyUnknown, CardForged,
    CardRevoked.
    """
    holder = read.holder
    public = connection.scalar(sa.select(card_key.c.public).where(card_key.c.key == holder.key))
    if public is None:
        raise CardKeyUnknown
    try:
        VerifyKey(public).verify(CARD_PREFIX + read.statement, read.signature)
    except BadSignatureError as error:
        raise CardForged from error
    if is_shut_out(connection, holder.card):
        raise CardRevoked(name=holder.name)
    return holder


def is_shut_out(connection: sa.Connection, name: bytes) -> bool:
    """Whether headquarters or this counter has revoked the card."""
    heard = sa.select(card_shut_out.c.card).where(card_shut_out.c.card == name)
    own = sa.select(card_revoked.c.card).where(card_revoked.c.card == name)
    return any(connection.scalar(query) is not None for query in (heard, own))


def cards_known(connection: sa.Connection, uid: bytes) -> list[bytes]:
    """Every card of a customer that this counter has heard of, revoked or not."""
    issued = connection.scalars(sa.select(card.c.card).where(card.c.uid == uid)).all()
    signed = connection.scalars(sa.select(signed_card.c.card).where(signed_card.c.uid == uid))
    return sorted({*issued, *signed})


def take_card_keys(connection: sa.Connection, bodies: Sequence[bytes], _heard: Heard) -> int:
    """Only what a trusted key of headquarters vouches for."""
    trusted, refused = writer(connection).hq_keys, 0
    for row in (msgspec.msgpack.decode(body, type=CardKeyRow) for body in bodies):
        if not any(_vouches(key, row) for key in trusted):
            refused += 1
            continue
        _put(connection, card_key, {"key": row.key, "public": row.public}, "key")
    return refused


def take_signed_cards(connection: sa.Connection, bodies: Sequence[bytes], _heard: Heard) -> int:
    for row in (msgspec.msgpack.decode(body, type=SignedCardRow) for body in bodies):
        values = {"card": row.card, "uid": row.uid, "digits": row.digits}
        _put(connection, signed_card, values, "card")
    return 0


def take_shut_out(connection: sa.Connection, bodies: Sequence[bytes], _heard: Heard) -> int:
    for row in (msgspec.msgpack.decode(body, type=ShutOutRow) for body in bodies):
        _put(connection, card_shut_out, {"card": row.card, "at_ms": row.at_ms}, "card")
    return 0


def await_signature(connection: sa.Connection, name: bytes, paper: Paper) -> None:
    """Print the card after the next pass of the sync, signed or not."""
    values = {"card": name, "document": paper.kind, "number": paper.subject, "copy": paper.copy}
    connection.execute(sa.insert(card_wait).values(**values))


_WAITING = Prepared(sa.select(card_wait.c.card).limit(1))


def cards_await(connection: sa.Connection) -> bool:
    """Whether any card waits for the end of a pass."""
    return _WAITING.first(connection) is not None


def print_awaited(connection: sa.Connection, at_ms: int) -> int:
    """A pass is over: what waited for it goes to the printer. Returns how many."""
    rows = connection.execute(sa.select(card_wait).order_by(card_wait.c.number)).all()
    if rows:
        owe(connection, [paper_of(r.document, r.number, r.copy) for r in rows], at_ms)
        connection.execute(sa.delete(card_wait))
    return len(rows)


def _vouches(trusted: bytes, row: CardKeyRow) -> bool:
    try:
        VerifyKey(trusted).verify(key_statement(row.key, row.public), row.signature)
    except (BadSignatureError, ValueError):
        return False
    return True


def _put(connection: sa.Connection, table: sa.Table, values: dict[str, Any], by: str) -> None:
    connection.execute(sa.delete(table).where(table.c[by] == values[by]))
    connection.execute(sa.insert(table).values(**values))
