"""What a counter takes from headquarters about cards; the whole way is in tests/sync."""

import msgspec
import sqlalchemy as sa
from nacl.signing import SigningKey

from app.store.cards import (
    CardKeyRow,
    ShutOutRow,
    SignedCardRow,
    cards_known,
    is_shut_out,
    key_statement,
    phone_hash,
    take_card_keys,
    take_shut_out,
    take_signed_cards,
)
from app.store.heard import Heard
from app.store.store import Store
from app.store.tables.cards import card_key, signed_card

HEARD = Heard(0, 0, 0)
NAME = b"12345678"


def test_a_key_that_no_trusted_key_vouches_for_is_refused(store: Store) -> None:
    stranger, public = SigningKey.generate(), bytes(SigningKey.generate().verify_key)
    row = CardKeyRow(1, public, stranger.sign(key_statement(1, public)).signature)

    with store.noting() as connection:
        assert take_card_keys(connection, [msgspec.msgpack.encode(row)], HEARD) == 1
        assert connection.scalar(sa.select(card_key.c.key)) is None


def test_a_card_comes_as_often_as_it_is_sent_and_stands_once(store: Store) -> None:
    rows = [msgspec.msgpack.encode(SignedCardRow(NAME, b"u" * 16, "2273")) for _ in range(2)]

    with store.noting() as connection:
        take_signed_cards(connection, rows, HEARD)
        assert connection.scalars(sa.select(signed_card.c.digits)).all() == ["2273"]
        assert cards_known(connection, b"u" * 16) == [NAME]


def test_a_card_that_was_shut_out_stays_out(store: Store) -> None:
    with store.noting() as connection:
        assert not is_shut_out(connection, NAME)
        take_shut_out(connection, [msgspec.msgpack.encode(ShutOutRow(NAME, 1))] * 2, HEARD)
        assert is_shut_out(connection, NAME)


def test_the_hash_of_a_phone_says_nothing_without_the_key() -> None:
    assert phone_hash(b"a" * 32, "+84912000654") != phone_hash(b"b" * 32, "+84912000654")
    assert phone_hash(b"a" * 32, "") == bytes(4)
