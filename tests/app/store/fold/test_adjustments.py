import pytest
import sqlalchemy as sa

from app.domain.item_code import make_item_code
from app.journal.kinds.adjustments import ShipmentCorrected, ShipmentVoided
from app.journal.kinds.body import Posting
from app.store.adjustments import terms_of
from app.store.store import Store
from app.store.tables.money import adjusted_item
from app.store.tables.shipments import document, shipment
from tests.app.store.bookkeeping import (
    a_party,
    a_payment,
    a_receipt_number,
    a_registration,
    an_acceptance,
    record,
    uid_of,
)
from tests.app.store.fold.test_parts import a_refund, paid_in_three_ways

SLIP = f"{a_receipt_number(1)}-D1"


def a_void(serial: int = 1, what: str = "void") -> ShipmentVoided:
    return ShipmentVoided(
        number=SLIP,
        code=make_item_code("RA", serial),
        receipt=a_receipt_number(1),
        customer_uid=uid_of(1),
        reason="Khách đổi ý",
        clerk_name="Trần Minh Châu",
        approver=2,
        approver_name="Lê Hồng Phúc",
        postings=[Posting("basket", -14_256), Posting("revenue.registered", 14_256)],
        what=what,
        total_vnd=14_256,
    )


def a_correction() -> ShipmentCorrected:
    was = terms_of(an_acceptance())
    now = terms_of(an_acceptance(total_vnd=20_000))
    return ShipmentCorrected(
        number=SLIP,
        code=make_item_code("RA", 1),
        receipt=a_receipt_number(1),
        customer_uid=uid_of(1),
        reason="Cân lại",
        clerk_name="Trần Minh Châu",
        approver=2,
        approver_name="Lê Hồng Phúc",
        postings=[],
        was=was,
        now=type(now)(
            **{
                **{name: getattr(now, name) for name in now.__struct_fields__},
                "receiver": a_party("Đặng Thị Quyên"),
            }
        ),
    )


def sold(store: Store) -> None:
    record(store, a_registration())
    record(store, an_acceptance(), a_payment())


@pytest.mark.parametrize(("what", "status"), [("void", "voided"), ("refund", "refunded")])
def test_an_item_taken_out_says_how(store: Store, what: str, status: str) -> None:
    sold(store)

    record(store, a_void(what=what))

    with store.reading() as connection:
        assert connection.scalar(sa.select(shipment.c.status)) == status
        row = connection.execute(sa.select(adjusted_item)).one()
    assert (row.was_vnd, row.now_vnd, row.now) == (14_256, 0, None)


def test_a_corrected_item_shows_its_new_terms_and_keeps_what_was_accepted(store: Store) -> None:
    sold(store)
    with store.reading() as connection:
        before = connection.scalar(sa.select(shipment.c.detail))

    record(store, a_correction())

    with store.reading() as connection:
        row = connection.execute(sa.select(shipment)).one()
    assert (row.total_vnd, row.receiver_name) == (20_000, "Đặng Thị Quyên")
    assert (row.detail, row.status) == (before, "accepted")


@pytest.mark.parametrize("fact", [a_void(), a_void(2), a_correction()])
def test_what_is_not_at_the_counter_cannot_be_changed(
    store: Store, fact: ShipmentVoided | ShipmentCorrected
) -> None:
    sold(store)
    record(store, a_void())

    with pytest.raises(KeyError):
        record(store, fact)


def test_a_correction_owes_its_slip_and_a_new_label(store: Store) -> None:
    paid_in_three_ways(store)

    record(store, a_refund())

    with store.reading() as connection:
        rows = connection.execute(
            sa.select(document.c.kind).where(document.c.subject == SLIP).order_by(document.c.kind)
        )
        assert [row.kind for row in rows] == ["adjustment", "corrected_label"]
