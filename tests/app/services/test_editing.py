from datetime import date

import pytest
import sqlalchemy as sa

from app.journal.kinds.customers import Change, CustomerEdited
from app.queries.finding import find
from app.services.commands import CommandIdTaken
from app.services.customers import EditCustomer, EditedCustomer
from app.services.editing import ChangedMeanwhile, CitizenTaken, edit_customer
from app.services.erasure import EraseCustomer, erase_customer
from app.services.person import BirthDateContradiction, TooManyPhones
from app.store.customers import CustomerIsErased, CustomerUnknown
from app.store.store import Store
from app.store.tables.customers import customer
from tests.app.services.bookkeeping import kinds, last_body, sound
from tests.builders import (
    CHAU,
    PHUC,
    SAI_GON,
    a_card_holder,
    a_command_id,
    a_paper,
    registered,
)
from tests.fakes.clock import NOON


def edit(
    store: Store, number: str, command_id: bytes | None = None, **changes: tuple[object, object]
) -> EditedCustomer:
    command = EditCustomer(command_id or a_command_id(), number, changes)
    return edit_customer(command, store.unit_of_work(), CHAU)


def held(store: Store, number: str) -> sa.Row[*tuple[object, ...]]:
    with store.reading() as connection:
        return connection.execute(sa.select(customer).where(customer.c.number == number)).one()


def test_an_edit_records_from_and_to_of_what_differs(store: Store) -> None:
    number = registered(store)

    done = edit(
        store,
        number,
        street=("12 Hàng Bông", "5  Lê Lợi"),
        phones=(("+84903123456",), ("0912 000 654", "0903123456")),
    )

    body = last_body(store)
    assert isinstance(body, CustomerEdited)
    assert body.changes == [
        Change("phones", ["+84903123456"], ["+84912000654", "+84903123456"]),
        Change("street", "12 Hàng Bông", "5 Lê Lợi"),
    ]
    assert done.fields == ("phones", "street")
    assert held(store, number).phones == "+84912000654 +84903123456"
    assert sound(store)


def test_a_new_name_and_phone_are_found_and_old_ones_are_not(store: Store) -> None:
    number = registered(store)

    edit(
        store,
        number,
        full_name=("Nguyễn Thị Ánh Tuyết", "Lê Mai"),
        phones=(("+84903123456",), ("0912000654",)),
    )

    with store.reading() as connection:
        assert find(connection, "mai", NOON).hits[0].code == number
        assert find(connection, "654", NOON).hits[0].code == number
        assert not find(connection, "tuyet", NOON).hits
        assert not find(connection, "456", NOON).hits


def test_nothing_changed_records_nothing(store: Store) -> None:
    number = registered(store)

    done = edit(store, number, street=("12 Hàng Bông", " 12 Ha\u0300ng Bông"))

    assert done.fields == ()
    assert kinds(store) == ["customer.registered"]


def test_what_another_made_of_it_meanwhile_is_not_overwritten(store: Store) -> None:
    number = registered(store)
    edit(store, number, street=("12 Hàng Bông", "5 Lê Lợi"))

    with pytest.raises(ChangedMeanwhile) as caught:
        edit(store, number, street=("12 Hàng Bông", "7 Tràng Tiền"))

    assert (caught.value.name, caught.value.label) == ("street", "Địa chỉ")
    assert held(store, number).street == "5 Lê Lợi"


def test_the_same_change_made_by_two_is_no_quarrel(store: Store) -> None:
    number = registered(store)
    edit(store, number, street=("12 Hàng Bông", "5 Lê Lợi"))

    assert edit(store, number, street=("12 Hàng Bông", "5 Lê Lợi")).fields == ()


def test_enter_pressed_twice_edits_once(store: Store) -> None:
    number, command_id = registered(store), a_command_id()

    first = edit(store, number, command_id, street=("12 Hàng Bông", "5 Lê Lợi"))
    second = edit(store, number, command_id, street=("12 Hàng Bông", "5 Lê Lợi"))

    assert first == second
    assert kinds(store).count("customer.edited") == 1


def test_a_command_id_that_registered_somebody_edits_nobody(store: Store) -> None:
    command_id = a_command_id()
    number = registered(store, command_id=command_id)

    with pytest.raises(CommandIdTaken):
        edit(store, number, command_id, street=("12 Hàng Bông", "5 Lê Lợi"))


def test_the_list_of_communes_follows_the_commune(store: Store) -> None:
    number = registered(store, commune="")

    edit(store, number, commune=("", SAI_GON))

    assert (held(store, number).commune, held(store, number).scheme) == (SAI_GON, "2025-07")
    assert edit(store, number, commune=(SAI_GON, "")).fields == ("commune",)
    assert held(store, number).scheme == ""


def test_a_card_shown_later_brings_number_and_alias(store: Store) -> None:
    number = registered(store, birth_date=date(1990, 1, 1), sex="male")

    edit(store, number, citizen=("", a_paper()))

    with store.reading() as connection:
        assert find(connection, "001090000001", NOON).hits[0].code == number
        assert find(connection, "012345678", NOON).hits[0].code == number
    assert sound(store)


def test_a_citizen_number_is_seen_masked_and_may_be_taken_back(store: Store) -> None:
    number = registered(store, **_card_fields())

    with pytest.raises(ChangedMeanwhile):
        edit(store, number, citizen=("", None))
    edit(store, number, citizen=("0010••••••01", None))

    assert held(store, number).citizen_lookup is None


def test_a_citizen_number_of_somebody_else_is_refused_with_that_customer(store: Store) -> None:
    owner = registered(store, **_card_fields())
    other = registered(store, birth_date=date(1990, 5, 5), sex="male")

    with pytest.raises(CitizenTaken) as caught:
        edit(store, other, citizen=("", a_paper()))

    assert caught.value.number.replace(" ", "") == owner


def test_an_edit_may_not_contradict_the_citizen_number(store: Store) -> None:
    number = registered(store, **_card_fields())

    with pytest.raises(BirthDateContradiction):
        edit(store, number, birth_date=(date(1990, 1, 1), date(1989, 1, 1)))


def test_limits_hold_for_edits_too(store: Store) -> None:
    number = registered(store)

    with pytest.raises(TooManyPhones):
        edit(
            store, number, phones=(("+84903123456",), tuple(f"09031234{n}" for n in range(10, 20)))
        )


def test_the_unknown_and_the_erased_are_refused(store: Store) -> None:
    number = registered(store)
    with pytest.raises(CustomerUnknown):
        edit(store, "0126000000276", street=("", "x"))

    erase_customer(
        EraseCustomer(a_command_id(), number, "Đơn ngày 01/11"), store.unit_of_work(), PHUC
    )
    with pytest.raises(CustomerIsErased):
        edit(store, number, street=("12 Hàng Bông", "x"))


def _card_fields() -> dict[str, object]:
    form = a_card_holder()
    return {
        "full_name": form.full_name,
        "birth_date": form.birth_date,
        "sex": form.sex,
        "citizen": form.citizen,
    }


def test_a_command_id_that_edited_one_customer_edits_no_other(store: Store) -> None:
    one, other, command_id = registered(store), registered(store), a_command_id()
    edit(store, one, command_id, street=("12 Hàng Bông", "5 Lê Lợi"))

    with pytest.raises(CommandIdTaken):
        edit(store, other, command_id, street=("12 Hàng Bông", "5 Lê Lợi"))
