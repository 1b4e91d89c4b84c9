"""What other counters wrote beside a customer stands here, and nothing own is lost by it."""

import msgspec
import pytest
import sqlalchemy as sa
from msgspec.structs import replace

from app.journal.kinds.consents import ConsentWithdrawn
from app.store.bundles import AddressRow, Bundle, ConsentRow, LinkRow, bundles_of
from app.store.bundles_heard import ENTITY, take_bundles
from app.store.heard import Heard
from app.store.origins import Origin, place_of
from app.store.outbox import outbox
from app.store.received import take_customers
from app.store.store import Store
from app.store.tables.heard import taken_document
from app.store.verification import verify
from tests.app.store.bookkeeping import a_registration, a_snapshot_customer, record, uid_of
from tests.app.store.fold.test_relations import a_consent, address_keys, an_old_address

OTHER = Origin(9, terminal=7002, epoch=1)
OURS = Origin(8, terminal=7001, epoch=1)
SAID = ConsentRow(place_of(9, 4), "survey", 1, "2026-01", "vi", "counter", "Lê Hồng Phúc", 5)
HOUSE = AddressRow(
    b"h" * 16, "old", "", "", "", "3 Hàng Khay, quận Hoàn Kiếm", "", 0, 5, None, place_of(9, 5)
)
THEIRS = Bundle(uid_of(1), origins=[OTHER], consents=[SAID], addresses=[HOUSE])


def take(store: Store, *bundles: Bundle, acked: int | None = None) -> None:
    with store.noting() as connection:
        box = outbox(connection)
        assert box is not None
        head = box.head.seq
        heard = Heard(head if acked is None else acked, head, 1)
        bodies = [msgspec.msgpack.encode(each) for each in bundles]
        assert take_bundles(connection, bodies, heard) == 0


def beside(store: Store, uid: bytes = uid_of(1)) -> Bundle:
    with store.reading() as connection:
        (found,) = bundles_of(connection, [uid])
    return found


def test_what_another_counter_wrote_stands_here_and_is_found(store: Store) -> None:
    record(store, a_registration())

    take(store, THEIRS)

    assert beside(store) == replace(THEIRS, origins=[])
    assert address_keys(store) == {"3 hang khay, quan hoan kiem"}
    assert verify(store).ok


def test_the_newest_version_replaces_the_one_before(store: Store) -> None:
    record(store, a_registration())
    take(store, THEIRS)

    take(store, Bundle(uid_of(1)))

    assert beside(store).empty
    assert address_keys(store) == set()
    assert verify(store).ok


def test_unsent_words_of_this_counter_stay(store: Store) -> None:
    record(store, a_registration(), a_consent())

    take(store, THEIRS, acked=2)

    assert [row.purpose for row in beside(store).consents] == ["marketing"]


def test_own_entries_keep_their_sequence_when_they_come_back(store: Store) -> None:
    entries = record(store, a_registration(), a_consent(), an_old_address())
    mine = beside(store)
    far = Bundle(
        uid_of(1),
        origins=[OTHER, OURS],
        consents=[replace(mine.consents[0], seq=place_of(8, entries[1].seq)), SAID],
        addresses=[replace(mine.addresses[0], seq=place_of(8, entries[2].seq))],
    )

    take(store, far)

    assert beside(store) == replace(mine, consents=[*mine.consents, SAID])
    assert verify(store).ok


def test_own_words_after_theirs_are_replayed_on_top_of_them(store: Store) -> None:
    record(store, a_registration())
    take(store, THEIRS)
    record(
        store, ConsentWithdrawn(uid=uid_of(1), purpose="survey", channel="counter", clerk_name="")
    )

    assert [row.given for row in beside(store).consents] == [0, 1]
    assert verify(store).ok


def test_a_customer_whom_the_journal_does_not_name_is_no_part_of_the_replay(store: Store) -> None:
    take(store, replace(THEIRS, uid=uid_of(5)))
    with store.noting() as connection:
        row = msgspec.structs.asdict(replace(a_snapshot_customer(5), uid=uid_of(5)))
        take_customers(connection, [row], acked=0, head=1)

    assert not beside(store, uid_of(5)).empty
    assert address_keys(store), "found although the customer came after the address"
    assert verify(store).ok


def test_an_erasure_elsewhere_takes_what_stood_here(store: Store) -> None:
    record(store, a_registration(), a_consent(), an_old_address())
    take(store, THEIRS)
    mine = a_registration()
    with store.noting() as connection:
        box = outbox(connection)
        assert box is not None
        plain = replace(a_snapshot_customer(1), uid=mine.uid, number=mine.number, erased=1)
        row = msgspec.structs.asdict(plain)
        take_customers(connection, [row], acked=box.head.seq, head=box.head.seq)

    assert beside(store).empty
    assert address_keys(store) == set()
    with store.reading() as connection:
        kept = connection.scalars(sa.select(taken_document.c.document)).all()
    assert [msgspec.msgpack.decode(each, type=Bundle) for each in kept] == [Bundle(uid_of(1))]
    assert verify(store).ok

    take(store, THEIRS)
    assert beside(store).empty, "an older page does not bring anything back"


def test_many_are_taken_at_once(store: Store) -> None:
    link = LinkRow(b"l" * 16, uid_of(2), "sender", "", 5, None, place_of(9, 6))
    uids = [nth.to_bytes(16, "big") for nth in range(1, 1_201)]
    links = [replace(link, link=uid) for uid in uids]

    take(store, *(Bundle(uid, links=[row]) for uid, row in zip(uids, links, strict=True)))

    with store.reading() as connection:
        counted = sa.select(sa.func.count()).where(taken_document.c.entity == ENTITY)
        assert connection.scalar(counted) == len(uids)


def test_a_bundle_that_cannot_be_read_is_not_taken(store: Store) -> None:
    with pytest.raises(msgspec.DecodeError), store.noting() as connection:
        take_bundles(connection, [msgspec.msgpack.encode([b"short"])], Heard(0, 1, 1))
