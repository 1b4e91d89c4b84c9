from typing import Any

import pytest
import sqlalchemy as sa

from app.domain import accounts
from app.services.complaint_steps import close_complaint
from app.services.deciding import (
    AboveDeclared,
    AmountImpossible,
    BelowFloor,
    DecisionReasonMissing,
    NothingToPay,
    OutcomeUnknown,
    PayCompensation,
    PayerUnknown,
    RejectedWithMoney,
    decide_complaint,
    pay_compensation,
)
from app.services.four_eyes import Approval
from app.services.permissions import NotPermitted
from app.services.signing_in import WrongPin
from app.store.complaints import complaint_by_number
from app.store.sales import item_by_code
from app.store.store import Store
from app.store.tables.shipments import posting
from app.store.verification import verify
from tests.builders import CHAU, PHUC, PIN, a_command_id, accepted, an_item
from tests.complaints import a_decision, a_step, an_item_sent, decided, filed, investigated


def ready(store: Store, **changes: Any) -> str:  # noqa: ANN401 - of FileComplaint
    """A case that waits for its decision."""
    number = filed(store, **changes).number
    investigated(store, number)
    return number


def a_payout(number: str, payer: str = "cash", pin: str = PIN) -> PayCompensation:
    return PayCompensation(a_command_id(), number, "decided", payer, Approval("phuc", pin))


def drawer_vnd(store: Store) -> int:
    with store.reading() as connection:
        moved = sa.select(sa.func.sum(posting.c.amount_vnd))
        return int(connection.scalar(moved.where(posting.c.account == accounts.DRAWER)) or 0)


def test_four_times_the_postage_without_tax_is_the_least(store: Store) -> None:
    item = an_item_sent(store)
    number = ready(store, item=item)
    with store.reading() as connection:
        sent = item_by_code(connection, item)
    assert sent is not None

    with pytest.raises(BelowFloor) as caught:
        decide_complaint(a_decision(number, compensation_vnd=0), store.unit_of_work(), PHUC)

    assert caught.value.floor_vnd == 4 * sent.net_vnd
    enough = a_decision(number, compensation_vnd=4 * sent.net_vnd)
    assert decide_complaint(enough, store.unit_of_work(), PHUC).state == "decided"


def test_a_declared_item_is_worth_its_loss_up_to_what_was_declared(store: Store) -> None:
    item = accepted(store, an_item(declared_vnd=2_000_000)).done.items[0].code
    number = ready(store, item=item)

    with pytest.raises(BelowFloor) as low:
        decide_complaint(a_decision(number, actual_loss_vnd=1_500_000), store.unit_of_work(), PHUC)
    with pytest.raises(AboveDeclared) as high:
        decide_complaint(a_decision(number, compensation_vnd=2_000_001), store.unit_of_work(), PHUC)

    assert (low.value.floor_vnd, high.value.ceiling_vnd) == (1_500_000, 2_000_000)


def test_only_a_supervisor_decides(store: Store) -> None:
    number = ready(store)

    with pytest.raises(NotPermitted):
        decide_complaint(a_decision(number), store.unit_of_work(), CHAU)


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"outcome": "maybe"}, OutcomeUnknown),
        ({"outcome": "rejected"}, RejectedWithMoney),
        ({"reason": ""}, DecisionReasonMissing),
        ({"compensation_vnd": -1}, AmountImpossible),
        ({"compensation_vnd": 10**12}, AmountImpossible),
    ],
)
def test_a_decision_that_cannot_be_is_refused(
    store: Store, changes: dict[str, object], refusal: type[Exception]
) -> None:
    number = ready(store)

    with pytest.raises(refusal):
        decide_complaint(a_decision(number, **changes), store.unit_of_work(), PHUC)


def test_attitude_has_no_floor_and_an_unknown_item_none_either(store: Store) -> None:
    for number in (ready(store, complaint_type="attitude"), ready(store, item="")):
        decision = a_decision(number, compensation_vnd=0)
        assert decide_complaint(decision, store.unit_of_work(), PHUC).state == "decided"


def test_compensation_goes_out_of_the_drawer_under_four_eyes(store: Store) -> None:
    number = filed(store).number
    decided(store, number)
    before = drawer_vnd(store)

    with pytest.raises(WrongPin):
        pay_compensation(a_payout(number, pin="000000"), store.unit_of_work(), CHAU)
    pay_compensation(a_payout(number), store.unit_of_work(), CHAU)

    assert drawer_vnd(store) == before - 400_000
    with store.reading() as connection:
        assert complaint_by_number(connection, number).paid_by == "cash"
    with pytest.raises(NothingToPay):
        pay_compensation(a_payout(number), store.unit_of_work(), CHAU)
    assert close_complaint(a_step(number, "decided"), store.unit_of_work(), CHAU).state == "closed"
    assert verify(store).ok


def test_what_the_centre_pays_moves_no_money_here(store: Store) -> None:
    number = filed(store).number
    decided(store, number)
    before = drawer_vnd(store)

    pay_compensation(a_payout(number, "centre"), store.unit_of_work(), CHAU)

    assert drawer_vnd(store) == before


def test_the_same_payout_pressed_twice_is_paid_once(store: Store) -> None:
    number = filed(store).number
    decided(store, number)
    payout = a_payout(number)

    twice = [pay_compensation(payout, store.unit_of_work(), CHAU) for _ in range(2)]

    assert twice[0] == twice[1]
    with pytest.raises(PayerUnknown):
        pay_compensation(a_payout(number, "friend"), store.unit_of_work(), CHAU)
