"""What clerks do in the model of a country: facts as their use cases record them."""

from typing import Any

import sqlalchemy as sa
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule
from msgspec.structs import replace

from app.ids import new_id
from app.journal.kinds.body import Body
from app.journal.kinds.complaints import (
    ComplaintErased,
    ComplaintInvestigated,
    ComplaintNoted,
    ComplaintReopened,
)
from app.journal.kinds.consents import ConsentGiven, ConsentWithdrawn
from app.journal.kinds.organisations import (
    AddressDropped,
    AddressNoted,
    CustomerLinked,
    CustomerUnlinked,
    Description,
    OrganisationDescribed,
)
from app.store.complaints import next_number, words_of
from app.store.origins import FIRST_FOREIGN
from app.store.station import here
from app.store.tables.complaints import complaint
from app.store.tables.customers import customer
from app.store.tables.relations import customer_address, customer_link
from tests.app.store.fold.test_complaints import RECEIVED, STATED
from tests.fakes.clock import HandClock
from tests.sync.country import Counter

which = st.runner().flatmap(lambda machine: st.integers(0, len(machine.counters) - 1))
_KNOWN = (
    sa.select(customer.c.uid, customer.c.street)
    .where(sa.func.substr(customer.c.number, 5, 1) != "9")  # a forged number is served nowhere
    .order_by(customer.c.uid)
)


def known_to(counter: Counter) -> list[tuple[bytes, str]]:
    with counter.store.reading() as connection:
        return [(row.uid, row.street) for row in connection.execute(_KNOWN)]


def an_address(uid: bytes, address: bytes, street: str) -> AddressNoted:
    return AddressNoted(
        address=address,
        uid=uid,
        use="old",
        street="",
        commune="",
        scheme="",
        as_written=f"3 phố {street}, quận Hoàn Kiếm",
        line="",
        printed=0,
    )


def complain(counter: Counter, uid: bytes) -> None:
    """Take in what a customer says of an item."""
    with counter.store.reading() as connection:
        number = next_number(connection, here(connection))
    counter.record(
        replace(RECEIVED, number=number, customer_uid=uid), replace(STATED, number=number)
    )


class Country(RuleBasedStateMachine):
    """What every rule stands on. ``fresh``: counters on an old image that do not know it yet."""

    def __init__(self) -> None:
        super().__init__()
        self.counters: list[Counter] = []
        self.fresh: set[int] = set()
        self.clock = HandClock()

    def works(self, at: int) -> bool:
        """Whether anybody can record there."""
        return at not in self.fresh and not self.counters[at].store.revoked


class Complaints(Country):
    """Clerks take complaints in and act on whichever they see."""

    @rule(at=which, whom=st.integers(0, 50))
    def complain(self, at: int, whom: int) -> None:
        counter = self.counters[at]
        known = known_to(counter)
        if not self.works(at) or not known:
            return
        complain(counter, known[whom % len(known)][0])

    @rule(at=which, nth=st.integers(0, 50), erased=st.booleans())
    def act_on_a_complaint(self, at: int, nth: int, erased: bool) -> None:  # noqa: FBT001 - Hypothesis names it
        counter = self.counters[at]
        with counter.store.reading() as connection:
            rows = connection.execute(sa.select(complaint).order_by(complaint.c.number)).all()
        if not self.works(at) or not rows:
            return
        row = rows[nth % len(rows)]
        with counter.store.reading() as connection:
            said = words_of(connection, row.number)
        if erased and row.seq < FIRST_FOREIGN and said:
            counter.record(ComplaintErased(number=row.number, seqs=said, reason="đơn"))
        else:
            counter.record(*a_step(row.number, row.state))


def a_step(number: str, state: str) -> tuple[Body, Body]:
    """The next step, with words."""
    common: dict[str, Any] = {"number": number, "was": state, "clerk_name": "Châu"}
    noted = ComplaintNoted(number=number, step="investigate", words="Đã gọi.", clerk_name="Châu")
    if state == "investigating":
        return ComplaintReopened(**common, reopened_on="2026-11-22", due_on="", rules=""), noted
    return ComplaintInvestigated(**common, owner=1, owner_name="Châu"), noted


class Beside(Complaints):
    """Clerks write beside a customer's record."""

    @rule(at=which, whom=st.integers(0, 50), given=st.booleans())
    def consent(self, at: int, whom: int, given: bool) -> None:  # noqa: FBT001 - Hypothesis names it
        counter = self.counters[at]
        known = known_to(counter)
        if not self.works(at) or not known:
            return
        said: dict[str, Any] = {
            "uid": known[whom % len(known)][0],
            "purpose": "marketing",
            "channel": "counter",
            "clerk_name": "Trần Minh Châu",
        }
        fact = ConsentGiven(**said, text_version="2026-01", language="vi")
        counter.record(fact if given else ConsentWithdrawn(**said))

    @rule(at=which, whom=st.integers(0, 50), other=st.integers(0, 50))
    def describe_and_link(self, at: int, whom: int, other: int) -> None:
        counter = self.counters[at]
        known = known_to(counter)
        person, whole = (known[nth % len(known)][0] if known else b"" for nth in (whom, other))
        if not self.works(at) or person == whole:
            return
        to = Description(form="company", tax_code="0100109106", parent=None)
        link = new_id(self.clock.now_ms())
        counter.record(
            OrganisationDescribed(uid=whole, was=None, to=to),
            CustomerLinked(link=link, person=person, organisation=whole, role="sender", note=""),
        )

    @rule(at=which, nth=st.integers(0, 50))
    def unlink(self, at: int, nth: int) -> None:
        counter = self.counters[at]
        with counter.store.reading() as connection:
            rows = connection.execute(sa.select(customer_link).order_by(customer_link.c.link)).all()
        if not self.works(at) or not rows:
            return
        row = rows[nth % len(rows)]
        counter.record(CustomerUnlinked(link=row.link, person=row.person, reason="nghỉ việc"))

    @rule(at=which, whom=st.integers(0, 50), street=st.sampled_from(["Huế", "Lò Đúc", "Hàng Mã"]))
    def note_or_drop_an_address(self, at: int, whom: int, street: str) -> None:
        counter = self.counters[at]
        known = known_to(counter)
        if not self.works(at) or not known:
            return
        uid = known[whom % len(known)][0]
        with counter.store.reading() as connection:
            mine = sa.select(customer_address.c.address).where(customer_address.c.uid == uid)
            stands = connection.scalar(mine.where(customer_address.c.dropped_ms.is_(None)))
        counter.record(
            an_address(uid, new_id(self.clock.now_ms()), street)
            if stands is None
            else AddressDropped(address=stands, uid=uid)
        )
