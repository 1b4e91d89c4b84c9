import pytest
from msgspec.structs import replace
from nacl.signing import SigningKey

from app.journal.entry import header_bytes
from app.journal.heads import sign_head
from app.store.books import entries
from sync.batches import read_opaque, read_push, transactions, wire_of
from sync.wire import OpaquePush, Push, Unreadable, pack
from tests.sync.country import Counter, Country


@pytest.fixture
def counter(small_country: Country) -> Counter:
    made = small_country.counter()
    made.record(made.registration(1))
    return made


def _push(counter: Counter) -> tuple[Push, OpaquePush]:
    with counter.store.reading() as connection:
        sent = list(entries(connection))
    last, key = sent[-1], counter.store.secrets.signing_key
    signature = sign_head(key, last.terminal, last.epoch, last.seq, last.hash)
    plain = Push(
        terminal=last.terminal,
        epoch=last.epoch,
        first_seq=1,
        prev=sent[0].prev,
        entries=[wire_of(each) for each in sent],
        signature=signature,
    )
    opaque = OpaquePush(
        terminal=last.terminal,
        epoch=last.epoch,
        headers=[header_bytes(each) for each in sent],
        bodies=[each.body for each in sent],
        signature=signature,
    )
    return plain, opaque


def test_both_forms_give_the_very_entries_of_the_journal(counter: Counter) -> None:
    plain, opaque = _push(counter)
    with counter.store.reading() as connection:
        stored = tuple(entries(connection))

    for batch in (read_push(pack(plain)), read_opaque(pack(opaque))):
        assert batch.entries == stored
        assert batch.is_signed_by(bytes(counter.store.secrets.signing_key.verify_key))
        assert not batch.is_signed_by(bytes(SigningKey.generate().verify_key))


def test_an_erased_body_travels_as_its_hash(counter: Counter) -> None:
    plain, _ = _push(counter)
    last = plain.entries[-1]
    before = read_push(pack(plain)).last
    erased = replace(last, body=None, body_hash=before.body_hash)

    batch = read_push(pack(replace(plain, entries=[*plain.entries[:-1], erased])))

    assert batch.last.hash == before.hash
    assert batch.last.body is None


def test_a_body_that_does_not_fit_its_bare_header_is_refused(counter: Counter) -> None:
    _, opaque = _push(counter)
    bodies = [*opaque.bodies[:-1], b"other"]

    with pytest.raises(Unreadable):
        read_opaque(pack(replace(opaque, bodies=bodies)))


def test_bare_headers_out_of_order_are_refused(counter: Counter) -> None:
    _, opaque = _push(counter)
    turned = replace(opaque, headers=opaque.headers[::-1], bodies=opaque.bodies[::-1])

    with pytest.raises(Unreadable):
        read_opaque(pack(turned))


def test_entries_fall_into_their_transactions(counter: Counter) -> None:
    plain, _ = _push(counter)

    groups = list(transactions(read_push(pack(plain)).entries))

    assert [len(group) for group in groups] == [7, 1]
