import pytest

from app.domain.identities import Clerk
from app.services.four_eyes import Approval, ApproverLacksRight
from app.services.voiding import DayIsOver, NothingLeft, VoidedShipments, VoidShipments
from app.services.voiding_services import void_service
from app.store.adjustments import awaited_parts
from app.store.sales import ReceiptUnknown
from app.store.store import Store
from tests.app.services.bookkeeping import balance, kinds, sound
from tests.app.services.test_other_services import PENSION, recorded
from tests.app.services.test_voiding import DAY_MS
from tests.builders import CHAU, PIN, accepted
from tests.fakes.clock import HandClock
from tests.money import a_void


def voided(store: Store, command: VoidShipments, clerk: Clerk = CHAU) -> VoidedShipments:
    return void_service(command, store.unit_of_work(), clerk)


def test_what_was_paid_in_goes_back(store: Store) -> None:
    done = recorded(store)

    back = voided(store, a_void(done.receipt))

    assert (back.refunded_vnd, back.cash_vnd) == (2_030_000, 2_030_000)
    for account in ("drawer", "held.money_order", "revenue.money_order", "vat.output", "basket"):
        assert balance(store, account) == 0
    assert kinds(store)[-2:] == ["service.voided", "payment.refunded"]
    assert sound(store)


def test_what_was_paid_out_comes_back(store: Store) -> None:
    done = recorded(store, **PENSION)

    back = voided(store, a_void(done.receipt))

    assert back.cash_vnd == -3_500_000
    assert balance(store, "drawer") == balance(store, "held.pension") == 0
    assert sound(store)


def test_a_payout_that_was_never_sent_is_owed_no_longer(store: Store) -> None:
    done = recorded(store, **PENSION, payout="transfer")

    back = voided(store, a_void(done.receipt))

    assert back.cash_vnd == 0
    assert balance(store, "transfer.owed") == 0
    with store.reading() as connection:
        assert awaited_parts(connection) == ()
    assert sound(store)


def test_a_service_is_voided_once_the_same_day_and_only_by_who_may(
    store: Store, clock: HandClock
) -> None:
    one, other = recorded(store), recorded(store)
    command = a_void(one.receipt)

    assert voided(store, command) == voided(store, command)
    with pytest.raises(NothingLeft):
        voided(store, a_void(one.receipt))
    with pytest.raises(ApproverLacksRight):
        voided(store, a_void(other.receipt, approval=Approval("chau", PIN)))
    clock.advance(DAY_MS)
    with pytest.raises(DayIsOver):
        voided(store, a_void(other.receipt))


def test_the_receipt_of_items_is_no_service(store: Store) -> None:
    with pytest.raises(ReceiptUnknown):
        voided(store, a_void(accepted(store).done.receipt))
