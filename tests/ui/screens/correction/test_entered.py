from dataclasses import replace
from datetime import UTC, datetime

import pytest

from app.queries.standing import LastTransaction
from app.queries.transactions import ItemLine, PartLine, TransactionPage
from app.services.receiving import Receiver
from ui.screens.correction.entered import Deed, Entered, back_vnd, deeds_of, nothing, wanted

ITEM = ItemLine(
    "RA000000014VN", "registered", "Bưu phẩm bảo đảm", 85, "Đặng Văn Quyết", "+84912000654",
    "5 Lê Lợi", "26740", "5 Lê Lợi, Phường Sài Gòn", "Phường Sài Gòn", 17_280, 17_280, "accepted",
)  # fmt: skip
LATER = replace(ITEM, code="CA000000014VN", due_vnd=0)
GONE = replace(ITEM, code="EA000000014VN", status="voided")
AT = datetime(2026, 11, 21, 5, tzinfo=UTC)
PAGE = TransactionPage(
    LastTransaction("100950-2-0000001", "X", "1", "Khách", AT, (), 17_280, 0, ()),
    "", (ITEM, LATER, GONE), (), (), same_day=True, standing=True, request=None,
)  # fmt: skip
KEPT = Entered(
    Deed.CORRECT, ITEM.code, service="registered", weight_g=85, name=ITEM.receiver_name,
    phone="0912 000 654", street=ITEM.receiver_street,
)  # fmt: skip


def test_nothing_typed_is_nothing_wanted() -> None:
    assert nothing(wanted(ITEM, KEPT))


def test_only_what_differs_is_wanted() -> None:
    asked = wanted(ITEM, replace(KEPT, weight_g=600, service="ems"))

    assert (asked.actual_g, asked.service, asked.receiver) == (600, "ems", None)


@pytest.mark.parametrize(
    "entered",
    [
        replace(KEPT, name="Ai đó"),
        replace(KEPT, phone="0903 111 222"),
        replace(KEPT, street="6"),
        replace(KEPT, commune="00070"),
    ],
)
def test_a_receiver_is_wanted_whole(entered: Entered) -> None:
    asked = wanted(ITEM, entered).receiver

    assert asked == Receiver(
        entered.name, entered.phone, entered.street, entered.commune or ITEM.receiver_commune
    )


def test_a_phone_that_cannot_be_is_wanted_so_that_the_counter_refuses_it() -> None:
    assert wanted(ITEM, replace(KEPT, phone="12")).receiver is not None


def test_what_can_be_done_follows_from_what_stands() -> None:
    waiting = PartLine("x", "transfer", 5, 5, "TEM", None, "")

    assert deeds_of(PAGE) == (Deed.CORRECT, Deed.VOID)
    assert deeds_of(replace(PAGE, same_day=False)) == (Deed.CORRECT, Deed.REFUND)
    assert deeds_of(replace(PAGE, parts=(waiting,)))[0] is Deed.CONFIRM
    assert deeds_of(replace(PAGE, items=(GONE,), standing=False)) == ()
    service = replace(PAGE, items=(), service="Chuyển tiền")
    assert deeds_of(service) == (Deed.VOID,)
    assert deeds_of(replace(service, same_day=False)) == ()


def test_what_goes_back_is_what_was_owed_at_the_counter() -> None:
    void = Entered(Deed.VOID)

    assert back_vnd(PAGE, void) == 17_280
    assert back_vnd(PAGE, replace(void, whole=False, code=LATER.code)) == 0
    assert back_vnd(PAGE, replace(void, whole=False, code=ITEM.code)) == 17_280
