"""An answer stands in the record as an edit does, and is remembered."""

import pytest
import sqlalchemy as sa
from msgspec.structs import replace

from app.journal.kinds.customers import Change, CustomerErased
from app.journal.kinds.organisations import Description, OrganisationDescribed
from app.store.fold.conflicts import change_of_description, description_of, told_description
from app.store.store import Store
from app.store.tables.conflicts import conflict_settled
from app.store.tables.customers import customer, customer_event
from app.store.tables.relations import organisation
from app.store.verification import verify
from tests.app.store.bookkeeping import a_citizen, a_registration, record, uid_of
from tests.app.store.test_conflicts import an_answer

WHOLE = Description(form="branch", tax_code="0100109106", parent=uid_of(9))


def the_row(store: Store) -> sa.Row[tuple[object, ...]]:
    with store.reading() as connection:
        return connection.execute(sa.select(customer)).one()


def test_what_is_taken_stands_and_can_be_found(store: Store) -> None:
    record(store, a_registration(1))
    citizen = a_citizen("001190000009")
    changes = [
        Change("street", "12 Hàng Bông", "Phố Huế"),
        Change("citizen", "001090000001", "001190000009"),
    ]

    (entry,) = record(store, replace(an_answer("street"), changes=changes, citizen=citizen))

    row = the_row(store)
    assert (row.street, row.citizen_number, row.version) == ("Phố Huế", "001190000009", 2)
    with store.reading() as connection:
        said = connection.execute(sa.select(conflict_settled)).one()
        kinds = connection.scalars(
            sa.select(customer_event.c.kind).where(customer_event.c.seq == entry.seq)
        ).all()
    assert (said.field, said.stands, said.reason) == ("street", "mine", "đã hỏi khách")
    assert kinds == ["settled"]
    assert verify(store).ok


def test_what_is_kept_changes_no_record(store: Store) -> None:
    record(store, a_registration(1))
    before = the_row(store)

    record(store, an_answer("commune", "scheme"))

    assert the_row(store) == before
    assert verify(store).ok


def test_what_an_organisation_is_changes_as_one(store: Store) -> None:
    record(store, a_registration(1))
    first = Description(form="company", tax_code="", parent=None)
    record(store, OrganisationDescribed(uid=uid_of(1), was=None, to=first))

    change = change_of_description(first, WHOLE)
    record(store, replace(an_answer("organisation"), changes=[change]))

    with store.reading() as connection:
        row = connection.execute(sa.select(organisation)).one()
    assert (row.form, row.tax_code, row.parent) == ("branch", "0100109106", uid_of(9))
    assert verify(store).ok


def test_a_description_reads_back_as_it_was_told() -> None:
    assert description_of(told_description(WHOLE)) == WHOLE
    assert change_of_description(None, WHOLE).was is None
    for wrong in ("x", None, ["company"], ["company", "", "xyz"]):
        with pytest.raises((TypeError, ValueError)):
            description_of(wrong)


def test_an_answer_goes_with_the_customer_who_is_erased(store: Store) -> None:
    registration = a_registration(1)
    record(store, registration)
    (answer,) = record(store, an_answer("street"))

    erased = CustomerErased(
        uid=uid_of(1), number=registration.number, seqs=[answer.seq], reason="x"
    )
    record(store, erased)

    with store.reading() as connection:
        assert connection.execute(sa.select(conflict_settled)).all() == []
