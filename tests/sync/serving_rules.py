"""What clerks do for customers in the model: register, sell, void, close the shift."""

from contextlib import suppress
from typing import Any

import sqlalchemy as sa
from hypothesis import strategies as st
from hypothesis.stateful import rule
from msgspec.structs import replace

from app.domain.customer_number import make_customer_number
from app.domain.drawer import Count
from app.domain.identities import Clerk, Role
from app.domain.item_code import make_item_code
from app.domain.leases import LeaseKind
from app.errors import TemError
from app.ids import new_id
from app.journal.kinds.adjustments import ShipmentVoided
from app.journal.kinds.body import Body, Posting
from app.journal.kinds.customers import Change, CustomerEdited
from app.journal.kinds.money import PaymentPart, PaymentRefunded
from app.journal.kinds.terminal import LeaseGranted
from app.services.closing import CloseShift, close_shift
from app.services.shifts import OpenShift, open_shift
from app.store.tables.shipments import shipment
from app.store.tables.station import lease
from sync.simulation.clerks import FORGED_FROM, NewerFact
from tests.app.store.bookkeeping import a_citizen, a_payment, a_registration, an_acceptance
from tests.sync.country import OFFICE, Counter
from tests.sync.rules import Beside, known_to, which
from tests.sync.test_merges_everywhere import a_merge

CLERK = Clerk(1, "gdv1", "Trần Minh Châu", Role.CLERK)
_LEFT = (
    sa.select(lease.c.prefix, lease.c.next)
    .where(lease.c.next <= lease.c.hi, lease.c.lo < FORGED_FROM)
    .order_by(lease.c.lo)
    .limit(1)
)
_SOLD = (
    sa.select(shipment.c.code, shipment.c.receipt, shipment.c.customer_uid, shipment.c.total_vnd)
    .where(shipment.c.status == "accepted")
    .order_by(shipment.c.seq)
)


def next_number(counter: Counter, kind: LeaseKind, prefix: str = "") -> tuple[str, int] | None:
    """Prefix and serial; None when the counter has used up what it was lent."""
    query = _LEFT.where(lease.c.kind == kind.value)
    if prefix:
        query = query.where(lease.c.prefix == prefix)
    with counter.store.reading() as connection:
        row = connection.execute(query).one_or_none()
    return None if row is None else (row.prefix, row.next)


class Serving(Beside):
    """Every number is the next of the counter's own ranges."""

    @rule(at=which, person=st.integers(0, 8))
    def register(self, at: int, person: int) -> None:
        """Some show a citizen card, which another counter has seen as well."""
        counter = self.counters[at]
        found = next_number(counter, LeaseKind.CUSTOMER)
        if not self.works(at) or found is None:
            return
        counter.record(
            replace(
                a_registration(),
                uid=new_id(self.clock.now_ms()),
                number=make_customer_number(*found),
                citizen=a_citizen(f"00109000000{person}") if person < 3 else None,
            )
        )

    @rule(at=which, whom=st.integers(0, 50))
    def sell(self, at: int, whom: int) -> None:
        counter = self.counters[at]
        known = known_to(counter)
        item = next_number(counter, LeaseKind.ITEM, "RA")
        paper = next_number(counter, LeaseKind.RECEIPT)
        if not self.works(at) or not known or item is None or paper is None:
            return
        uid = known[whom % len(known)][0]
        code, receipt = make_item_code(*item), f"{paper[0]}-{paper[1]:07}"
        sold = replace(an_acceptance(), code=code, receipt=receipt, customer_uid=uid)
        paid = replace(a_payment(), receipt=receipt, items=[code], customer_uid=uid)
        counter.record(sold, paid)

    @rule(at=which, nth=st.integers(0, 50))
    def void(self, at: int, nth: int) -> None:
        counter = self.counters[at]
        with counter.store.reading() as connection:
            rows = connection.execute(_SOLD).all()
        if self.works(at) and rows:
            counter.record(*void_of(*rows[nth % len(rows)]))

    @rule(at=which)
    def open_or_close_the_shift(self, at: int) -> None:
        if not self.works(at):
            return
        store, command = self.counters[at].store, new_id(self.clock.now_ms())
        try:
            open_shift(OpenShift(command), store.unit_of_work(), CLERK)
        except TemError:
            with suppress(TemError):
                close_shift(
                    CloseShift(command, Count(loose_vnd=50_000)), store.unit_of_work(), CLERK
                )

    @rule(at=which, whom=st.integers(0, 50), street=st.sampled_from(["Huế", "Lò Đúc", "Hàng Mã"]))
    def edit(self, at: int, whom: int, street: str) -> None:
        counter = self.counters[at]
        known = known_to(counter)
        if not self.works(at) or not known:
            return
        uid, before = known[whom % len(known)]
        changes = [Change("street", before, street)]
        counter.record(CustomerEdited(uid=uid, base_version=1, changes=changes, citizen=None))

    @rule(at=which, one=st.integers(0, 50), other=st.integers(0, 50))
    def merge_at_a_counter(self, at: int, one: int, other: int) -> None:
        counter = self.counters[at]
        known = [each[0] for each in known_to(counter)]
        if not self.works(at) or len(known) < 2:
            return
        winner, loser = known[one % len(known)], known[other % len(known)]
        if winner != loser:
            counter.record(a_merge(winner, loser, []))

    @rule(at=which)
    def write_of_the_future(self, at: int) -> None:
        """The counter was upgraded before headquarters."""
        if self.works(at):
            self.counters[at].record(NewerFact(said="chưa ai hiểu"))

    @rule(at=which)
    def forge(self, at: int) -> None:
        """A poison entry: a number of a range that headquarters never lent."""
        counter = self.counters[at]
        if not self.works(at):
            return
        counter.done += 1
        serial = FORGED_FROM + counter.number * 1_000 + counter.done
        range_ = LeaseGranted(
            lease_id=f"forged-{serial}", lease_kind="customer", prefix="0126", lo=serial, hi=serial
        )
        uid, number = new_id(self.clock.now_ms()), make_customer_number("0126", serial)
        counter.record(range_, replace(a_registration(), uid=uid, number=number, citizen=None))


def void_of(code: str, receipt: str, uid: bytes, total_vnd: int) -> tuple[Body, Body]:
    common: dict[str, Any] = {
        "number": f"{receipt}-D1",
        "receipt": receipt,
        "customer_uid": uid,
        "what": "void",
        "reason": "Khách đổi ý",
        "clerk_name": CLERK.name,
        "approver": 2,
        "approver_name": "Lê Hồng Phúc",
    }
    voided = ShipmentVoided(
        **common,
        code=code,
        total_vnd=total_vnd,
        postings=[Posting("basket", -total_vnd), Posting("revenue.registered", total_vnd)],
    )
    refunded = PaymentRefunded(
        **common,
        items=[code],
        amount_vnd=total_vnd,
        parts=[PaymentPart(method="cash", amount_vnd=total_vnd)],
        counter=OFFICE,
        postings=[Posting("basket", total_vnd), Posting("drawer", -total_vnd)],
    )
    return voided, refunded
