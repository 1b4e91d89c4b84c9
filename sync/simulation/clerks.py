"""What people at the counters do, by the real use cases; a refusal is part of the work."""

from collections.abc import Callable
from datetime import date
from random import Random

import sqlalchemy as sa

from app.domain.identities import Clerk, Role
from app.errors import TemError
from app.ids import new_id
from app.journal.kinds.body import Body
from app.journal.kinds.customers import CustomerRegistered
from app.journal.kinds.terminal import LeaseGranted
from app.services.accepting import accept_shipments
from app.services.addresses import NoteAddress, note_address
from app.services.consents import StateConsent, state_consent
from app.services.customers import (
    CitizenPaper,
    EditCustomer,
    RegisterCustomer,
    register_customer,
)
from app.services.editing import edit_customer
from app.services.four_eyes import Approval
from app.services.linking import LinkCustomers, link_customers
from app.services.organisations import (
    DescribeOrganisation,
    OrganisationDraft,
    describe_organisation,
)
from app.services.receiving import Receiver
from app.services.shipments import AcceptShipments, ItemDraft
from app.services.voiding import VoidShipments, void_shipments
from app.store.tables.customers import customer
from app.store.tables.shipments import receipt
from sync.simulation.cases import complain, go_on_with_a_case
from sync.simulation.country import PIN, Counter

CLERK = Clerk(11, "gdv1", "Trần Minh Châu", Role.CLERK)
NAMES = ("Nguyễn Thị Ánh", "Trần Văn Bình", "Lê Minh Châu", "Phạm Thu Dung", "Vũ Hải Đăng")
STREETS = ("12 Hàng Bông", "5 Lò Đúc", "Ngõ 3 Hàng Mã", "27 Lý Thường Kiệt", "Thôn Đông")
COMMUNES = {"01": "00070", "79": "26740"}
CHECKED = ("contents_seen", "no_prohibited", "packed_sealed")
TAX_CODES = ("0100109106", "0301442989", "0100686209")
PEOPLE = 12
"""So few have a citizen card that two counters often meet the same one."""

FORGED_FROM = 9_000_000
"""Serials that headquarters lends to nobody; nobody serves their holders afterwards."""


class NewerFact(Body, frozen=True, kw_only=True):
    """What a program of next year writes; this one and headquarters do not know the kind."""

    NUMBER = 4_000
    NAME = "newer.fact"
    said: str


Deed = Callable[[Counter, Random], None]


def do(deed: Deed, counter: Counter, chance: Random) -> str:
    """The code of the refusal, "" when the deed was done."""
    try:
        deed(counter, chance)
    except TemError as refused:
        counter.refused[refused.code] = counter.refused.get(refused.code, 0) + 1
        return refused.code
    return ""


def register(counter: Counter, chance: Random) -> None:
    holder = chance.randrange(PEOPLE) if chance.random() < 0.4 else None
    paper = (
        None
        if holder is None
        else CitizenPaper(f"001090{holder:06}", "card", "", date(2021, 4, 15))
    )
    form = RegisterCustomer(
        command_id=_command(counter),
        full_name=NAMES[holder % len(NAMES)] if holder is not None else chance.choice(NAMES),
        birth_date=date(1990, 1, 1),
        sex="male",
        citizen=paper,
        phones=(f"09{chance.randrange(10**8):08}",),
        street=chance.choice(STREETS),
        commune=COMMUNES[counter.province],
    )
    register_customer(form, counter.store.unit_of_work(), CLERK)


def edit(counter: Counter, chance: Random) -> None:
    """Several counters change the same few customers, each by what it sees."""
    known = _known(counter)
    if not known:
        return
    row = chance.choice(known[-6:])
    field, becomes = chance.choice(
        (
            ("street", chance.choice(STREETS)),
            ("full_name", chance.choice(NAMES)),
            ("alert_note", chance.choice(("nghe kém", "gọi trước", ""))),
            ("phones", [f"+849{chance.randrange(10**8):08}"]),
        )
    )
    seen = row.phones.split() if field == "phones" else getattr(row, field)
    wanted = EditCustomer(_command(counter), row.number, {field: (seen, becomes)})
    edit_customer(wanted, counter.store.unit_of_work(), CLERK)


def talk_of_consent(counter: Counter, chance: Random) -> None:
    """Given at one counter, withdrawn at whichever the customer comes to next."""
    known = _known(counter)
    if not known:
        return
    said = StateConsent(
        _command(counter), chance.choice(known[-6:]).number,
        chance.choice(("marketing", "care")), given=chance.random() < 0.5,
    )  # fmt: skip
    state_consent(said, counter.store.unit_of_work(), CLERK)


def describe_or_link(counter: Counter, chance: Random) -> None:
    """A customer turns out to be a company, or somebody acts for one."""
    known = _known(counter)[-6:]
    if len(known) < 2:
        return
    first, second = (each.number for each in chance.sample(known, 2))
    if chance.random() < 0.5:
        draft = OrganisationDraft("company", chance.choice(TAX_CODES))
        wanted = DescribeOrganisation(_command(counter), first, draft)
        describe_organisation(wanted, counter.store.unit_of_work(), CLERK)
    else:
        link = LinkCustomers(_command(counter), first, second, "sender")
        link_customers(link, counter.store.unit_of_work(), CLERK)


def note_an_address(counter: Counter, chance: Random) -> None:
    known = _known(counter)
    if not known:
        return
    written = f"{chance.choice(STREETS)}, quận Hoàn Kiếm"
    old = NoteAddress(_command(counter), chance.choice(known[-6:]).number, "old", written)
    note_address(old, counter.store.unit_of_work(), CLERK)


def sell(counter: Counter, chance: Random) -> None:
    known = _known(counter)
    if not known:
        return
    basket = AcceptShipments(
        command_id=_command(counter),
        customer=chance.choice(known).number,
        items=tuple(_item(chance) for _ in range(chance.randint(1, 3))),
        tendered_vnd=500_000,
        tendered_confirmed=True,
    )
    accept_shipments(basket, counter.store.unit_of_work(), CLERK)
    if chance.random() < 0.2:  # Enter pressed twice
        accept_shipments(basket, counter.store.unit_of_work(), CLERK)


def void(counter: Counter, chance: Random) -> None:
    with counter.store.reading() as connection:
        query = sa.select(receipt.c.number).order_by(receipt.c.seq.desc()).limit(3)
        mine = list(connection.scalars(query))
    if not mine:
        return
    wanted = VoidShipments(
        _command(counter), chance.choice(mine), "gửi nhầm", Approval("ksv1", PIN),
        later=chance.random() < 0.3,
    )  # fmt: skip
    void_shipments(wanted, counter.store.unit_of_work(), CLERK)


def write_of_the_future(counter: Counter, _chance: Random) -> None:
    """A program of next year was here for a day."""
    _record(counter, NewerFact(said="chưa ai hiểu"))


def forge(counter: Counter, chance: Random) -> None:
    """Somebody gives the counter a range that headquarters never lent, and uses it."""
    serial = FORGED_FROM + counter.number * 1_000 + chance.randrange(900)
    prefix = f"{counter.province}26"
    uid = new_id(counter.store.clock.now_ms())
    lease = LeaseGranted(
        lease_id=f"forged-{serial}", lease_kind="customer", prefix=prefix, lo=serial, hi=serial
    )
    registered = CustomerRegistered(
        uid=uid,
        number=f"{prefix}{serial:07}0",
        office=counter.office,
        full_name=chance.choice(NAMES),
        birth_date=None,
        sex=None,
        citizen=None,
        phones=[],
        street="",
        commune=COMMUNES[counter.province],
        scheme="2025-07",
        alert_note="",
    )
    _record(counter, lease, registered)


DEEDS: tuple[tuple[Deed, int], ...] = (
    (register, 30), (edit, 25), (sell, 35), (void, 7), (write_of_the_future, 1), (forge, 1),
    (talk_of_consent, 8), (describe_or_link, 8), (note_an_address, 6),
    (complain, 4), (go_on_with_a_case, 6),
)  # fmt: skip
"""With how often each is done, of a hundred or so."""


def _record(counter: Counter, *facts: Body) -> None:
    with counter.store.unit_of_work() as uow:
        uow.record(facts, command_id=_command(counter), clerk=CLERK.id)
        uow.commit()


def _command(counter: Counter) -> bytes:
    return new_id(counter.store.clock.now_ms())


def _known(counter: Counter) -> list[sa.Row[str, str, str, str, str]]:
    query = sa.select(
        customer.c.number,
        customer.c.street,
        customer.c.full_name,
        customer.c.alert_note,
        customer.c.phones,
    ).where(sa.func.substr(customer.c.number, 5, 1) != "9")
    with counter.store.reading() as connection:
        return list(connection.execute(query.order_by(customer.c.uid)).all())


def _item(chance: Random) -> ItemDraft:
    return ItemDraft(
        service="registered",
        contents="Tài liệu",
        actual_g=chance.randint(20, 900),
        receiver=Receiver("Đặng Văn Quyết", "0912 000 654", "5 Lê Lợi", "26740"),
        checked=CHECKED,
    )
