import pytest
import sqlalchemy as sa

from app.journal.kinds.customers import CustomerErased
from app.queries.customers import customer_page
from app.queries.finding import find
from app.services.commands import CommandForgotten, CommandIdTaken
from app.services.customers import EditCustomer, register_customer
from app.services.editing import edit_customer
from app.services.entering import ReasonUnusable
from app.services.erasure import (
    RETENTION,
    AlreadyErased,
    EraseCustomer,
    ErasedCustomer,
    NotRegisteredHere,
    RetentionRuns,
    erase_customer,
)
from app.services.permissions import NotPermitted
from app.store.books import entries
from app.store.snapshot import import_customers
from app.store.store import Store
from tests.app.services.bookkeeping import kinds, last_body, sound
from tests.app.store.bookkeeping import a_snapshot_customer
from tests.builders import (
    CHAU,
    PHUC,
    a_card_holder,
    a_command_id,
    a_customer,
    accepted,
    registered,
)
from tests.fakes.clock import NOON, HandClock


def erase(store: Store, number: str, reason: str = "Đơn của khách ngày 01/11") -> ErasedCustomer:
    return erase_customer(EraseCustomer(a_command_id(), number, reason), store.unit_of_work(), PHUC)


def test_name_phone_and_card_are_gone_from_rows_keys_and_journal(store: Store) -> None:
    number = register_customer(a_card_holder(), store.unit_of_work(), CHAU).number
    edit_customer(
        EditCustomer(a_command_id(), number, {"street": ("12 Hàng Bông", "5 Lê Lợi")}),
        store.unit_of_work(),
        CHAU,
    )

    done = erase(store, number)

    assert done == ErasedCustomer(number, 2)
    with store.reading() as connection:
        bodies = b"".join(entry.body or b"" for entry in entries(connection))
        page = customer_page(connection, number, NOON)
        found = [find(connection, text, NOON).hits for text in ("van a", "456", "001090000001")]
    for trace in ("Nguyễn Văn A", "903123456", "001090000001", "012345678", "Lê Lợi"):
        assert trace.encode() not in bodies
    assert (page.phones, page.citizen_masked, page.street) == ((), "", "")
    assert found == [(), (), ()]
    assert sound(store)


def test_the_number_is_never_given_again(store: Store) -> None:
    first = registered(store)
    erase(store, first)

    assert registered(store) != first
    assert sound(store)


def test_the_reason_stays_on_record(store: Store) -> None:
    erase(store, registered(store))

    body = last_body(store)
    assert isinstance(body, CustomerErased)
    assert body.reason == "Đơn của khách ngày 01/11"


def test_only_a_supervisor_erases(store: Store) -> None:
    number = registered(store)

    with pytest.raises(NotPermitted):
        erase_customer(EraseCustomer(a_command_id(), number, "x"), store.unit_of_work(), CHAU)


@pytest.mark.parametrize("reason", ["", "  ", "…", "x" * 10_000])
def test_a_reason_is_needed(store: Store, reason: str) -> None:
    number = registered(store)

    with pytest.raises(ReasonUnusable):
        erase(store, number, reason)


def test_a_young_item_keeps_its_sender_known(store: Store, clock: HandClock) -> None:
    number = accepted(store).customer

    with pytest.raises(RetentionRuns) as caught:
        erase(store, number)
    assert caught.value.until == "21/11/2027"

    clock.advance(int(RETENTION.total_seconds() * 1_000))
    erase(store, number)
    assert sound(store)


def test_enter_pressed_twice_erases_once(store: Store) -> None:
    command = EraseCustomer(a_command_id(), registered(store), "Đơn của khách")

    answers = {erase_customer(command, store.unit_of_work(), PHUC) for _ in range(2)}

    assert len(answers) == 1
    assert kinds(store).count("customer.erased") == 1


def test_what_is_erased_stays_erased(store: Store) -> None:
    number = registered(store)
    erase(store, number)

    with pytest.raises(AlreadyErased):
        erase(store, number)


def test_the_form_that_registered_the_erased_cannot_be_sent_again(store: Store) -> None:
    form = a_customer()
    number = register_customer(form, store.unit_of_work(), CHAU).number
    erase(store, number)

    with pytest.raises(CommandForgotten):
        register_customer(form, store.unit_of_work(), CHAU)


def test_a_citizen_whose_data_were_erased_registers_anew(store: Store) -> None:
    first = register_customer(a_card_holder(), store.unit_of_work(), CHAU).number
    erase(store, first)

    again = register_customer(a_card_holder(command_id=a_command_id()), store.unit_of_work(), CHAU)

    assert again.created
    assert again.number != first


def test_customers_of_another_counter_are_headquarters_to_erase(store: Store) -> None:
    theirs = a_snapshot_customer(500)
    list(import_customers(store, [theirs]))

    with pytest.raises(NotRegisteredHere):
        erase(store, theirs.number)


def test_nothing_else_of_the_journal_can_be_emptied(store: Store) -> None:
    registered(store)

    with pytest.raises(sa.exc.IntegrityError), store.unit_of_work() as uow:
        uow.connection.exec_driver_sql("UPDATE journal SET body = NULL")


def test_a_command_id_that_erased_one_customer_erases_no_other(store: Store) -> None:
    one, other, command_id = registered(store), registered(store), a_command_id()
    erase_customer(EraseCustomer(command_id, one, "Đơn"), store.unit_of_work(), PHUC)

    with pytest.raises(CommandIdTaken):
        erase_customer(EraseCustomer(command_id, other, "Đơn"), store.unit_of_work(), PHUC)
