from datetime import date

from app.queries.customers import Resemblance
from app.queries.resemblances import resemblances
from app.services.customers import RegisterCustomer
from app.services.erasure import EraseCustomer, erase_customer
from app.store.store import Store
from tests.builders import (
    PHUC,
    a_card_holder,
    a_command_id,
    a_customer,
    a_paper,
    registered,
)
from tests.fakes.clock import NOON


def alike(store: Store, draft: RegisterCustomer) -> list[tuple[str, str]]:
    with store.reading() as connection:
        return [(one.number, one.reason) for one in resemblances(connection, draft, NOON)]


def test_the_same_card_comes_before_the_same_phone_and_the_same_name(store: Store) -> None:
    draft = a_card_holder(phones=("0912000654",))
    named = registered(store, full_name="nguyen van a", birth_date=date(1990, 7, 7), sex=None)
    called = registered(store, full_name="Lê Mai", phones=("0912000654",))
    carded = registered(store, birth_date=None, sex=None, citizen=a_paper(), phones=())

    assert alike(store, draft) == [(carded, "citizen"), (called, "phone"), (named, "name")]


def test_an_older_paper_resembles_too(store: Store) -> None:
    number = registered(store, birth_date=None, sex=None, citizen=a_paper())
    renewed = a_card_holder(citizen=a_paper("001090000002"), phones=())

    assert alike(store, renewed) == [(number, "citizen")]


def test_a_name_alone_or_with_another_year_resembles_nobody(store: Store) -> None:
    registered(store)

    assert alike(store, a_customer(phones=(), birth_date=None, citizen=None)) == []
    assert alike(store, a_customer(phones=(), birth_date=date(1989, 3, 8))) == []


def test_the_year_may_be_known_from_the_citizen_number(store: Store) -> None:
    number = registered(store, full_name="Nguyễn Văn A", birth_date=date(1990, 5, 5), sex=None)

    assert alike(store, a_card_holder(birth_date=None, phones=())) == [(number, "name")]


def test_a_form_half_filled_is_no_trouble(store: Store) -> None:
    registered(store)

    for draft in (
        a_customer(full_name="", phones=(), birth_date=None),
        a_customer(phones=("09", "x" * 10_000)),
        a_customer(citizen=a_paper("0010"), phones=()),
        a_customer(citizen=a_paper("😀"), phones=()),
    ):
        alike(store, draft)


def test_the_erased_resemble_nobody(store: Store) -> None:
    number = registered(store)
    erase_customer(EraseCustomer(a_command_id(), number, "Đơn"), store.unit_of_work(), PHUC)

    assert alike(store, a_customer()) == []


def test_a_look_alike_is_shown_with_what_tells_people_apart(store: Store) -> None:
    number = registered(store)

    with store.reading() as connection:
        (one,) = resemblances(connection, a_customer(full_name="Lê Mai"), NOON)

    assert one == Resemblance(
        number=number,
        full_name="Nguyễn Thị Ánh Tuyết",
        birth_year=1988,
        phone_masked="0903 ••• 456",
        address="12 Hàng Bông, Phường Hoàn Kiếm, Hà Nội",
        reason="phone",
    )
