"""A supervisor says which of two values stands: booked once, refused where it cannot be."""

import pytest
import sqlalchemy as sa
from msgspec.structs import replace

from app.domain.identities import Clerk
from app.domain.relations import Form
from app.services.commands import CommandIdTaken
from app.services.conflicts import (
    ConflictSettledBefore,
    ConflictUnknown,
    SettleConflict,
    SettledConflict,
    ValueMovedOn,
    ValueOfAnother,
    settle_conflict,
)
from app.services.entering import ReasonUnusable
from app.services.permissions import NotPermitted
from app.services.person import CitizenPaper
from app.store.store import Store
from app.store.tables.customers import customer
from app.store.verification import verify
from tests.app.services.people import TAX, an_organisation, merge
from tests.app.store.hearing import EDIT, STAFF, a_conflict, another_edit, hear
from tests.builders import CHAU, HOAN_KIEM, PHUC, a_command_id, registered

NAME = f"{EDIT.hex()}-street"
OLD, NEW = "12 Hàng Bông", "25 Phố Huế"


def uid_of(store: Store, number: str) -> bytes:
    with store.reading() as connection:
        query = sa.select(customer.c.uid).where(customer.c.number == number)
        found: bytes | None = connection.scalar(query)
    assert found is not None
    return found


def contended(store: Store, field: str = "street", mine: object = OLD, theirs: object = NEW) -> str:
    """The customer of whom two values met; hers is ``mine``."""
    number = registered(store)
    hear(store, a_conflict(uid_of(store, number), field, mine, theirs))
    return number


def settles(
    store: Store,
    name: str = NAME,
    *,
    take: bool = True,
    clerk: Clerk = PHUC,
    command_id: bytes = b"",
    reason: str = "đã hỏi khách",
) -> SettledConflict:
    command = SettleConflict(command_id or a_command_id(), name, take, reason)
    return settle_conflict(command, store.unit_of_work(), clerk)


def value(store: Store, column: str, number: str) -> object:
    with store.reading() as connection:
        query = sa.select(customer.c[column]).where(customer.c.number == number)
        return connection.scalar(query)


def test_the_other_value_is_taken_once(store: Store) -> None:
    number, command_id = contended(store), a_command_id()

    done = settles(store, command_id=command_id)

    assert done == SettledConflict(number, ("street",), changed=True)
    assert settles(store, command_id=command_id) == done
    assert value(store, "street", number) == NEW
    assert verify(store).ok


def test_the_value_that_holds_is_kept(store: Store) -> None:
    number = contended(store)

    assert settles(store, take=False) == SettledConflict(number, ("street",), changed=False)
    assert value(store, "street", number) == OLD


def test_a_value_that_stands_already_needs_no_change(store: Store) -> None:
    contended(store, mine=NEW, theirs=OLD)

    assert not settles(store).changed


def test_a_commune_comes_with_its_list(store: Store) -> None:
    number = registered(store)
    uid = uid_of(store, number)
    scheme = value(store, "scheme", number)
    hear(
        store,
        a_conflict(uid, "commune", HOAN_KIEM, "26740"),
        a_conflict(uid, "scheme", scheme, "2024-01"),
    )

    done = settles(store, f"{EDIT.hex()}-commune")

    assert done.fields == ("commune", "scheme")
    assert (value(store, "commune", number), value(store, "scheme", number)) == ("26740", "2024-01")


def test_phones_are_taken_as_a_list(store: Store) -> None:
    number = contended(store, "phones", ["+84903123456"], ["+84912000654", "+84977000111"])

    settles(store, f"{EDIT.hex()}-phones")

    assert value(store, "phones", number) == "+84912000654 +84977000111"


def test_a_citizen_number_is_taken_or_taken_away(store: Store) -> None:
    number = contended(store, "citizen", None, "001188000019")
    settles(store, f"{EDIT.hex()}-citizen")
    assert value(store, "citizen_number", number) == "001188000019"

    again = another_edit(store)
    told = a_conflict(uid_of(store, number), "citizen", "001188000019", None)
    hear(store, replace(told, edit=again))
    settles(store, f"{again.hex()}-citizen")

    assert value(store, "citizen_number", number) is None
    assert verify(store).ok


def test_a_citizen_number_that_is_somebody_elses_by_now_is_not_taken(store: Store) -> None:
    registered(store, citizen=CitizenPaper("001188000019", "card"))
    contended(store, "citizen", None, "001188000019")

    with pytest.raises(ValueOfAnother):
        settles(store, f"{EDIT.hex()}-citizen")


def test_what_an_organisation_is_is_taken(store: Store) -> None:
    number = an_organisation(store)
    told = a_conflict(
        uid_of(store, number),
        "organisation",
        [Form.COMPANY, TAX, ""],
        [Form.AGENCY, TAX, ""],
    )
    hear(store, told)

    assert settles(store, f"{EDIT.hex()}-organisation").changed
    assert verify(store).ok


def test_of_a_merged_number_the_customer_of_today_changes(store: Store) -> None:
    kept, other = registered(store), registered(store)
    merge(store, kept, other)
    hear(store, a_conflict(uid_of(store, other), "street", OLD, NEW))

    assert settles(store).number == kept
    assert value(store, "street", kept) == NEW


def test_nothing_is_put_over_a_third_value(store: Store) -> None:
    contended(store, mine="Hàng Đào")

    with pytest.raises(ValueMovedOn):
        settles(store)
    assert not settles(store, take=False).changed


def test_what_is_settled_is_not_settled_again(store: Store) -> None:
    number = contended(store)
    settles(store, take=False)
    with pytest.raises(ConflictSettledBefore) as here:
        settles(store)
    assert here.value.name == PHUC.name

    later = another_edit(store)
    told = a_conflict(uid_of(store, number))
    hear(store, replace(told, edit=later, decided=STAFF))
    with pytest.raises(ConflictSettledBefore) as staff:
        settles(store, f"{later.hex()}-street")
    assert staff.value.name == STAFF.by.name


def test_a_conflict_of_nobody_here_cannot_be_settled(store: Store) -> None:
    hear(store, a_conflict(bytes(16)))

    for name in (NAME, "", "xyz-street"):
        with pytest.raises(ConflictUnknown):
            settles(store, name)


def test_a_supervisor_says_why(store: Store) -> None:
    contended(store)

    with pytest.raises(NotPermitted):
        settles(store, clerk=CHAU)
    with pytest.raises(ReasonUnusable):
        settles(store, reason=" ")


def test_a_command_books_one_answer(store: Store) -> None:
    number, command_id = contended(store), a_command_id()
    later = another_edit(store)
    hear(store, replace(a_conflict(uid_of(store, number), mine=OLD), edit=later))
    settles(store, command_id=command_id)

    with pytest.raises(CommandIdTaken):
        settles(store, f"{later.hex()}-street", command_id=command_id)
