"""Everything arrives once: the same suite over embedded SQLite and a real PostgreSQL."""

from hashlib import sha256

import msgspec
import pytest
import sqlalchemy as sa
from msgspec.structs import replace

from app.journal.kinds.body import Posting
from app.journal.kinds.customers import Change, CustomerEdited
from app.store.fold.numbers import NumberOutsideLease
from app.store.tables.customers import customer
from app.store.tables.shipments import posting, shipment
from app.store.tables.station import lease
from app.store.verification import verify
from sync.headquarters.tables import (
    conflict,
    effect,
    entry,
    fork_evidence,
    lease_grant,
    quarantine,
    writer,
)
from sync.wire import Ack, Refusal, pack, unpack
from tests.sync.country import Counter, Country
from tests.sync.forgery import forged, journal_of, pushed_by_hand, rechained

COUNT = sa.func.count()


def rows(country: Country, table: sa.Table) -> int:
    return country.hq(sa.select(COUNT).select_from(table))


def held(country: Country) -> list[tuple[int, str, str]]:
    with country.headquarters.database.reading() as connection:
        found = connection.execute(sa.select(quarantine).order_by(quarantine.c.place))
        return [(row.seq, row.status, row.code) for row in found]


def a_working_counter(country: Country) -> Counter:
    """Has registered one customer, sold one item to her, and told headquarters."""
    counter = country.counter()
    her = counter.registration(1)
    counter.record(her)
    counter.record(*counter.sale(1, her.uid))
    assert counter.sync().problem == ""
    return counter


def test_what_a_counter_recorded_stands_folded_at_headquarters_once(country: Country) -> None:
    counter = a_working_counter(country)

    assert rows(country, entry) == len(journal_of(counter))
    assert rows(country, effect) == rows(country, entry)
    assert rows(country, shipment) == 1
    assert country.hq(sa.select(sa.func.sum(posting.c.amount_vnd))) == 0
    assert held(country) == []


def test_the_same_push_again_changes_nothing_and_is_acknowledged_again(country: Country) -> None:
    counter = a_working_counter(country)
    before = rows(country, entry)

    status, body = pushed_by_hand(counter, journal_of(counter))

    assert status == 200
    assert unpack(body, Ack).seq == before
    assert rows(country, entry) == before
    assert rows(country, effect) == before


def test_a_batch_that_begins_too_late_is_refused_with_the_number_wanted(country: Country) -> None:
    counter = a_working_counter(country)
    stands = rows(country, entry)
    counter.record(counter.registration(2))
    counter.record(counter.registration(3))

    status, body = pushed_by_hand(counter, journal_of(counter)[-1:])

    refusal = unpack(body, Refusal)
    assert (status, refusal.code, refusal.need) == (409, "gap", stands + 1)
    assert rows(country, entry) == stands


def test_an_overlap_with_other_hashes_freezes_the_stream_and_keeps_the_evidence(
    country: Country,
) -> None:
    counter = a_working_counter(country)
    *before, last = journal_of(counter)
    other = replace(last, wall_ms=last.wall_ms + 1)
    again = [each for each in before if each.txn_id == last.txn_id]

    status, body = pushed_by_hand(counter, rechained([*again, other]))

    assert (status, unpack(body, Refusal).code) == (409, "fork")
    assert rows(country, fork_evidence) == 1
    assert counter.sync().problem == "sync.fork"


def test_a_batch_signed_by_another_terminal_is_refused(country: Country) -> None:
    one, other = country.counter(), country.counter()

    status, body = pushed_by_hand(one, journal_of(one), other.store.secrets.signing_key)

    assert (status, unpack(body, Refusal).code) == (401, "wrong_signature")
    assert rows(country, entry) == 0


def test_a_transaction_cut_in_the_middle_is_not_taken(country: Country) -> None:
    counter = a_working_counter(country)
    counter.record(*counter.sale(2, counter.registration(1).uid))

    status, _ = pushed_by_hand(counter, journal_of(counter)[-2:-1])

    assert status == 422
    assert rows(country, shipment) == 1


def test_a_number_outside_the_lease_is_kept_without_effect_and_told(country: Country) -> None:
    one, other = country.counter(), country.counter()
    other.sync()
    stranger = other.registration(1)
    with pytest.raises(NumberOutsideLease):
        one.record(stranger)
    one.sync()

    status, _ = pushed_by_hand(one, forged(one, stranger))

    assert status == 200
    assert held(country)[-1][1:] == ("quarantined", "number_outside_lease")
    assert rows(country, customer) == 0


def test_postings_that_do_not_balance_have_no_effect_and_do_not_stop_the_next(
    country: Country,
) -> None:
    counter = a_working_counter(country)
    item, paid = counter.sale(2, counter.registration(1).uid)
    crooked = replace(item, postings=[Posting("basket", 1)])

    status, _ = pushed_by_hand(counter, forged(counter, crooked, paid))

    assert status == 200
    assert held(country)[-1][1:] == ("quarantined", "unbalanced")
    assert rows(country, shipment) == 1
    assert country.hq(sa.select(sa.func.sum(posting.c.amount_vnd))) == 0


def test_a_kind_that_headquarters_does_not_know_is_stored_and_waits(country: Country) -> None:
    counter = a_working_counter(country)

    status, _ = pushed_by_hand(counter, forged(counter, counter.registration(2), kind=999))

    assert status == 200
    assert held(country)[-1][1:] == ("deferred", "unknown_kind")
    assert rows(country, entry) == len(journal_of(counter)) + 1


def test_a_body_that_does_not_decode_is_stored_and_the_chain_goes_on(country: Country) -> None:
    counter = a_working_counter(country)

    status, _ = pushed_by_hand(counter, forged(counter, counter.registration(2), kind=20))

    assert status == 200
    assert held(country)[-1][1:] == ("quarantined", "undecodable")


def test_a_body_whose_text_is_no_text_does_not_stop_the_queue(country: Country) -> None:
    counter = a_working_counter(country)
    told = forged(counter, counter.registration(2))
    body = (told[-1].body or b"").replace(b"12 H", b"12 \xb0")
    bad = replace(told[-1], body=body, body_hash=sha256(body).digest())

    status, _ = pushed_by_hand(counter, rechained([*told[:-1], bad]))

    assert status == 200
    assert held(country)[-1][1:] == ("quarantined", "undecodable")


def test_a_command_booked_twice_has_one_effect(country: Country) -> None:
    counter = a_working_counter(country)
    command_id = journal_of(counter)[-2].command_id
    twice = forged(counter, counter.registration(2), command_id=command_id)

    status, _ = pushed_by_hand(counter, twice)

    assert status == 200
    assert held(country)[-1][1:] == ("quarantined", "command_repeated")


def test_who_names_a_held_customer_waits_and_others_do_not(country: Country) -> None:
    counter = a_working_counter(country)
    unknown = replace(counter.registration(2), number="0126999999999")
    status, _ = pushed_by_hand(counter, forged(counter, unknown))
    assert status == 200
    other = country.counter()
    known = other.registration(1)
    other.record(known)
    other.record(*other.sale(1, unknown.uid))
    other.record(*other.sale(2, known.uid))

    assert other.sync().problem == ""

    assert [status for _, status, _ in held(country)] == ["quarantined", "blocked"]
    assert rows(country, shipment) == 2


def test_an_edit_that_overtook_its_registration_is_folded_after_it(country: Country) -> None:
    early, late = a_working_counter(country), country.counter()
    her = late.registration(1)
    edit = CustomerEdited(
        uid=her.uid, base_version=1, changes=[Change("street", her.street, "Huế")], citizen=None
    )
    status, _ = pushed_by_hand(early, forged(early, edit))
    assert status == 200
    assert held(country)[-1][1:] == ("quarantined", "impossible")

    late.record(her)
    late.sync()

    assert held(country) == []
    street = sa.select(customer.c.street).where(customer.c.uid == her.uid)
    with country.headquarters.database.reading() as connection:
        assert connection.scalar(street) == "Huế"


def test_what_a_newer_program_understands_is_folded_when_it_is_tried_again(
    country: Country,
) -> None:
    counter = a_working_counter(country)
    outside = replace(counter.registration(2), number="0126999999999")
    pushed_by_hand(counter, forged(counter, outside))
    assert country.headquarters.retry_held() == 0

    with country.headquarters.database.writing() as connection:
        connection.execute(sa.update(lease_grant).values(hi=9_999_999))
        connection.execute(sa.update(lease).values(hi=9_999_999))

    assert country.headquarters.retry_held() == 1
    assert held(country) == []
    assert rows(country, customer) == 2


def test_two_edits_of_one_field_leave_both_values_to_be_seen(country: Country) -> None:
    counter, other = a_working_counter(country), country.counter()
    her = counter.registration(1)
    other.sync()

    def edit(street: str, name: str) -> CustomerEdited:
        changes = [Change("street", her.street, street), Change("full_name", her.full_name, name)]
        return CustomerEdited(uid=her.uid, base_version=1, changes=changes, citizen=None)

    counter.record(edit("Phố Huế", "Nguyễn Thị Ánh"))
    other.record(edit("Hàng Đào", "Nguyễn Thị Tuyết"))
    counter.sync()
    other.sync()

    with country.headquarters.database.reading() as connection:
        found = connection.execute(sa.select(conflict).order_by(conflict.c.field)).all()
        row = connection.execute(sa.select(customer)).one()
    assert [(each.field, each.mine, each.theirs, each.winner) for each in found] == [
        ("full_name", '"Nguyễn Thị Tuyết"', '"Nguyễn Thị Ánh"', "theirs"),
        ("street", '"Hàng Đào"', '"Phố Huế"', "mine"),
    ]
    assert (row.full_name, row.street) == ("Nguyễn Thị Ánh", "Hàng Đào")
    counter.sync()
    for each in (counter, other):
        assert verify(each.store).ok
        with each.store.reading() as connection:
            here = connection.execute(sa.select(customer)).one()
        assert (here.full_name, here.street) == (row.full_name, row.street)


def test_an_unreadable_body_is_answered_in_words_for_programs(country: Country) -> None:
    counter = country.counter()

    for body in (b"", b"<html>", msgspec.msgpack.encode({"terminal": 1}), pack(Refusal(code="x"))):
        reply = counter.wire.send("/v1/push", body)
        assert (reply.status, unpack(reply.body, Refusal).code) == (422, "unreadable")


def test_headquarters_knows_how_each_terminal_stands(country: Country) -> None:
    counter = a_working_counter(country)

    with country.headquarters.database.reading() as connection:
        row = connection.execute(sa.select(writer)).one()

    assert row.head_seq == len(journal_of(counter))
    assert row.last_seen_ms == country.clock.now_ms()
