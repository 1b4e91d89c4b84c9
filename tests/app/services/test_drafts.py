from typing import TYPE_CHECKING

import pytest

from app.domain.customer_number import make_customer_number
from app.domain.drafts import SLOTS, BasketContent, Draft, ItemEntry
from app.journal.appending import read_body
from app.queries.drafts import waiting_baskets
from app.services.accepting import accept_shipments
from app.services.drafts import KeepDraft, NoRoomForBasket, give_up_draft, keep_draft
from app.services.erasure import EraseCustomer, erase_customer
from app.settings import Home
from app.store.books import entries
from app.store.customers import CustomerUnknown
from app.store.reference import reference_book
from app.store.store import Store, open_store
from app.store.verification import verify
from tests.builders import CHAU, HOAN_KIEM, PHUC, a_basket, a_command_id, registered

if TYPE_CHECKING:
    from app.store.uow import UnitOfWork

HALF = ItemEntry(service="parcel", name="Đặng Văn Qu")
WHOLE = ItemEntry(service="registered", name="Đặng Văn Quyết", phone="0912000654", weight_g=85)
CONTENT = BasketContent(items=(WHOLE,), form=HALF)


def keep(
    store: Store, customer: str, command_id: bytes, content: BasketContent = CONTENT
) -> int | None:
    return keep_draft(KeepDraft(command_id, customer, content), store.unit_of_work(), CHAU)


def waiting(store: Store) -> tuple[Draft, ...]:
    with store.reading() as connection:
        return waiting_baskets(connection)


def test_a_half_typed_basket_is_there_after_a_crash_with_who_began_it(store: Store) -> None:
    customer = registered(store)
    keep(store, customer, a_command_id())

    again = open_store(Home(store.home.root), store.clock)  # nothing of the first was closed
    try:
        (draft,) = waiting(again)
    finally:
        again.close()

    assert (draft.slot, draft.customer, draft.customer_name) == (
        1,
        customer,
        "Nguyễn Thị Ánh Tuyết",
    )
    assert draft.clerk_name == CHAU.name
    assert draft.content == CONTENT


def test_the_commune_comes_back_as_it_was_chosen(store: Store) -> None:
    with store.reading() as connection:
        place = reference_book(connection, store.clock.now_ms()).place(HOAN_KIEM)
    content = BasketContent(form=ItemEntry(commune=place))
    keep(store, registered(store), a_command_id(), content)

    assert waiting(store)[0].content.form.commune == place


def test_typing_on_changes_the_same_basket(store: Store) -> None:
    customer, command_id = registered(store), a_command_id()

    slots = [
        keep(store, customer, command_id),
        keep(store, customer, command_id, BasketContent(form=WHOLE)),
    ]

    assert slots == [1, 1]
    assert [draft.content.form for draft in waiting(store)] == [WHOLE]


def test_a_basket_that_was_emptied_is_no_longer_kept(store: Store) -> None:
    customer, command_id = registered(store), a_command_id()
    keep(store, customer, command_id)

    assert keep(store, customer, command_id, BasketContent()) is None
    assert waiting(store) == ()


def test_five_customers_can_wait_and_a_number_that_came_free_is_given_again(store: Store) -> None:
    customer = registered(store)
    ids = [a_command_id() for _ in range(SLOTS)]
    assert [keep(store, customer, each) for each in ids] == [1, 2, 3, 4, 5]

    with pytest.raises(NoRoomForBasket):
        keep(store, customer, a_command_id())

    give_up_draft(ids[2], store.unit_of_work(), CHAU)
    assert keep(store, customer, a_command_id()) == 3


def test_a_basket_of_nobody_is_not_kept(store: Store) -> None:
    with pytest.raises(CustomerUnknown):
        keep(store, make_customer_number("0126", 999), a_command_id())


def test_what_was_paid_for_waits_no_longer_even_if_a_late_save_comes(store: Store) -> None:
    customer = registered(store)
    basket = a_basket(customer)
    keep(store, customer, basket.command_id)

    accept_shipments(basket, store.unit_of_work(), CHAU)
    assert waiting(store) == ()

    assert keep(store, customer, basket.command_id) is None
    assert waiting(store) == ()


def test_no_entry_stands_behind_a_draft(store: Store) -> None:
    keep(store, registered(store), a_command_id())

    with store.reading() as connection:
        told = [read_body(entry) for entry in entries(connection)]
    assert not any("Đặng" in repr(body) for body in told)
    assert verify(store).ok


def test_a_draft_goes_with_a_customer_who_is_erased(store: Store) -> None:
    customer = registered(store)
    keep(store, customer, a_command_id())

    command = EraseCustomer(a_command_id(), customer, "Khách yêu cầu bằng văn bản")
    uow: UnitOfWork = store.unit_of_work()
    erase_customer(command, uow, PHUC)

    assert waiting(store) == ()
