"""A real encrypted store with an enrolled terminal, and facts to record in it."""

from pathlib import Path

import sqlalchemy as sa

from app.domain.customer_number import make_customer_number
from app.domain.item_code import make_item_code
from app.ids import new_id
from app.journal.entry import Entry
from app.journal.kinds.body import Body, Posting
from app.journal.kinds.customers import Change, Citizen, CustomerEdited, CustomerRegistered
from app.journal.kinds.holders import CustomersMerged, PairUnmerged
from app.journal.kinds.money import PaymentPart, PaymentReceived
from app.journal.kinds.shipments import Line, Party, ShipmentAccepted
from app.journal.kinds.terminal import LeaseGranted, TerminalEnrolled
from app.settings import Home
from app.store.snapshot import CustomerRow
from app.store.store import Store, create_store
from app.store.tables.station import terminal
from tests.fakes.clock import HandClock

NONCE = bytes(range(32))
CLERK = 7


def an_enrolled_store(root: Path, clock: HandClock | None = None) -> Store:
    """Terminal 7001 of office 100950 with a lease for each kind of number."""
    clock = clock or HandClock()
    store = create_store(Home(root), clock)
    device_key = bytes(store.secrets.signing_key.verify_key)
    with store.unit_of_work() as uow:
        uow.connection.execute(
            sa.insert(terminal).values(
                terminal=7001,
                epoch=1,
                office="100950",
                counter="2",
                operator="Bưu điện mẫu",
                tax_code="0100000000",
                device_key=device_key,
                nonce=NONCE,
                lookup_key=bytes(32),
                hq_keys=b"",
                known_ms=clock.now_ms(),
                reference_ms=clock.now_ms(),
                reference_monotonic_ms=clock.monotonic_ms(),
                reference_boot=clock.boot_id(),
            )
        )
        uow.record(_first_facts(device_key, clock), command_id=new_id(clock.now_ms()), clerk=0)
        uow.commit()
    return store


def _first_facts(device_key: bytes, clock: HandClock) -> list[Body]:
    return [
        TerminalEnrolled(
            office="100950",
            counter="2",
            device_key=device_key,
            nonce=NONCE,
            provisioned_ms=clock.now_ms(),
        ),
        LeaseGranted(lease_id="c", lease_kind="customer", prefix="0126", lo=1, hi=900),
        LeaseGranted(lease_id="i", lease_kind="item", prefix="RA", lo=1, hi=900),
        LeaseGranted(lease_id="r", lease_kind="receipt", prefix="100950-2", lo=1, hi=900),
    ]


def record(store: Store, *facts: Body, command_id: bytes | None = None) -> tuple[Entry, ...]:
    """Record and commit one transaction."""
    with store.unit_of_work() as uow:
        entries = uow.record(
            facts, command_id=command_id or new_id(store.clock.now_ms()), clerk=CLERK
        )
        uow.commit()
    return entries


def uid_of(serial: int) -> bytes:
    return serial.to_bytes(16, "big")


def a_citizen(number: str = "001090000001") -> Citizen:
    return Citizen(
        number=number,
        lookup=number.encode(),
        source="card",
        old_number="012345678",
        old_lookup=b"old",
        issued_on="2021-04-15",
    )


def a_registration(serial: int = 1, name: str = "Nguyễn Thị Ánh Tuyết") -> CustomerRegistered:
    return CustomerRegistered(
        uid=uid_of(serial),
        number=make_customer_number("0126", serial),
        office="100950",
        full_name=name,
        birth_date="1990-01-01",
        sex="female",
        citizen=a_citizen(),
        phones=["+84903123456"],
        street="12 Hàng Bông",
        commune="00070",
        scheme="2025-07",
        alert_note="nghe kém",
    )


def an_edit(*changes: Change, serial: int = 1, citizen: Citizen | None = None) -> CustomerEdited:
    return CustomerEdited(
        uid=uid_of(serial), base_version=1, changes=list(changes), citizen=citizen
    )


def a_party(name: str) -> Party:
    return Party(
        name=name,
        phone="+84912000654",
        street="Thôn Ỷ La",
        commune="02200",
        scheme="2025-07",
        province="Tuyên Quang",
        address="Thôn Ỷ La, Tuyên Quang",
    )


def an_acceptance(serial: int = 1, customer: int = 1, total_vnd: int = 14_256) -> ShipmentAccepted:
    vat_vnd = total_vnd // 11
    return ShipmentAccepted(
        code=make_item_code("RA", serial),
        receipt=a_receipt_number(serial),
        position=1,
        customer_uid=uid_of(customer),
        office="100950",
        sender=a_party("Nguyễn Thị Ánh Tuyết"),
        receiver=a_party("Đặng Văn Quyết"),
        service="registered",
        service_label="Bưu phẩm bảo đảm",
        contents="Tài liệu",
        actual_g=85,
        size_cm=None,
        volumetric_g=0,
        charged_g=85,
        declared_vnd=0,
        cod_vnd=0,
        value_added=[],
        value_added_labels=[],
        zone="far",
        tariff="2026-01",
        tariff_title="BIỂU CƯỚC MINH HỌA",
        lines=[
            Line("r1", "Cước chính", total_vnd - vat_vnd),
            Line("vat", "VAT 8 %", vat_vnd),
        ],
        net_vnd=total_vnd - vat_vnd,
        vat_rate_bp=800,
        vat_vnd=vat_vnd,
        total_vnd=total_vnd,
        checklist="2026-07",
        checked=["seen"],
        postings=[
            Posting("basket", total_vnd),
            Posting("revenue.registered", vat_vnd - total_vnd),
            Posting("vat.output", -vat_vnd),
        ],
    )


def a_receipt_number(serial: int) -> str:
    return f"100950-2-{serial:07}"


def a_payment(serial: int = 1, customer: int = 1, due_vnd: int = 14_256) -> PaymentReceived:
    return PaymentReceived(
        receipt=a_receipt_number(serial),
        customer_uid=uid_of(customer),
        customer_number=make_customer_number("0126", customer),
        items=[make_item_code("RA", serial)],
        method="cash",
        due_vnd=due_vnd,
        tendered_vnd=due_vnd + 744,
        change_vnd=744,
        clerk_name="Trần Minh Châu",
        counter="2",
        postings=[Posting("drawer", due_vnd), Posting("basket", -due_vnd)],
        parts=[PaymentPart(method="cash", amount_vnd=due_vnd)],
    )


def a_snapshot_customer(serial: int, name: str = "Trần Văn Bình") -> CustomerRow:
    return CustomerRow(
        uid=uid_of(serial),
        number=make_customer_number("0125", serial),
        full_name=name,
        birth_date=None,
        sex="male",
        citizen_number=None,
        citizen_lookup=None,
        citizen_source=None,
        citizen_issued_on=None,
        phones="+84988000020",
        street="Thôn Đông",
        commune="00070",
        scheme="2025-07",
        alert_note="",
        office="101000",
        registered_ms=1_700_000_000_000,
        version=3,
        erased=0,
        last_seen_ms=1_700_000_000_000,
        shipments=2,
    )


def a_merge(winner: int, loser: int, taken: list[str] | None = None) -> CustomersMerged:
    return CustomersMerged(
        winner=uid_of(winner),
        loser=uid_of(loser),
        winner_number=make_customer_number("0126", winner),
        loser_number=make_customer_number("0126", loser),
        taken=taken or [],
        reason="cùng một người",
        clerk_name="Trần Minh Châu",
        approved_by=2,
        approver="Lê Hồng Phúc",
    )


def an_unmerge(winner: int, loser: int) -> PairUnmerged:
    return PairUnmerged(
        winner=uid_of(winner),
        loser=uid_of(loser),
        reason="hai người",
        clerk_name="Trần Minh Châu",
        approved_by=2,
        approver="Lê Hồng Phúc",
    )
