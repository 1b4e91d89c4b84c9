from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date

import pytest
import sqlalchemy as sa

from app.domain.citizen import WrongCitizenNumber
from app.domain.customer_number import is_customer_number
from app.domain.leases import Lease, LeaseKind
from app.domain.names import NameCharacter, NameTooLong, WrongName, nfc
from app.domain.phones import OldPhone, WrongPhone
from app.domain.reference.book import UnknownPlace
from app.services.commands import CommandIdTaken
from app.services.customers import RegisterCustomer, RegisteredCustomer, register_customer
from app.services.entering import NoteUnusable, StreetUnusable
from app.services.person import (
    BirthDateContradiction,
    SexContradiction,
    TooManyPhones,
    WrongBirthDate,
    WrongOldNumber,
)
from app.store.leases import LeaseExhausted
from app.store.lookups import citizen_lookup
from app.store.store import Store
from app.store.tables.customers import customer, customer_alias
from app.store.tables.station import lease
from tests.app.services.bookkeeping import kinds, sound
from tests.builders import (
    CHAU,
    LOOKUP_KEY,
    a_card_holder,
    a_command_id,
    a_customer,
    a_paper,
    accepted,
    grant,
)
from tests.fakes.clock import HandClock


def register(store: Store, form: RegisterCustomer) -> RegisteredCustomer:
    return register_customer(form, store.unit_of_work(), CHAU)


def row(store: Store) -> sa.Row[*tuple[object, ...]]:
    with store.reading() as connection:
        return connection.execute(sa.select(customer)).one()


def test_a_person_gets_a_number_from_the_lease(store: Store) -> None:
    first = register(store, a_customer())
    second = register(store, a_customer())

    assert first.created
    assert (first.number[:11], second.number[:11]) == ("01260000001", "01260000002")
    assert is_customer_number(first.number)
    assert sound(store)


def test_what_was_typed_is_stored_in_its_one_form(store: Store) -> None:
    register(
        store,
        a_customer(
            full_name="  Nguye\u0302\u0303n   Thị Ánh Tuyết ",
            phones=("0903.123.456", "+84 903 123 456", "024 3825 7863"),
            street="12  Ha\u0300ng Bông",
        ),
    )

    stored = row(store)
    assert stored.full_name == nfc("Nguyễn Thị Ánh Tuyết")
    assert stored.phones == "+84903123456 +842438257863"
    assert stored.street == nfc("12 Hàng Bông")
    assert stored.scheme == "2025-07"


def test_enter_pressed_eight_times_registers_once(store: Store) -> None:
    form = a_customer()

    answers = {register(store, form) for _ in range(8)}

    assert len(answers) == 1
    assert kinds(store) == ["customer.registered"]


def test_two_presses_at_the_same_moment_register_once(store: Store) -> None:
    form = a_customer()
    with ThreadPoolExecutor(2) as threads:
        answers = set(threads.map(lambda _: register(store, form), range(2)))

    assert len(answers) == 1
    assert kinds(store) == ["customer.registered"]


def test_a_card_leaves_a_keyed_hash_and_its_old_number_as_alias(store: Store) -> None:
    register(store, a_card_holder())

    with store.reading() as connection:
        alias = connection.execute(sa.select(customer_alias)).one()
    assert row(store).citizen_lookup == citizen_lookup(LOOKUP_KEY, "001090000001")
    assert alias.code == citizen_lookup(LOOKUP_KEY, "012345678").hex()


def test_a_card_without_an_older_paper_has_no_alias(store: Store) -> None:
    register(store, a_card_holder(citizen=a_paper(old_number="")))

    with store.reading() as connection:
        assert connection.execute(sa.select(customer_alias)).all() == []


def test_a_known_citizen_is_that_customer(store: Store) -> None:
    first = register(store, a_card_holder())
    again = register(store, a_card_holder(command_id=a_command_id(), phones=()))

    assert again == RegisteredCustomer(first.number, created=False)
    assert kinds(store) == ["customer.registered"]


@pytest.mark.parametrize(
    ("wrong", "refusal"),
    [
        ({"full_name": ""}, WrongName),
        ({"full_name": "   "}, WrongName),
        ({"full_name": "An" * 5_000}, NameTooLong),
        ({"full_name": "Nguyễn 😀"}, NameCharacter),
        ({"full_name": "Nguyễn 2"}, NameCharacter),
        ({"phones": ("",)}, WrongPhone),
        ({"phones": ("0" * 10_000,)}, WrongPhone),
        ({"phones": ("01663 123 456",)}, OldPhone),
        ({"phones": tuple(f"090312345{n}" for n in range(6))}, TooManyPhones),
        ({"street": "x" * 10_000}, StreetUnusable),
        ({"street": "12 Hàng Bông 🏠"}, StreetUnusable),
        ({"street": "12 Hàng\x00Bông"}, StreetUnusable),
        ({"alert_note": "x" * 10_000}, NoteUnusable),
        ({"commune": "99999"}, UnknownPlace),
        ({"commune": "x" * 10_000}, UnknownPlace),
        ({"birth_date": date(2026, 11, 22)}, WrongBirthDate),
        ({"birth_date": date(1899, 12, 31)}, WrongBirthDate),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_saved(
    store: Store, wrong: dict[str, object], refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        register(store, a_customer(**wrong))

    assert kinds(store) == []


@pytest.mark.parametrize(
    ("wrong", "refusal"),
    [
        ({"birth_date": date(1991, 1, 1)}, BirthDateContradiction),
        ({"sex": "female"}, SexContradiction),
        ({"citizen": a_paper("001290000001")}, BirthDateContradiction),
        ({"citizen": a_paper("00109000000")}, WrongCitizenNumber),
        ({"citizen": a_paper("")}, WrongCitizenNumber),
        ({"citizen": a_paper("9" * 10_000)}, WrongCitizenNumber),
        ({"citizen": a_paper(old_number="12345")}, WrongOldNumber),
    ],
)
def test_a_citizen_number_must_agree_with_the_rest(
    store: Store, wrong: dict[str, object], refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        register(store, a_card_holder(**wrong))

    assert kinds(store) == []


def test_no_form_shows_what_was_typed_in_a_log() -> None:
    assert "Nguyễn" not in repr(a_card_holder())
    assert "001090000001" not in repr(a_card_holder().citizen)


def test_a_dry_lease_is_refused_in_words_and_another_continues(store: Store) -> None:
    with store.unit_of_work() as uow:
        uow.connection.execute(
            sa.update(lease).where(lease.c.kind == "customer").values(next=lease.c.hi + 1)
        )
        uow.commit()

    with pytest.raises(LeaseExhausted) as caught:
        register(store, a_customer())
    assert caught.value.what == "số khách hàng"
    assert kinds(store) == []


def test_a_number_of_this_year_is_given_before_one_of_last_year(
    store: Store, clock: HandClock
) -> None:
    clock.advance(60 * 86_400_000)  # into January 2027
    grant(store, Lease("customer-27", LeaseKind.CUSTOMER, "0127", 1, 1))

    first, second = register(store, a_customer()), register(store, a_customer())

    assert first.number.startswith("0127")
    assert second.number.startswith("0126")


def test_a_command_id_that_booked_a_sale_registers_nobody(store: Store) -> None:
    sale = accepted(store)

    with pytest.raises(CommandIdTaken):
        register(store, a_customer(command_id=sale.command_id))


def test_somebody_else_under_a_used_command_id_is_refused(store: Store) -> None:
    form = a_customer()
    register(store, form)

    with pytest.raises(CommandIdTaken):
        register(store, replace(form, full_name="Đặng Văn Quyết"))

    assert kinds(store) == ["customer.registered"]
