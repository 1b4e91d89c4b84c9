"""A counter in memory: what the window is tested and pictured with. Keeps what it is told."""

import itertools
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from app.domain.devices import DevicesFound, PrintedRound, devices_from
from app.domain.identities import Clerk
from app.domain.item_code import make_item_code
from app.domain.names import accents_agree
from app.domain.phones import normalise_phone
from app.domain.places import Place
from app.domain.reference.catalogue import Catalogue
from app.domain.scanning import Recognised, Shape, recognise
from app.messages import text_for
from app.queries.customers import CustomerPage, HistoryLine, Resemblance
from app.queries.finding import Findings, Hit
from app.queries.printers import PrinterStanding
from app.queries.standing import LastTransaction, Standing, Station
from app.queries.sync_report import SyncReport
from app.services.customers import EditCustomer, RegisterCustomer, RegisteredCustomer
from app.services.shipments import (
    AcceptedItem,
    AcceptedShipments,
    AcceptShipments,
    ItemDraft,
    Quote,
)
from app.settings import Settings
from tests.fakes import fake_post_office as office
from tests.fakes.fake_complaints import FakeComplaints
from tests.fakes.fake_conflicts import ConflictsOnDesk
from tests.fakes.fake_day import FakeDay
from tests.fakes.fake_money import FakeMoney
from tests.fakes.fake_people import FakePeople
from tests.fakes.fake_printer import FakePrinter
from tests.fakes.fake_records import born_in, changed_page, hit_of, registered_page
from tests.fakes.fake_reports import FakeReports
from tests.fakes.fake_signing_in import FakeSigningIn
from tests.fakes.fake_stick import FakeStick
from tests.fakes.fake_taking_in import FakeTakingIn

_SHOWN = 20


class FakeDesk(
    ConflictsOnDesk,
    FakeComplaints,
    FakeReports,
    FakeDay,
    FakeMoney,
    FakePeople,
    FakeTakingIn,
    FakeStick,
):
    """``fail_next`` is raised by the next call that does something or reads a page.

    ``calls`` lists what was done, in order, by name.
    """

    def __init__(self) -> None:
        super().__init__()
        FakeTakingIn.__init__(self)
        FakeDay.__init__(self)
        FakePeople.__init__(self)
        self.people = office.customers()
        self.citizens: dict[str, str] = {}
        self.booked: dict[bytes, AcceptedShipments] = {}
        self.transactions: list[LastTransaction] = []
        self.printer = FakePrinter()
        self.signing_in = FakeSigningIn()
        self.chosen = Settings(sounds=False)
        self.in_touch = office.sync_report()
        self._devices: dict[str, Any] = {}
        self.fail_next: Exception | None = None
        self.calls: list[str] = []
        self._commands = itertools.count(1)
        self._serials = itertools.count(10_488_250)

    # who and where
    def station(self) -> Station:
        return office.STATION

    def clerks(self) -> tuple[Clerk, ...]:
        return office.CLERKS

    def sign_in(self, code: str, pin: str) -> Clerk:
        self._do("sign_in")
        return self.signing_in.sign_in(code, pin)

    def sign_out(self) -> None:
        self._do("sign_out")
        self.signing_in.clerk = None

    # reading
    def standing(self) -> Standing:
        return replace(
            office.standing(122 + len(self.booked) + len(self.citizens)), shift=self.open_now
        )

    def sync_report(self) -> SyncReport:
        return self.in_touch

    def sync_now(self) -> None:
        self._do("sync_now")

    def find(self, text: str) -> Findings:
        self._stumble()
        seen = recognise(text)
        if seen.problem is not None:
            return Findings(problem=text_for(seen.problem))
        if seen.request is not None:
            return self._requested(seen.request)
        return replace(self._found(seen), repaired=seen.repaired)

    def suggest(self, text: str, *, more: bool = False) -> Findings:
        self._stumble()
        seen = recognise(text)
        if seen.shape is not Shape.NAME:
            return replace(self._found(seen), exact=False) if seen.problem is None else Findings()
        named = [
            hit_of(page, text)
            for page in self.people.values()
            if accents_agree(text, page.full_name)
        ]
        return Findings(hits=tuple(named[: None if more else _SHOWN]), more=len(named) > _SHOWN)

    def customer(self, number: str) -> CustomerPage:
        self._do("customer")
        return self.people[number]

    def receipt(self, code: str) -> LastTransaction:
        self._do("receipt")
        return self.printer.state_of(next(t for t in self.transactions if t.receipt == code))

    def last_transaction(self) -> LastTransaction | None:
        return self.printer.state_of(self.transactions[-1]) if self.transactions else None

    def places(self, text: str) -> tuple[Place, ...]:
        return office.places(text)

    def resemblances(self, draft: RegisterCustomer) -> tuple[Resemblance, ...]:
        phones = {normalise_phone(phone) for phone in draft.phones}
        return tuple(
            Resemblance(page.number, page.full_name, born_in(page), page.phones_masked[0],
                        page.address, "phone" if phones & set(page.phones) else "name")
            for page in self.people.values()
            if phones & set(page.phones)
            or (page.full_name == draft.full_name and page.birth_date == draft.birth_date)
        )  # fmt: skip

    def catalogue(self) -> Catalogue:
        return office.CATALOGUE

    def quote(self, item: ItemDraft) -> Quote:
        return office.quote(item)

    # doing
    def new_command_id(self) -> bytes:
        return next(self._commands).to_bytes(16, "big")

    def register(self, command: RegisterCustomer) -> RegisteredCustomer:
        self._do("register")
        self.registrations.append(command)
        known = self.citizens.get(command.citizen.number) if command.citizen else None
        if known:
            return RegisteredCustomer(known, created=False)
        number = office.number(int.from_bytes(command.command_id[-3:], "big"))
        created = number not in self.people
        self.people[number] = registered_page(number, command)
        if command.citizen:
            self.citizens[command.citizen.number] = number
        return RegisteredCustomer(number, created=created)

    def edit(self, command: EditCustomer) -> None:
        self._do("edit")
        page = self.people[command.number]
        for name, (_was, becomes) in command.changes.items():
            page = changed_page(page, name, becomes)
        self.people[command.number] = page

    def accept(self, command: AcceptShipments) -> AcceptedShipments:
        self._do("accept")
        self.give_up_draft(command.command_id)
        if command.command_id not in self.booked:
            self.booked[command.command_id] = self._book(command)
        return self.booked[command.command_id]

    # this computer
    def settings(self) -> Settings:
        return self.chosen

    def change_settings(self, changes: Mapping[str, Any]) -> Settings:
        self._do("change_settings")
        look = {name: value for name, value in changes.items() if not isinstance(value, Mapping)}
        for name in changes.keys() - look.keys():
            self._devices[name] = self._devices.get(name, {}) | changes[name]
        self.chosen = replace(self.chosen, devices=devices_from(self._devices), **look)
        return self.chosen

    # paper
    def print_waiting(self) -> tuple[str, ...]:
        self._do("print_waiting")
        return self.printer.print_waiting()

    def devices_found(self) -> DevicesFound:
        return DevicesFound(("cups:Quay_2",), ("/dev/ttyUSB0",))

    def print_queues(self) -> tuple[str, ...]:
        return ("folder",)

    def print_on(self, queue: str) -> PrintedRound:
        assert queue == "folder"
        return PrintedRound(self.print_waiting(), moved=True)

    def printers(self) -> tuple[PrinterStanding, ...]:
        return self.printer.standings()

    def receipt_in_doubt(self) -> str:
        return self.printer.in_doubt()

    def print_test_page(self, printer: str) -> None:
        self._do(f"print_test_page {printer}")

    def reprint(self, receipt: str) -> LastTransaction:
        self._do("reprint")
        self.printer.copy(receipt)
        return self.receipt(receipt)

    def settle_print(self, job: int, *, on_paper: bool) -> LastTransaction:
        self._do("settle_print")
        return self.receipt(self.printer.settle(job, on_paper=on_paper))

    def _do(self, name: str) -> None:
        self.calls.append(name)
        self._stumble()

    def _stumble(self) -> None:
        error, self.fail_next = self.fail_next, None
        if error is not None:
            raise error

    def _found(self, seen: Recognised) -> Findings:
        hits: tuple[Hit, ...] = ()
        exact = True
        if seen.shape is Shape.CITIZEN_CARD and seen.card:
            known = self.citizens.get(seen.card.number)
            hits = (hit_of(self.people[known]),) if known else ()
        elif seen.shape is Shape.CUSTOMER:
            hits = tuple(hit_of(page) for page in self.people.values() if page.number == seen.value)
        elif seen.shape in (Shape.PHONE, Shape.LAST_DIGITS):
            hits = tuple(
                hit_of(page)
                for page in self.people.values()
                if any(phone.endswith(seen.value) for phone in page.phones)
            )
            exact = len(hits) == 1
        elif seen.shape is Shape.RECEIPT:
            hits = tuple(
                Hit("receipt", each.receipt, each.customer_name, each.receipt)
                for each in self.transactions
                if each.receipt == seen.value
            )
        elif seen.shape is Shape.NAME:
            return self.suggest(seen.value)
        return Findings(hits=hits, exact=exact and bool(hits), card=seen.card)

    def _book(self, command: AcceptShipments) -> AcceptedShipments:
        items = []
        for draft in command.items:
            price = office.quote(draft)
            prefix = next(
                s.s10_prefix for s in office.CATALOGUE.services if s.code == draft.service
            )
            code = make_item_code(prefix, next(self._serials))
            items.append(AcceptedItem(code, price.charged_g, price.lines, price.total_vnd))
        total = sum(item.total_vnd for item in items)
        receipt = f"100950-2-{len(self.booked) + 1:07d}"
        page = self.people[command.customer]
        booked = AcceptedShipments(
            receipt, "7Q2MK-0XV4T", tuple(items), total, command.tendered_vnd - total, ""
        )
        self.transactions.append(
            LastTransaction(
                receipt, booked.proof, page.number, page.full_name, office.NOW,
                tuple(item.code for item in items), total, booked.change_vnd, (),
            )
        )  # fmt: skip
        self.printer.queue(receipt, tuple(item.code for item in items))
        line = HistoryLine(office.NOW, "item", items[0].code, "Bưu gửi", receipt, "đã nhận")
        self.people[page.number] = replace(
            page, shipments=page.shipments + len(items), history=(line, *page.history)
        )
        return booked
