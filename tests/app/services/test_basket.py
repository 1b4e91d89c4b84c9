from dataclasses import replace
from datetime import datetime
from pathlib import Path

import msgspec
import pytest
import sqlalchemy as sa

from app.domain.calendar import VIETNAM
from app.domain.customer_number import WrongCustomerNumber
from app.domain.item_code import make_item_code, parse_item_code
from app.domain.leases import Lease, LeaseKind
from app.domain.limits import CodRefused, DeclaredValueRefused, ItemOverweight
from app.domain.reference.book import NoTariff, UnknownService
from app.domain.weight import WrongSize, WrongWeight
from app.errors import UserError
from app.journal.kinds.shipments import ShipmentAccepted
from app.services.accepting import accept_shipments
from app.services.basket import ChecksMissing
from app.services.entering import ContentsUnusable
from app.services.erasure import EraseCustomer, erase_customer
from app.services.paying import TenderedImpossible, TenderedTooLittle, TenderedUnusual
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
from app.store.tables.shipments import shipment
from app.store.tables.station import lease, reference_file
from tests.app.services.bookkeeping import kinds, sound
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


def test_each_line_of_the_price_names_its_rule_and_they_add_up(store: Store) -> None:
    item = accepted(store, PARCEL).done.items[0]

    assert [line.rule for line in item.lines][-1] == "VAT-8"
    assert sum(line.amount_vnd for line in item.lines) == item.total_vnd


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


def _decoded(detail: bytes) -> ShipmentAccepted:
    return msgspec.json.decode(detail, type=ShipmentAccepted)


def _vietnam_ms(year: int, month: int, day: int) -> int:
    return int(datetime(year, month, day, tzinfo=VIETNAM).timestamp() * 1_000)
