from datetime import datetime

import pytest

from app.domain.calendar import VIETNAM
from app.services.adjusting import ItemGone, ItemNotHere, ItemUnderway
from app.services.correcting import (
    NothingToCorrect,
    Wanted,
    correct_shipment,
    quote_correction,
)
from app.services.four_eyes import Approval, ApproverLacksRight
from app.services.paying import Tender, TenderedTooLittle
from app.services.receiving import WrongReceiverName
from app.store.adjustments import current_item
from app.store.sales import items_of
from app.store.store import Store
from tests.app.services.bookkeeping import balance, kinds, sound, unbalanced
from tests.app.services.test_voiding import papers
from tests.builders import CHAU, HOAN_KIEM, PIN, a_receiver, accepted, an_item
from tests.fakes.clock import HandClock
from tests.money import a_correction, corrected, put_into_bag, voided

HEAVIER = Wanted(actual_g=600)
PAID = Tender(cash_vnd=100_000, confirmed=True)


def test_an_item_that_weighs_more_is_paid_for(store: Store) -> None:
    sale = accepted(store)
    code, before = sale.done.items[0].code, sale.done.total_vnd

    done = corrected(store, code, HEAVIER, tender=PAID)

    with store.reading() as connection:
        item = current_item(connection, code)
        as_accepted = items_of(connection, sale.done.receipt)[0]
    assert item is not None
    assert (item.actual_g, as_accepted.actual_g) == (600, 85)
    assert done.collected_vnd == item.total_vnd - before > 0
    assert done.change_vnd == 100_000 - done.collected_vnd
    assert balance(store, "drawer") == item.total_vnd
    assert -balance(store, "revenue.registered") == item.net_vnd
    assert kinds(store)[-2:] == ["shipment.corrected", "payment.collected"]
    assert papers(store) >= {("adjustment", done.slip), ("corrected_label", done.slip)}
    assert sound(store)


def test_an_item_that_weighs_less_gives_money_back(store: Store) -> None:
    sale = accepted(store, an_item(actual_g=600))
    code = sale.done.items[0].code

    done = corrected(store, code, Wanted(actual_g=85))

    assert done.refunded_vnd > 0
    assert balance(store, "drawer") == sale.done.total_vnd - done.refunded_vnd
    assert kinds(store)[-1] == "payment.refunded"
    assert sound(store)


def test_another_receiver_at_the_same_price_moves_no_money(store: Store) -> None:
    sale = accepted(store)
    wanted = Wanted(receiver=a_receiver(name="Đặng Thị Quyên"))

    done = corrected(store, sale.done.items[0].code, wanted)

    assert (done.collected_vnd, done.refunded_vnd) == (0, 0)
    assert balance(store, "drawer") == sale.done.total_vnd
    assert sound(store)


def test_another_service_and_another_place_change_the_price(store: Store) -> None:
    sale = accepted(store)
    code = sale.done.items[0].code

    corrected(store, code, Wanted(service="ems"), tender=PAID)
    corrected(store, code, Wanted(receiver=a_receiver(commune=HOAN_KIEM)), tender=PAID)

    with store.reading() as connection:
        item = current_item(connection, code)
    assert item is not None
    assert (item.service, item.receiver.commune) == ("ems", HOAN_KIEM)
    assert balance(store, "revenue.registered") == 0
    assert balance(store, "drawer") == item.total_vnd
    assert unbalanced(store) == 0
    assert sound(store)


def test_a_correction_is_voided_with_the_price_that_it_left(store: Store) -> None:
    sale = accepted(store)
    corrected(store, sale.done.items[0].code, HEAVIER, tender=PAID)

    voided(store, sale.done.receipt)

    assert balance(store, "drawer") == 0
    assert sound(store)


def test_the_price_is_that_of_the_day_of_acceptance(store: Store, clock: HandClock) -> None:
    clock.wall_ms = ms(2026, 12, 31, 23, 50)
    sale = accepted(store)
    with store.reading() as connection:
        before = quote_correction(sale.done.items[0].code, HEAVIER, connection).now
    clock.advance(20 * 60_000)

    corrected(store, sale.done.items[0].code, HEAVIER, tender=PAID)

    with store.reading() as connection:
        item = current_item(connection, sale.done.items[0].code)
    assert item is not None
    assert (
        (item.vat_rate_bp, item.vat_vnd)
        == (before.vat_rate_bp, before.vat_vnd)
        == (800, item.vat_vnd)
    )
    later = accepted(store, an_item(actual_g=600))
    with store.reading() as connection:
        assert items_of(connection, later.done.receipt)[0].vat_rate_bp == 1_000


def ms(*moment: int) -> int:
    year, month, day, hour, minute = moment
    at = datetime(year, month, day, hour, minute, tzinfo=VIETNAM)
    return int(at.timestamp() * 1_000)


def test_what_it_got_dearer_must_be_paid(store: Store) -> None:
    with pytest.raises(TenderedTooLittle):
        corrected(store, accepted(store).done.items[0].code, HEAVIER)


def test_nothing_different_is_no_correction(store: Store) -> None:
    with pytest.raises(NothingToCorrect):
        corrected(store, accepted(store).done.items[0].code, Wanted(actual_g=85))


def test_what_is_gone_or_underway_or_unknown_is_not_corrected(store: Store) -> None:
    gone, underway = accepted(store), accepted(store)
    voided(store, gone.done.receipt)
    put_into_bag(store, underway.done.items[0].code)

    with pytest.raises(ItemGone):
        corrected(store, gone.done.items[0].code, HEAVIER, tender=PAID)
    with pytest.raises(ItemUnderway):
        corrected(store, underway.done.items[0].code, HEAVIER, tender=PAID)
    with pytest.raises(ItemNotHere):
        corrected(store, gone.done.receipt, HEAVIER, tender=PAID)


def test_the_same_rules_hold_as_at_acceptance(store: Store) -> None:
    wanted = Wanted(receiver=a_receiver(name="@@@"))

    with pytest.raises(WrongReceiverName):
        corrected(store, accepted(store).done.items[0].code, wanted)


def test_only_who_has_the_right_approves(store: Store) -> None:
    with pytest.raises(ApproverLacksRight):
        corrected(
            store, accepted(store).done.items[0].code, HEAVIER, approval=Approval("chau", PIN)
        )


def test_pressing_again_books_once(store: Store) -> None:
    sale = accepted(store)
    command = a_correction(sale.done.items[0].code, HEAVIER, tender=PAID)

    first = correct_shipment(command, store.unit_of_work(), CHAU)
    again = correct_shipment(command, store.unit_of_work(), CHAU)

    assert again == first
    assert kinds(store).count("shipment.corrected") == 1
