"""A counter enrolled by the sample headquarters, in this process and by a clock of its own."""

from pathlib import Path

from app.bootstrap.desk import CounterDesk
from app.bootstrap.opening import enrol, open_or_create, trust_folder
from app.cli.sample_branch import COUNTER, OFFICE, PEOPLE
from app.services.customers import RegisterCustomer
from app.services.receiving import Receiver
from app.services.shipments import AcceptShipments, ItemDraft
from app.settings import Home
from app.store.store import Store
from sync.enrolment import make_request
from sync.trust import trust
from tests.app.bootstrap.sample_provisioning import HQ
from tests.fakes.clock import HandClock

CLERK = PEOPLE[0]
SUPERVISOR = PEOPLE[2]


def a_sample_store(root: Path, clock: HandClock) -> Store:
    """Enrolled through request and file, as every terminal is."""
    home = Home(root)
    store = open_or_create(home, clock)
    trust(trust_folder(home), "hq", HQ.public_key)
    request = make_request(OFFICE, COUNTER, store.secrets.signing_key)
    enrol(store, HQ.answer(request, clock.now_ms()))
    return store


def a_registration(desk: CounterDesk, name: str = "Nguyễn Thị Ánh Tuyết") -> RegisterCustomer:
    return RegisterCustomer(
        command_id=desk.new_command_id(),
        full_name=name,
        phones=("0903123456",),
        street="12 Hàng Bông",
        commune="00070",
    )


def a_parcel(desk: CounterDesk) -> ItemDraft:
    checked = desk.catalogue().checklist.points_for("parcel")
    return ItemDraft(
        service="parcel",
        contents="Sách giáo khoa",
        actual_g=1_500,
        receiver=Receiver("Đặng Văn Quyết", "0912000654", "2 Lê Lợi", "26740"),
        checked=tuple(point.code for point in checked),
    )


def a_basket(desk: CounterDesk, customer: str) -> AcceptShipments:
    return AcceptShipments(desk.new_command_id(), customer, (a_parcel(desk),), 100_000)
