"""Valid defaults for tests: a whole counter on disk, a customer, an item, a basket."""

# ruff: noqa: ANN401 - what may be changed, and to what, is said by each dataclass

import shutil
import tempfile
from atexit import register
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from app.domain.citizen import CitizenCard
from app.domain.identities import Clerk, Role
from app.domain.leases import Lease, LeaseKind
from app.domain.reference.shipped import shipped_reference
from app.ids import new_id
from app.journal.kinds.terminal import LeaseGranted
from app.services.accepting import accept_shipments
from app.services.customers import (
    CitizenPaper,
    RegisterCustomer,
    RegisteredCustomer,
    register_customer,
)
from app.services.provisioning import (
    EnrolTerminal,
    ProvisionedClerk,
    ReferenceText,
    enrol_terminal,
)
from app.services.shipments import AcceptedShipments, AcceptShipments, ItemDraft, Receiver
from app.services.signing_in import hash_pin
from app.settings import Home
from app.store.store import Store, create_store, open_store
from tests.fakes.clock import NOON, HandClock

OFFICE, COUNTER = "100950", "2"
PIN = "123456"
CHAU = Clerk(1, "chau", "Trần Minh Châu", Role.CLERK)
PHUC = Clerk(2, "phuc", "Lê Hồng Phúc", Role.SUPERVISOR)
LOOKUP_KEY = bytes(range(32))

HOAN_KIEM, SAI_GON, CON_DAO = "00070", "26740", "26732"
CHECKED = ("contents_seen", "no_prohibited", "packed_sealed")

LEASES = (
    Lease("customer-1", LeaseKind.CUSTOMER, "0126", 1, 1_000),
    Lease("receipt-1", LeaseKind.RECEIPT, f"{OFFICE}-{COUNTER}", 1, 1_000),
    *(Lease(f"{p}-1", LeaseKind.ITEM, p, 1, 1_000) for p in ("RA", "CA", "DA", "EA")),
)


def an_enrolment(device_key: bytes, **changes: Any) -> EnrolTerminal:
    """Terminal 7001: counter 2 of office 100950 with the shipped reference data."""
    enrolment = EnrolTerminal(
        terminal=7001,
        epoch=1,
        office=OFFICE,
        counter=COUNTER,
        device_key=device_key,
        nonce=bytes(16),
        hq_keys=(bytes(32),),
        lookup_key=LOOKUP_KEY,
        operator="Bưu điện Minh Họa",
        tax_code="0100109106",
        clerks=(
            ProvisionedClerk(CHAU, _pin_hash()),
            ProvisionedClerk(PHUC, _pin_hash()),
        ),
        leases=LEASES,
        reference=tuple(ReferenceText(file.name, file.text) for file in shipped_reference()),
        issued_ms=NOON - 86_400_000,
        signed_by=bytes(32),
        digest=bytes(range(32)),
    )
    return replace(enrolment, **changes)


def a_store(root: Path, clock: HandClock | None = None) -> Store:
    """An enrolled counter in ``root``: a copy of one that was made once, with its own clock."""
    home = Home(root / "home")
    shutil.copytree(_template(), home.root)
    return open_store(home, clock or HandClock())


@lru_cache(maxsize=1)
def _template() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="tem-tests-"))
    register(shutil.rmtree, folder, ignore_errors=True)
    store = create_store(Home(folder / "home"), HandClock(NOON - 3_600_000, boot="boot-0"))
    enrol_terminal(an_enrolment(bytes(store.secrets.signing_key.verify_key)), store.unit_of_work())
    store.close()
    return folder / "home"


@lru_cache(maxsize=1)
def _pin_hash() -> str:
    return hash_pin(PIN)


def a_command_id() -> bytes:
    return new_id(NOON)


def a_card(**changes: Any) -> CitizenCard:
    """A man born on 01/01/1990."""
    card = CitizenCard(
        number="001090000001",
        old_number="012345678",
        full_name="Nguyễn Văn A",
        birth_date=date(1990, 1, 1),
        sex="male",
        address_text="Số 1 phố Thử, Phường X, Hà Nội",
        issued_on=date(2021, 4, 15),
    )
    return replace(card, **changes)


def a_customer(**changes: Any) -> RegisterCustomer:
    """A registration form filled without a card."""
    form = RegisterCustomer(
        command_id=a_command_id(),
        full_name="Nguyễn Thị Ánh Tuyết",
        birth_date=date(1988, 3, 8),
        sex="female",
        phones=("0903 123 456",),
        street="12 Hàng Bông",
        commune=HOAN_KIEM,
        alert_note="Nghe kém",
    )
    return replace(form, **changes)


def a_paper(number: str = "001090000001", **changes: Any) -> CitizenPaper:
    """The paper of ``a_card``."""
    paper = CitizenPaper(number, "card", "012345678", date(2021, 4, 15))
    return replace(paper, **changes)


def a_card_holder(**changes: Any) -> RegisterCustomer:
    """A registration form filled from ``a_card``."""
    card = a_card()
    form = a_customer(
        full_name=card.full_name, birth_date=card.birth_date, sex=card.sex, citizen=a_paper()
    )
    return replace(form, **changes)


def registered(store: Store, **changes: Any) -> str:
    """The number of a customer registered now."""
    done: RegisteredCustomer = register_customer(a_customer(**changes), store.unit_of_work(), CHAU)
    return done.number


def grant(store: Store, *leases: Lease) -> None:
    """More numbers from headquarters."""
    facts = [
        LeaseGranted(
            lease_id=each.lease_id,
            lease_kind=each.kind.value,
            prefix=each.prefix,
            lo=each.lo,
            hi=each.hi,
        )
        for each in leases
    ]
    with store.unit_of_work() as uow:
        uow.record(facts, command_id=a_command_id(), clerk=0)
        uow.commit()


def a_receiver(**changes: Any) -> Receiver:
    receiver = Receiver("Đặng Văn Quyết", "0912 000 654", "5 Lê Lợi", SAI_GON)
    return replace(receiver, **changes)


def an_item(**changes: Any) -> ItemDraft:
    """A registered letter of 85 g to Sài Gòn, everything checked."""
    item = ItemDraft(
        service="registered",
        contents="Tài liệu",
        actual_g=85,
        receiver=a_receiver(),
        checked=CHECKED,
    )
    return replace(item, **changes)


def a_basket(customer: str, *items: ItemDraft, **changes: Any) -> AcceptShipments:
    """One letter unless ``items`` are given, paid with a 100,000 note."""
    basket = AcceptShipments(
        command_id=a_command_id(),
        customer=customer,
        items=items or (an_item(),),
        tendered_vnd=100_000,
    )
    return replace(basket, **changes)


@dataclass(frozen=True)
class Sale:
    """A basket that was booked, and the answer."""

    customer: str
    command_id: bytes
    done: AcceptedShipments


def accepted(store: Store, *items: ItemDraft, customer: str = "", **changes: Any) -> Sale:
    """A basket booked now, of a new customer unless one is named."""
    basket = a_basket(customer or registered(store), *items, **changes)
    done = accept_shipments(basket, store.unit_of_work(), CHAU)
    return Sale(basket.customer, basket.command_id, done)
