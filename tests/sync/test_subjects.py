"""Who a customer is, told by counters and folded at headquarters, on both databases."""

import sqlalchemy as sa

from app.journal.kinds.consents import ConsentGiven, ConsentWithdrawn
from app.journal.kinds.customers import Change, CustomerEdited, CustomerRegistered
from app.journal.kinds.holders import CustomersMerged, CustomerSucceeded, PairUnmerged
from app.journal.kinds.organisations import (
    AddressNoted,
    CustomerLinked,
    CustomerUnlinked,
    Description,
    OrganisationDescribed,
)
from app.store.merges import root_of
from app.store.tables.customers import customer
from app.store.tables.relations import (
    consent,
    customer_address,
    customer_holder,
    customer_link,
    organisation,
)
from app.store.verification import verify
from sync.headquarters.snapshots import make_snapshot
from sync.headquarters.tables import conflict
from sync.subjects import beside_of, customers_of
from tests.app.store.fold.test_relations import an_old_address
from tests.sync.country import Counter, Country
from tests.sync.headquarters.test_ingest import held, rows


def merged(winner: CustomerRegistered, loser: CustomerRegistered) -> CustomersMerged:
    return CustomersMerged(
        winner=winner.uid,
        loser=loser.uid,
        winner_number=winner.number,
        loser_number=loser.number,
        taken=["full_name"],
        reason="trùng",
        clerk_name="Châu",
        approved_by=2,
        approver="Phúc",
    )


def succeeded(of: CustomerRegistered, name: str) -> CustomerSucceeded:
    return CustomerSucceeded(
        uid=of.uid,
        base_version=1,
        former=of.full_name,
        full_name=name,
        birth_date=None,
        sex=None,
        citizen=None,
        phones=[],
        reason="transfer",
        document="Hợp đồng 1",
        clerk_name="Châu",
        approved_by=2,
        approver="Phúc",
    )


def described(of: CustomerRegistered, was: Description | None, code: str) -> OrganisationDescribed:
    to = Description(form="company", tax_code=code, parent=None)
    return OrganisationDescribed(uid=of.uid, was=was, to=to)


def two_customers(counter: Counter) -> tuple[CustomerRegistered, CustomerRegistered]:
    one = counter.registration(1)
    other = counter.registration(2, full_name="Nguyễn Ánh Tuyết")
    counter.record(one)
    counter.record(other)
    assert counter.sync().problem == ""
    return one, other


def name_of(country: Country, uid: bytes) -> str:
    with country.headquarters.database.reading() as connection:
        query = sa.select(customer.c.full_name).where(customer.c.uid == uid)
        return str(connection.scalar(query))


def test_everything_about_a_customer_is_folded_at_headquarters(country: Country) -> None:
    counter = country.counter()
    person, whole = two_customers(counter)
    link = CustomerLinked(
        link=bytes(16), person=person.uid, organisation=whole.uid, role="contact", note=""
    )
    given = ConsentGiven(
        uid=person.uid,
        purpose="care",
        text_version="2026-01",
        language="vi",
        channel="counter",
        clerk_name="Châu",
    )
    withdrawn = ConsentWithdrawn(uid=person.uid, purpose="care", channel="phone", clerk_name="Châu")
    address = AddressNoted(
        **{**{f: getattr(an_old_address(), f) for f in an_old_address().__struct_fields__},
           "uid": person.uid}
    )  # fmt: skip
    counter.record(described(whole, None, "0100109106"), link)
    counter.record(given)
    counter.record(withdrawn)
    counter.record(address)
    counter.record(CustomerUnlinked(link=bytes(16), person=person.uid, reason="nghỉ"))
    counter.record(succeeded(person, "Trần Quốc Bảo"))

    assert counter.sync().problem == ""

    assert held(country) == []
    for table, count in (
        (organisation, 1), (customer_link, 1), (consent, 2), (customer_address, 1),
        (customer_holder, 1),
    ):  # fmt: skip
        assert rows(country, table) == count, table.name
    assert name_of(country, person.uid) == "Trần Quốc Bảo"
    assert verify(counter.store).ok


def test_an_edit_of_a_merged_customer_elsewhere_is_one_of_the_winner(country: Country) -> None:
    counter, other = country.counter(), country.counter()
    winner, loser = two_customers(counter)
    other.sync()
    counter.record(merged(winner, loser))
    counter.sync()
    country.clock.advance(1_000)
    changes = [Change("alert_note", loser.alert_note, "gọi trước")]
    other.record(CustomerEdited(uid=loser.uid, base_version=1, changes=changes, citizen=None))

    assert other.sync().problem == ""

    with country.headquarters.database.reading() as connection:
        assert root_of(connection, loser.uid) == winner.uid
        found = connection.execute(sa.select(customer.c.uid, customer.c.alert_note))
        notes = {row.uid: row.alert_note for row in found}
    assert notes == {winner.uid: "gọi trước", loser.uid: "gọi trước"}
    assert name_of(country, winner.uid) == loser.full_name


def test_a_merge_is_undone_at_headquarters_too(country: Country) -> None:
    counter = country.counter()
    winner, loser = two_customers(counter)
    counter.record(merged(winner, loser))
    undone = PairUnmerged(
        winner=winner.uid, loser=loser.uid, reason="nhầm", clerk_name="Châu", approved_by=2,
        approver="Phúc",
    )  # fmt: skip
    counter.record(undone)

    assert counter.sync().problem == ""

    assert held(country) == []
    assert name_of(country, winner.uid) == winner.full_name
    assert verify(counter.store).ok


def test_two_merges_in_a_circle_are_one_and_the_same_customer_everywhere(country: Country) -> None:
    counter, other = country.counter(), country.counter()
    one, two = two_customers(counter)
    other.sync()
    counter.record(merged(one, two))
    country.clock.advance(1_000)
    other.record(merged(two, one))
    for each in (other, counter, other):
        assert each.sync().problem == ""

    assert held(country) == []
    with country.headquarters.database.reading() as connection:
        heads = [(root_of(connection, two.uid), name_of(country, one.uid))]
    for each in (counter, other):
        with each.store.reading() as connection:
            heads.append((root_of(connection, two.uid), shown_name(connection, one.uid)))
        assert verify(each.store).ok
    assert heads == [(one.uid, two.full_name)] * 3


def shown_name(connection: sa.Connection, uid: bytes) -> str:
    return str(connection.scalar(sa.select(customer.c.full_name).where(customer.c.uid == uid)))


def test_a_merge_comes_down_beside_unsent_edits_and_the_replay_agrees(country: Country) -> None:
    counter, other = country.counter(), country.counter()
    winner, loser = two_customers(counter)
    other.sync()
    changes = [Change("phones", loser.phones, ["+84909999999"])]
    edit = CustomerEdited(uid=loser.uid, base_version=1, changes=changes, citizen=None)
    counter.record(merged(winner, loser))
    counter.sync()
    country.clock.advance(1_000)
    other.wire.before = lambda path: other.record(edit) if path == "/v1/feed" else None
    other.sync()
    other.wire.calm()
    with other.store.reading() as connection:
        assert root_of(connection, loser.uid) == winner.uid
    assert verify(other.store).ok

    for each in (other, counter, other):
        assert each.sync().problem == ""

    for each in (counter, other):
        with each.store.reading() as connection:
            assert root_of(connection, loser.uid) == winner.uid
            phones = sa.select(customer.c.phones).where(customer.c.uid == winner.uid)
            assert connection.scalar(phones) == "+84909999999"
        assert verify(each.store).ok


def test_a_counter_that_starts_later_hears_of_merges_with_its_first_download(
    country: Country,
) -> None:
    counter = country.counter()
    winner, loser = two_customers(counter)
    counter.record(merged(winner, loser))
    counter.sync()
    hq = country.headquarters
    make_snapshot(hq.database, hq.keys, "P:01", hq.clock.now_ms())
    other = country.counter()

    assert other.sync().problem == ""

    with other.store.reading() as connection:
        assert root_of(connection, loser.uid) == winner.uid
        assert shown_name(connection, winner.uid) == loser.full_name
    assert verify(other.store).ok


def test_a_second_holder_of_one_number_waits_for_a_person_to_decide(country: Country) -> None:
    counter, other = country.counter(), country.counter()
    person, _ = two_customers(counter)
    other.sync()
    counter.record(succeeded(person, "Trần Quốc Bảo"))
    other.record(succeeded(person, "Lê Thị Mơ"))
    counter.sync()
    other.sync()

    assert [code for _, _, code in held(country)] == ["holder_contested"]
    assert name_of(country, person.uid) == "Trần Quốc Bảo"


def test_a_tax_code_that_came_too_late_loses_and_is_kept(country: Country) -> None:
    counter, other = country.counter(), country.counter()
    whole, _ = two_customers(counter)
    other.sync()
    counter.record(described(whole, None, "0100109106"))
    other.record(described(whole, None, "0301442989"))
    counter.sync()
    other.sync()

    with country.headquarters.database.reading() as connection:
        kept = connection.execute(sa.select(conflict)).one()
        assert connection.scalar(sa.select(organisation.c.tax_code)) == "0100109106"
    assert (kept.field, kept.winner) == ("organisation", "theirs")
    assert "0301442989" in kept.mine


def test_a_sale_changes_no_record() -> None:
    assert customers_of(None) == ()


def test_beside_the_record_is_what_the_record_itself_does_not_hold(country: Country) -> None:
    counter = country.counter()
    body = counter.registration(1)

    assert (customers_of(body), beside_of(body)) == ((body.uid,), ())
    assert beside_of(described(body, None, "0100109106")) == (body.uid,)
