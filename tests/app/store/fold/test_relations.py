from typing import Any

import msgspec
import pytest
import sqlalchemy as sa

from app.journal.kinds.body import Body
from app.journal.kinds.consents import CardIssued, ConsentGiven, ConsentWithdrawn
from app.journal.kinds.customers import CustomerErased
from app.journal.kinds.holders import StandingSet
from app.journal.kinds.organisations import (
    AddressDropped,
    AddressNoted,
    CustomerLinked,
    CustomerUnlinked,
    Description,
    OrganisationDescribed,
)
from app.store.store import Store
from app.store.tables.customers import customer_event
from app.store.tables.relations import (
    OF_A_CUSTOMER,
    consent,
    customer_address,
    customer_link,
    organisation,
)
from app.store.tables.search import ADDRESS, search_key
from app.store.tables.shipments import document
from app.store.verification import verify
from tests.app.store.bookkeeping import a_registration, record, uid_of

LINK, HOUSE = bytes(15) + b"L", bytes(15) + b"A"


def a_description(serial: int = 1, parent: int | None = None) -> OrganisationDescribed:
    return OrganisationDescribed(
        uid=uid_of(serial),
        was=None,
        to=Description(
            form="branch" if parent else "company",
            tax_code="0100109106",
            parent=uid_of(parent) if parent else None,
        ),
    )


def a_link() -> CustomerLinked:
    return CustomerLinked(
        link=LINK, person=uid_of(2), organisation=uid_of(1), role="director", note=""
    )


def an_old_address() -> AddressNoted:
    return AddressNoted(
        address=HOUSE,
        uid=uid_of(1),
        use="old",
        street="",
        commune="",
        scheme="",
        as_written="12 Hàng Bài, phường Hàng Bài, quận Hoàn Kiếm, Hà Nội",
        line="",
        printed=0,
    )


def a_consent() -> ConsentGiven:
    return ConsentGiven(
        uid=uid_of(1),
        purpose="marketing",
        text_version="2026-01",
        language="vi",
        channel="counter",
        clerk_name="Trần Minh Châu",
    )


def address_keys(store: Store) -> set[str]:
    with store.reading() as connection:
        query = sa.select(search_key.c.key).where(search_key.c.kind == ADDRESS)
        return set(connection.scalars(query))


def test_an_organisation_and_its_branch_are_described(store: Store) -> None:
    record(store, a_registration(1), a_description(1))
    record(store, a_registration(2), a_description(2, parent=1))

    with store.reading() as connection:
        found = connection.execute(sa.select(organisation).order_by(organisation.c.uid)).all()
    assert [(row.form, row.parent) for row in found] == [("company", None), ("branch", uid_of(1))]


def test_a_link_ends_once_and_stays(store: Store) -> None:
    record(store, a_registration(1), a_registration(2), a_description(1), a_link())
    record(store, CustomerUnlinked(link=LINK, person=uid_of(2), reason="nghỉ việc"))
    with store.reading() as connection:
        ended = connection.scalar(sa.select(customer_link.c.ended_ms))
    record(store, CustomerUnlinked(link=LINK, person=uid_of(2), reason="nhầm"))

    with store.reading() as connection:
        row = connection.execute(sa.select(customer_link)).one()
    assert ended is not None
    assert (row.ended_ms, row.role) == (ended, "director")


def test_an_old_address_is_found_by_its_words_until_it_is_dropped(store: Store) -> None:
    record(store, a_registration(1), an_old_address())
    as_written = "12 hang bai, phuong hang bai, quan hoan kiem, ha noi"
    assert address_keys(store) == {as_written}

    converted = msgspec.structs.replace(
        an_old_address(), street="12 Hàng Bài", line="12 Hàng Bài, Phường Cửa Nam, Hà Nội"
    )
    record(store, converted)
    assert address_keys(store) == {as_written, "12 hang bai, phuong cua nam, ha noi"}

    record(store, AddressDropped(address=HOUSE, uid=uid_of(1)))
    assert address_keys(store) == set()
    with store.reading() as connection:
        assert connection.scalar(sa.select(customer_address.c.dropped_ms)) is not None
    assert verify(store).ok


def test_every_statement_on_consent_stays(store: Store) -> None:
    record(store, a_registration(1), a_consent())
    withdrawn = ConsentWithdrawn(
        uid=uid_of(1), purpose="marketing", channel="counter", clerk_name="Lê Hồng Phúc"
    )
    record(store, withdrawn)

    with store.reading() as connection:
        rows = connection.execute(sa.select(consent).order_by(consent.c.seq)).all()
    assert [(row.given, row.text_version) for row in rows] == [(1, "2026-01"), (0, "")]


def test_a_card_is_a_document_of_its_customer(store: Store) -> None:
    number = a_registration(1).number
    card = CardIssued(
        uid=uid_of(1),
        number=number,
        document="customer_card",
        copy_number=0,
        clerk_name="Trần Minh Châu",
    )
    record(store, a_registration(1), card)

    with store.reading() as connection:
        row = connection.execute(sa.select(document)).one()
    assert (row.kind, row.subject, row.copy, row.receipt) == ("customer_card", number, 0, number)


def test_erasure_leaves_nothing_beside_the_record(store: Store) -> None:
    record(store, a_registration(1), a_registration(2), a_description(1), a_link())
    record(store, an_old_address(), a_consent())
    with store.unit_of_work() as uow:
        of_customer = sa.select(customer_event.c.seq).where(customer_event.c.uid == uid_of(1))
        seqs = list(uow.connection.scalars(of_customer))
        fact = CustomerErased(
            uid=uid_of(1), number=a_registration(1).number, seqs=seqs, reason="yêu cầu"
        )
        uow.record([fact], command_id=bytes(16), clerk=1)
        uow.erase_bodies(seqs)
        uow.commit()

    with store.reading() as connection:
        for table, owner in OF_A_CUSTOMER:
            left = sa.select(sa.func.count()).select_from(table).where(owner == uid_of(1))
            assert connection.scalar(left) == 0, table.name
    assert address_keys(store) == set()
    assert verify(store).ok


def with_a_word_nobody_knows() -> list[Body]:
    said: dict[str, Any] = {
        "uid": uid_of(1),
        "purpose": "marketing",
        "channel": "pigeon",
        "clerk_name": "Châu",
    }
    to = msgspec.structs.replace(a_description().to, form="guild")
    return [
        msgspec.structs.replace(a_description(), to=to),
        msgspec.structs.replace(a_link(), role="cousin"),
        msgspec.structs.replace(an_old_address(), use="summer"),
        ConsentWithdrawn(**said),
        ConsentGiven(**said, text_version="2026-01", language="vi"),
        StandingSet(uid=uid_of(1), standing="asleep", reason=""),
    ]


@pytest.mark.parametrize("body", with_a_word_nobody_knows(), ids=lambda body: type(body).__name__)
def test_a_word_that_no_page_could_show_is_refused(store: Store, body: Body) -> None:
    record(store, a_registration(1))
    record(store, a_registration(2))

    with pytest.raises(ValueError, match="is not a valid"):
        record(store, body)

    assert verify(store).problems == ()
