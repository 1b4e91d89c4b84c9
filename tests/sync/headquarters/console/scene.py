"""A headquarters with something of everything that its staff may have to look at."""

from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa
from msgspec.structs import replace

from app.domain.complaint_number import complaint_number
from app.journal.kinds.complaints import ComplaintInvestigated
from app.journal.kinds.consents import CardIssued
from app.journal.kinds.customers import Change, CustomerEdited
from sync.evidence import EVIDENCE
from sync.headquarters.office import Headquarters
from sync.headquarters.revoking import revoke
from sync.headquarters.staff import NewStaff, StaffRole, add_staff
from sync.headquarters.tables import entry
from tests.app.store.fold.test_complaints import RECEIVED, STATED
from tests.sync.country import OFFICE, Counter, Country, an_embedded_country, lost
from tests.sync.test_evidence_everywhere import photo

PASSWORD = "mat-khau-dai-du"
NAMES = {
    StaffRole.VIEWER: "Vũ Thị Xem",
    StaffRole.OPERATOR: "Đỗ Nguyễn Hoàng Phương Điều Hành",
    StaffRole.ADMINISTRATOR: "Nguyễn Văn An",
}


@dataclass(frozen=True)
class Scene:
    """``place``: the home whose headquarters is served; ``case``: a complaint's number."""

    place: Path
    case: str


def make_scene(place: Path) -> Scene:
    """Two counters that edited one customer, a case, and a lost computer that went on working."""
    country = an_embedded_country(place)
    try:
        return Scene(place, furnish(country))
    finally:
        country.close()


def furnish(country: Country) -> str:
    """The number of the case."""
    case = _working_counters(country)
    _lost_computer(country)
    add_colleagues(country.headquarters)
    return case


def add_colleagues(headquarters: Headquarters) -> None:
    """One of each role; the role is the code."""
    with headquarters.database.writing() as connection:
        for role, name in NAMES.items():
            new = NewStaff(role.value, name, role, PASSWORD)
            add_staff(connection, new, headquarters.clock.now_ms(), "tem hq (kiem-thu)")


def sealed(headquarters: Headquarters) -> list[tuple[object, ...]]:
    """Every entry with its hash and body, as they stand."""
    with headquarters.database.reading() as connection:
        query = sa.select(entry).order_by(entry.c.terminal, entry.c.epoch, entry.c.seq)
        return [tuple(row) for row in connection.execute(query)]


def _working_counters(country: Country) -> str:
    counter, other = country.counter(), country.counter()
    her = counter.registration(1)
    counter.record(her)
    counter.record(replace(counter.registration(2, full_name="Nguyễn Ánh Tuyết"), sex=None))
    counter.record(replace(counter.registration(3), street="5 Lê Lợi", alert_note=""))
    assert counter.sync().problem == ""
    other.sync()
    number = complaint_number(OFFICE, str(counter.number), 1)
    facts = "Bưu gửi trao đổi giữa Hà Nội và Huế không đến; người gửi đã chờ hai mươi ngày."
    said = replace(STATED, name="Nguyễn Thị Ánh Tuyết", facts=facts, remedy="Bồi thường")
    counter.record(replace(RECEIVED, number=number), replace(said, number=number))
    name = "Trần Minh Châu"
    counter.record(
        ComplaintInvestigated(
            number=number, was="received", owner=1, owner_name=name, clerk_name=name
        )
    )
    photo(counter, number, 1_234_567)
    counter.record(
        CardIssued(
            uid=her.uid,
            number=her.number,
            document="customer_card",
            copy_number=0,
            clerk_name=name,
        )
    )
    assert counter.sync().problem == ""
    counter.wire.before = lambda path: lost() if path == EVIDENCE else None
    photo(counter, number, 900, mark=b"b")
    for where, street in ((counter, "Phố Huế"), (other, "Hàng Đào")):
        change = Change("street", her.street, street)
        where.record(CustomerEdited(uid=her.uid, base_version=1, changes=[change], citizen=None))
        assert where.sync().problem == ""
    counter.wire.calm()
    return number


def _lost_computer(country: Country) -> None:
    lost: Counter = country.counter()
    lost.record(lost.registration(1))
    lost.sync()
    lost.record(lost.registration(2))
    lost.record(lost.registration(3))
    terminal = lost.scalar(
        sa.select(sa.literal_column("terminal")).select_from(sa.text("terminal"))
    )
    hq = country.headquarters
    revoke(hq.database, terminal, "máy bị mất ở kho", hq.clock.now_ms(), who="tem hq (kiem-thu)")
    lost.sync()
