"""Signing customers' cards, and telling every counter which key signed and which cards are out."""

import hmac
from collections.abc import Collection, Iterator
from datetime import timedelta
from hashlib import sha256

import msgspec
import sqlalchemy as sa
from nacl.signing import SigningKey

from app.clock import local, utc
from app.domain.daily_report import PLACE_BITS
from app.domain.signed_card import CustomerCard, digits_of, statement_of
from app.store.cards import (
    CARD_PREFIX,
    CardKeyRow,
    ShutOutRow,
    SignedCardRow,
    key_statement,
    phone_hash,
)
from app.store.tables.cards import card, card_revoked, signed_card
from app.store.tables.customers import customer
from sync.headquarters.feed import NATION, Item, batched, province_scope, publish
from sync.headquarters.keys import HeadquartersKeys
from sync.headquarters.tables import feed, writer

CURRENT_KEY = 1
VALID_DAYS = 5 * 365

KEY_ENTITY, CARD_ENTITY, OUT_ENTITY = "card_key", "signed_card", "card_out"


def signing_key(keys: HeadquartersKeys, number: int = CURRENT_KEY) -> SigningKey:
    """The key of a number: made from headquarters' own, which nobody can make from it."""
    return SigningKey(hmac.digest(keys.signing, b"customer cards %d" % number, sha256))


def sign_cards(
    connection: sa.Connection, keys: HeadquartersKeys, uids: Collection[bytes], now_ms: int
) -> None:
    """Sign what was issued to these customers and is neither signed nor revoked."""
    for group in batched(uids):
        query = (
            sa.select(
                card.c.card, card.c.issued_ms, customer.c.uid, customer.c.number,
                customer.c.full_name, customer.c.phones,
            )
            .join(customer, customer.c.uid == card.c.uid)
            .outerjoin(signed_card, signed_card.c.card == card.c.card)
            .outerjoin(card_revoked, card_revoked.c.card == card.c.card)
            .where(
                card.c.uid.in_(group), customer.c.erased == 0,
                signed_card.c.card.is_(None), card_revoked.c.card.is_(None),
            )
        )  # fmt: skip
        for row in connection.execute(query).mappings().all():
            digits = _signed(keys, row, now_ms)
            values = {"card": row["card"], "uid": row["uid"], "digits": digits}
            connection.execute(sa.insert(signed_card).values(**values))


def card_items(connection: sa.Connection, uids: Collection[bytes]) -> Iterator[Item]:
    """Their signed cards for the counters of their province and of whoever issued them; what is
    revoked for everybody.
    """
    first = writer.c.number * (1 << PLACE_BITS)
    for group in batched(uids):
        query = (
            sa.select(signed_card, customer.c.number, writer.c.province)
            .join(customer, customer.c.uid == signed_card.c.uid)
            .join(card, card.c.card == signed_card.c.card)
            .join(writer, card.c.seq.between(first, first + (1 << PLACE_BITS) - 1))
            .where(signed_card.c.uid.in_(group))
        )
        for row in connection.execute(query):
            body = msgspec.msgpack.encode(SignedCardRow(row.card, row.uid, row.digits))
            for province in sorted({row.number[:2], row.province}):
                yield Item(province_scope(province), CARD_ENTITY, row.card, body)
        out = sa.select(card_revoked).where(card_revoked.c.uid.in_(group))
        for row in connection.execute(out):
            yield out_item(row.card, row.at_ms)


def publish_card_key(connection: sa.Connection, keys: HeadquartersKeys) -> None:
    """Every counter learns, once in each feed, what cards are signed with."""
    name = bytes([CURRENT_KEY])
    there = sa.select(feed.c.pos).where(
        feed.c.scope == NATION, feed.c.entity == KEY_ENTITY, feed.c.uid == name
    )
    if connection.scalar(there) is not None:
        return
    public = bytes(signing_key(keys).verify_key)
    signature = keys.signing_key.sign(key_statement(CURRENT_KEY, public)).signature
    row = CardKeyRow(CURRENT_KEY, public, signature)
    publish(connection, [Item(NATION, KEY_ENTITY, name, msgspec.msgpack.encode(row))])


def out_item(name: bytes, at_ms: int) -> Item:
    return Item(NATION, OUT_ENTITY, name, msgspec.msgpack.encode(ShutOutRow(name, at_ms)))


def _signed(keys: HeadquartersKeys, row: sa.RowMapping, now_ms: int) -> str:
    day = local(utc(now_ms)).date()
    holder = CustomerCard(
        key=CURRENT_KEY,
        card=row["card"],
        uid=row["uid"],
        number=row["number"],
        issued=day,
        expires=day + timedelta(VALID_DAYS),
        phone=phone_hash(keys.lookup, (row["phones"].split() or [""])[0]),
        name=row["full_name"],
    )
    statement = statement_of(holder)
    return digits_of(statement, signing_key(keys).sign(CARD_PREFIX + statement).signature)
