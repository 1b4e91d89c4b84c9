from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import msgspec
import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain import accounts
from app.domain.calendar import VIETNAM
from app.domain.customer_number import WrongCustomerNumber
from app.domain.item_code import make_item_code, parse_item_code
from app.domain.leases import Lease, LeaseKind
from app.domain.limits import CodRefused, DeclaredValueRefused, ItemOverweight
from app.domain.reference.book import NoTariff, UnknownService
from app.domain.weight import WrongSize, WrongWeight
from app.errors import UserError
from app.journal.kinds.body import Posting
from app.journal.kinds.money import PaymentReceived
from app.journal.kinds.shipments import ShipmentAccepted
from app.services.accepting import (
    BasketEmpty,
    ChecksMissing,
    TenderedImpossible,
    TenderedTooLittle,
    TenderedUnusual,
    accept_shipments,
)
from app.services.commands import CommandIdTaken
from app.services.entering import ContentsUnusable
from app.services.erasure import EraseCustomer, erase_customer
from app.services.receiving import (
    WrongReceiverCommune,
    WrongReceiverName,
    WrongReceiverPhone,
    WrongReceiverStreet,
)
from app.services.shipments import AcceptedShipments, AcceptShipments, ItemDraft
from app.store.customers import CustomerIsErased, CustomerUnknown
from app.store.leases import LeaseExhausted
from app.store.store import Store
from app.store.tables.prints import print_job
from app.store.tables.shipments import shipment
from app.store.tables.station import lease, reference_file
from tests.app.services.bookkeeping import balance, kinds, last_body, sound, unbalanced
from tests.builders import (
    CHAU,
    PHUC,
    a_basket,
    a_command_id,
    a_receiver,
    a_store,
    accepted,
    an_item,
    grant,
    registered,
)
from tests.fakes.clock import HandClock

PARCEL = an_item(service="parcel", actual_g=1_500, size_cm=(40, 30, 20))


def accept(store: Store, basket: AcceptShipments) -> AcceptedShipments:
    return accept_shipments(basket, store.unit_of_work(), CHAU)


def items_booked(store: Store) -> int:
    with store.reading() as connection:
        return connection.execute(sa.select(sa.func.count()).select_from(shipment)).scalar_one()


def use_up(store: Store, kind: LeaseKind, prefix: str) -> None:
    with store.unit_of_work() as uow:
        of_prefix = (lease.c.kind == kind) & (lease.c.prefix == prefix)
        uow.connection.execute(sa.update(lease).where(of_prefix).values(next=lease.c.hi + 1))
        uow.commit()


def test_a_basket_is_booked_in_one_transaction_that_ends_with_its_payment(store: Store) -> None:
    done = accepted(store, an_item(), PARCEL).done

    assert kinds(store)[1:] == ["shipment.accepted", "shipment.accepted", "payment.received"]
    assert [item.code for item in done.items] == ["RA000000014VN", "CA000000014VN"]
    assert done.receipt == "100950-2-0000001"
    assert [item.charged_g for item in done.items] == [85, 4_000]
    assert done.total_vnd == sum(item.total_vnd for item in done.items)
    assert done.change_vnd == 100_000 - done.total_vnd
    assert done.clock_note == ""
    assert sound(store)


def test_each_line_of_the_price_names_its_rule_and_they_add_up(store: Store) -> None:
    item = accepted(store, PARCEL).done.items[0]

    assert [line.rule for line in item.lines][-1] == "VAT-8"
    assert sum(line.amount_vnd for line in item.lines) == item.total_vnd


def test_money_of_an_item_and_its_payment(store: Store) -> None:
    done = accepted(store).done

    body = last_body(store)
    assert isinstance(body, PaymentReceived)
    assert body.postings == [
        Posting(accounts.DRAWER, done.total_vnd),
        Posting(accounts.BASKET, -done.total_vnd),
    ]
    assert balance(store, accounts.BASKET) == 0
    assert balance(store, accounts.VAT_OUTPUT) == -done.items[0].lines[-1].amount_vnd
    assert balance(store, accounts.revenue("registered")) == -(
        done.total_vnd - done.items[0].lines[-1].amount_vnd
    )
    assert unbalanced(store) == 0


def test_what_the_receiver_pays_is_not_asked_of_the_sender(store: Store) -> None:
    theirs = replace(PARCEL, value_added=("receiver_pays",))

    done = accepted(store, an_item(), theirs).done

    assert done.total_vnd == done.items[0].total_vnd
    assert balance(store, accounts.AT_DELIVERY) == done.items[1].total_vnd
    assert balance(store, accounts.DRAWER) == done.items[0].total_vnd
    assert sound(store)


def test_a_basket_that_only_receivers_pay_needs_no_cash(store: Store) -> None:
    theirs = replace(PARCEL, value_added=("receiver_pays",))

    done = accepted(store, theirs, tendered_vnd=0).done

    assert (done.total_vnd, done.change_vnd) == (0, 0)
    assert balance(store, accounts.DRAWER) == 0
    assert sound(store)


def test_the_whole_item_is_recorded_as_it_was_accepted(store: Store) -> None:
    item = replace(PARCEL, declared_vnd=2_000_000, cod_vnd=500_000, value_added=("advice",))
    accepted(store, item, tendered_vnd=300_000)

    with store.reading() as connection:
        detail = connection.scalar(sa.select(shipment.c.detail))
    assert detail is not None
    booked = _decoded(detail)
    assert booked.value_added == ["advice", "declared", "cod"]
    assert booked.value_added_labels == ["Báo phát", "Khai giá", "Thu hộ COD"]
    assert (booked.checklist, booked.checked) == (
        "2026-07",
        ["contents_seen", "no_prohibited", "packed_sealed"],
    )
    assert booked.sender.address == "12 Hàng Bông, Phường Hoàn Kiếm, Hà Nội"
    assert booked.receiver.address == "5 Lê Lợi, Phường Sài Gòn, Hồ Chí Minh"
    assert (booked.receiver.phone, booked.receiver.province) == ("+84912000654", "Hồ Chí Minh")
    assert (booked.tariff_title, booked.volumetric_g) == ("BIỂU CƯỚC MINH HỌA", 4_000)


def test_the_receipt_and_a_label_for_each_item_wait_for_the_printer(store: Store) -> None:
    accepted(store, an_item(), PARCEL)

    with store.reading() as connection:
        jobs = connection.execute(
            sa.select(
                print_job.c.document, print_job.c.subject, print_job.c.copy, print_job.c.state
            )
        ).all()
    assert [tuple(job) for job in jobs] == [
        ("receipt", "100950-2-0000001", 0, "due"),
        ("label", "RA000000014VN", 0, "due"),
        ("label", "CA000000014VN", 0, "due"),
    ]


def test_enter_pressed_eight_times_books_once_and_answers_the_same(store: Store) -> None:
    basket = a_basket(registered(store))

    answers = [accept(store, basket) for _ in range(8)]

    assert all(answer == answers[0] for answer in answers)
    assert items_booked(store) == 1


def test_two_presses_at_the_same_moment_book_once(store: Store) -> None:
    basket = a_basket(registered(store))
    with ThreadPoolExecutor(2) as threads:
        answers = list(threads.map(lambda _: accept(store, basket), range(2)))

    assert answers[0] == answers[1]
    assert items_booked(store) == 1


def test_two_clerks_of_one_store_take_different_numbers(store: Store) -> None:
    baskets = [a_basket(registered(store)) for _ in range(2)]
    with ThreadPoolExecutor(2) as threads:
        done = list(threads.map(lambda basket: accept(store, basket), baskets))

    assert len({each.receipt for each in done}) == 2
    assert len({each.items[0].code for each in done}) == 2
    assert sound(store)


def test_a_command_id_that_registered_somebody_sells_nothing(store: Store) -> None:
    command_id = a_command_id()
    number = registered(store, command_id=command_id)

    with pytest.raises(CommandIdTaken):
        accept(store, a_basket(number, command_id=command_id))


def a_receiver_with(**wrong: object) -> ItemDraft:
    return an_item(receiver=a_receiver(**wrong))


@pytest.mark.parametrize(
    ("item", "refusal"),
    [
        (an_item(actual_g=0), WrongWeight),
        (an_item(actual_g=-1), WrongWeight),
        (an_item(actual_g=2_001), ItemOverweight),
        (replace(PARCEL, actual_g=30_001), ItemOverweight),
        (replace(PARCEL, size_cm=(0, 1, 1)), WrongSize),
        (replace(PARCEL, declared_vnd=-1), DeclaredValueRefused),
        (replace(PARCEL, declared_vnd=100_000_001), DeclaredValueRefused),
        (replace(PARCEL, cod_vnd=50_000_001), CodRefused),
        (an_item(service="telegram"), UnknownService),
        (an_item(contents=""), ContentsUnusable),
        (an_item(contents="x" * 10_000), ContentsUnusable),
        (an_item(contents="Quà 🎁"), ContentsUnusable),
        (an_item(checked=()), ChecksMissing),
        (an_item(checked=("contents_seen",)), ChecksMissing),
        (a_receiver_with(name=""), WrongReceiverName),
        (a_receiver_with(name="x" * 10_000), WrongReceiverName),
        (a_receiver_with(name="😀"), WrongReceiverName),
        (a_receiver_with(phone=""), WrongReceiverPhone),
        (a_receiver_with(phone="01663 123 456"), WrongReceiverPhone),
        (a_receiver_with(street=" "), WrongReceiverStreet),
        (a_receiver_with(street="x" * 10_000), WrongReceiverStreet),
        (a_receiver_with(commune=""), WrongReceiverCommune),
        (a_receiver_with(commune="99999"), WrongReceiverCommune),
    ],
)
def test_an_item_that_cannot_be_refuses_the_whole_basket(
    store: Store, item: ItemDraft, refusal: type[UserError]
) -> None:
    number = registered(store)

    with pytest.raises(refusal):
        accept(store, a_basket(number, an_item(), item))

    assert kinds(store) == ["customer.registered"]
    assert sound(store)


def test_a_refused_basket_uses_up_no_number(store: Store) -> None:
    number = registered(store)
    with pytest.raises(WrongWeight):
        accept(store, a_basket(number, an_item(), an_item(actual_g=0)))

    done = accepted(store, customer=number).done

    assert (done.receipt, done.items[0].code) == ("100950-2-0000001", "RA000000014VN")


def test_an_empty_basket_is_refused(store: Store) -> None:
    with pytest.raises(BasketEmpty):
        accept(store, replace(a_basket(registered(store)), items=()))


def test_somebody_unknown_or_erased_sends_nothing(store: Store) -> None:
    with pytest.raises(CustomerUnknown):
        accept(store, a_basket("0126000000179"))
    with pytest.raises(WrongCustomerNumber):
        accept(store, a_basket("x" * 10_000))

    number = registered(store)
    erase_customer(EraseCustomer(a_command_id(), number, "Đơn"), store.unit_of_work(), PHUC)
    with pytest.raises(CustomerIsErased):
        accept(store, a_basket(number))


def test_too_little_cash_says_how_much_is_missing(store: Store) -> None:
    with pytest.raises(TenderedTooLittle) as caught:
        accept(store, a_basket(registered(store), tendered_vnd=17_000))

    assert caught.value.missing_vnd == 280


def test_ten_times_the_sum_due_needs_a_second_look(store: Store) -> None:
    basket = a_basket(registered(store), tendered_vnd=172_800)

    with pytest.raises(TenderedUnusual):
        accept(store, basket)
    done = accept(store, replace(basket, tendered_confirmed=True))

    assert done.change_vnd == 172_800 - 17_280


@pytest.mark.parametrize("tendered_vnd", [-1, 10**30])
def test_sums_that_nobody_hands_over_are_refused(store: Store, tendered_vnd: int) -> None:
    basket = a_basket(registered(store), tendered_vnd=tendered_vnd, tendered_confirmed=True)

    with pytest.raises((TenderedTooLittle, TenderedImpossible)):
        accept(store, basket)


@pytest.mark.parametrize(
    ("kind", "prefix", "what"),
    [
        (LeaseKind.ITEM, "RA", "số hiệu Bảo đảm"),
        (LeaseKind.RECEIPT, "100950-2", "số phiếu gửi"),
    ],
)
def test_a_dry_lease_refuses_in_words(
    store: Store, kind: LeaseKind, prefix: str, what: str
) -> None:
    number = registered(store)
    use_up(store, kind, prefix)

    with pytest.raises(LeaseExhausted) as caught:
        accept(store, a_basket(number))

    assert caught.value.what == what
    assert items_booked(store) == 0


def test_a_basket_runs_on_into_the_next_range(store: Store) -> None:
    use_up(store, LeaseKind.ITEM, "RA")
    grant(
        store,
        Lease("ra-2", LeaseKind.ITEM, "RA", 5_000, 5_000),
        Lease("ra-3", LeaseKind.ITEM, "RA", 7_000, 7_010),
    )

    done = accepted(store, an_item(), an_item()).done

    assert [parse_item_code(item.code).serial for item in done.items] == [5_000, 7_000]


def test_a_number_that_already_stands_on_an_item_is_passed_over(store: Store) -> None:
    code = accepted(store).done.items[0].code
    with store.unit_of_work() as uow:  # as after a restored lease table
        uow.connection.execute(sa.update(lease).where(lease.c.prefix == "RA").values(next=1))
        uow.commit()

    assert accepted(store).done.items[0].code == make_item_code("RA", 2) != code


def test_the_tax_changes_at_midnight_in_vietnam(store: Store, clock: HandClock) -> None:
    number = registered(store)
    midnight = _vietnam_ms(2027, 1, 1)

    clock.wall_ms = midnight - 1
    before = accepted(store, customer=number).done
    clock.wall_ms = midnight
    after = accepted(store, customer=number).done

    assert before.items[0].lines[-1].rule == "VAT-8"
    assert after.items[0].lines[-1].rule == "VAT-10"
    assert after.total_vnd == 17_600
    assert sound(store)


class _RushingClock(HandClock):
    """A minute passes between any two looks at it."""

    def now_ms(self) -> int:
        self.advance(60_000)
        return self.wall_ms


@pytest.mark.parametrize("minutes", range(1, 12))
def test_an_item_is_recorded_at_the_moment_that_it_was_priced_for(
    tmp_path: Path, minutes: int
) -> None:
    midnight = _vietnam_ms(2027, 1, 1)
    clock = _RushingClock(midnight - minutes * 60_000)
    store = a_store(tmp_path, clock)
    try:
        done = accepted(store).done
        with store.reading() as connection:
            accepted_ms = connection.execute(sa.select(shipment.c.accepted_ms)).scalar_one()
    finally:
        store.close()

    rule = "VAT-8" if accepted_ms < midnight else "VAT-10"
    assert done.items[0].lines[-1].rule == rule


def test_without_a_valid_tariff_nothing_is_priced_and_all_else_works(store: Store) -> None:
    number = registered(store)
    with store.unit_of_work() as uow:
        uow.connection.execute(
            sa.delete(reference_file).where(reference_file.c.name.startswith("tariff"))
        )
        uow.commit()

    with pytest.raises(NoTariff):
        accept(store, a_basket(number))
    assert registered(store)


@pytest.mark.parametrize(
    ("meddle", "word"),
    [
        (lambda clock: setattr(clock, "wall_ms", clock.wall_ms - 3 * 86_400_000), "lùi"),
        (lambda clock: setattr(clock, "wall_ms", clock.wall_ms + 6 * 60_000), "lệch"),
    ],
)
def test_a_doubtful_clock_is_told_and_stops_nothing(
    store: Store, clock: HandClock, meddle: Callable[[HandClock], None], word: str
) -> None:
    number = registered(store)
    meddle(clock)

    done = accepted(store, customer=number).done

    assert word in done.clock_note
    assert sound(store)


WEIGHTS = st.integers(min_value=1, max_value=2_000)
SERVICES = st.sampled_from(["registered", "parcel", "consigned", "ems"])
DRAFTS = st.builds(
    lambda service, weight, added: an_item(
        service=service, actual_g=weight, value_added=() if service == "registered" else added
    ),
    SERVICES,
    WEIGHTS,
    st.sampled_from([(), ("receiver_pays",), ("advice",)]),
)


@given(baskets=st.lists(st.lists(DRAFTS, min_size=1, max_size=4), min_size=1, max_size=3))
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_sent_the_money_balances(
    tmp_path_factory: pytest.TempPathFactory, baskets: list[list[ItemDraft]]
) -> None:
    store = a_store(Path(tmp_path_factory.mktemp("baskets")))
    try:
        number = registered(store)
        due = sum(
            accepted(
                store, *items, customer=number, tendered_vnd=5_000_000, tendered_confirmed=True
            ).done.total_vnd
            for items in baskets
        )

        assert unbalanced(store) == 0
        assert balance(store, accounts.BASKET) == 0
        assert balance(store, accounts.DRAWER) == due
        assert sound(store)
    finally:
        store.close()


def _decoded(detail: bytes) -> ShipmentAccepted:
    return msgspec.json.decode(detail, type=ShipmentAccepted)


def _vietnam_ms(year: int, month: int, day: int) -> int:
    return int(datetime(year, month, day, tzinfo=VIETNAM).timestamp() * 1_000)
