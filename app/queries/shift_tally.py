"""Adding up the entries of one shift: items and money by service, voids, hours, customers."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from statistics import median

import sqlalchemy as sa

from app.clock import local, utc
from app.domain import accounts
from app.domain.reference.forms import NO_FORMS, FormsTable
from app.domain.shift_summary import MovementLine, ServiceLine, VoidLine, Work
from app.journal.appending import read_body
from app.journal.entry import Entry
from app.journal.kinds.adjustments import ShipmentCorrected, ShipmentVoided
from app.journal.kinds.body import Body, Posting
from app.journal.kinds.complaints import ComplaintReceived
from app.journal.kinds.documents import DocumentCopied
from app.journal.kinds.money import AnyPaymentReceived
from app.journal.kinds.other_services import ServiceRecorded, ServiceVoided
from app.journal.kinds.shifts import CashMoved, ShiftCorrected
from app.journal.kinds.shipments import ShipmentAccepted
from app.queries.forms_saved import uses_of
from app.store.sales import item_by_code

_REVENUE = accounts.revenue("")
_LONGEST_SERVING_MS = 60 * 60_000
"""A form left open over lunch says nothing of how long a customer takes."""


@dataclass(slots=True)
class _Service:
    label: str = ""
    items: int = 0
    net_vnd: int = 0
    vat_vnd: int = 0
    cod_vnd: int = 0


@dataclass(slots=True)
class Tally:
    """What was added up so far; ``add`` takes the entries of the shift one by one."""

    connection: sa.Connection
    entries: int = 0
    clock_flags: int = 0
    corrected_vnd: int = 0
    uses: Counter[str] = field(default_factory=Counter)
    movements: list[MovementLine] = field(default_factory=list)
    voids: list[VoidLine] = field(default_factory=list)
    _services: dict[str, _Service] = field(default_factory=dict)
    _hours: Counter[int] = field(default_factory=Counter)
    _took_ms: list[int] = field(default_factory=list)
    _began_ms: int | None = None
    _customers: int = 0
    _reprints: int = 0
    _complaints: int = 0

    def add(self, entry: Entry) -> None:
        self.entries += 1
        self.clock_flags |= entry.flags
        if entry.command_id is not None:
            self._began_ms = began_ms(entry.command_id)
        body = read_body(entry)
        if body is not None:
            self.uses.update(uses_of(body))
            self._money(body)
            self._work(entry, body)

    def services(self) -> tuple[ServiceLine, ...]:
        """Those that anything was taken in or earned for, in the order of their first item."""
        return tuple(
            ServiceLine(code, each.label or code, each.items, each.net_vnd, each.vat_vnd,
                        each.cod_vnd)
            for code, each in self._services.items()
        )  # fmt: skip

    def work(self, forms: FormsTable = NO_FORMS) -> Work:
        """``forms``: what the ``uses`` come to is told by that list of the day."""
        return Work(
            forms_saved=forms.sheets_saved(self.uses),
            form_kinds=(forms.kinds_before, forms.kinds_now),
            customers=self._customers,
            median_s=round(median(self._took_ms) / 1000) if self._took_ms else None,
            reprints=self._reprints,
            complaints=self._complaints,
            hours=tuple(sorted(self._hours.items())),
        )

    def _money(self, body: Body) -> None:
        for code, net_vnd, vat_vnd in earned(body):
            service = self._service(code)
            service.net_vnd += net_vnd
            service.vat_vnd += vat_vnd

    def _work(self, entry: Entry, body: Body) -> None:
        match body:
            case ShipmentAccepted():
                self._take_in(entry, body)
            case ShipmentVoided():
                self._void(body)
            case ServiceRecorded():
                self._service(body.service, body.service_label).items += 1
                self._serve(entry)
            case AnyPaymentReceived():
                self._serve(entry)
            case CashMoved():
                self._move(entry, body)
            case ShiftCorrected():
                self.corrected_vnd += body.counted_vnd - body.counted_was_vnd
            case _:
                self._reprints += isinstance(body, DocumentCopied) and body.copy_number > 0
                self._complaints += isinstance(body, ComplaintReceived)

    def _take_in(self, entry: Entry, body: ShipmentAccepted) -> None:
        service = self._service(body.service, body.service_label)
        service.items += 1
        service.cod_vnd += body.cod_vnd
        self._hours[local(utc(entry.wall_ms)).hour] += 1

    def _void(self, body: ShipmentVoided) -> None:
        item = item_by_code(self.connection, body.code)
        if item is not None:
            service = self._service(item.service, item.service_label)
            service.items -= 1
            service.cod_vnd -= item.cod_vnd
        self.voids.append(VoidLine(body.code, body.reason, body.approver_name, body.total_vnd))

    def _serve(self, entry: Entry) -> None:
        """One customer more; the form that books them was opened when they came."""
        self._customers += 1
        if self._began_ms is not None:
            took_ms = entry.wall_ms - self._began_ms
            if 0 <= took_ms <= _LONGEST_SERVING_MS:
                self._took_ms.append(took_ms)

    def _move(self, entry: Entry, body: CashMoved) -> None:
        self.movements.append(
            MovementLine(
                at=utc(entry.wall_ms),
                movement=body.movement,
                purpose=body.purpose,
                amount_vnd=body.amount_vnd,
                reason=body.reason,
                clerk_name=body.clerk_name,
            )
        )

    def _service(self, code: str, label: str = "") -> _Service:
        service = self._services.setdefault(code, _Service())
        service.label = service.label or label
        return service


def tally(connection: sa.Connection, entries: Iterable[Entry]) -> Tally:
    """The sums of these entries."""
    found = Tally(connection)
    for entry in entries:
        found.add(entry)
    return found


def earned(body: Body) -> Iterator[tuple[str, int, int]]:
    """(service, net, VAT) that one entry earned, or gave back."""
    if isinstance(body, ShipmentCorrected):
        yield body.was.service, -body.was.net_vnd, -body.was.vat_vnd
        yield body.now.service, body.now.net_vnd, body.now.vat_vnd
    elif isinstance(body, ShipmentAccepted | ShipmentVoided | ServiceRecorded | ServiceVoided):
        yield from _earned_by(body.postings)


def _earned_by(postings: Iterable[Posting]) -> Iterator[tuple[str, int, int]]:
    """These entries are about one service each: all their VAT is its."""
    net: Counter[str] = Counter()
    vat_vnd = 0
    for leg in postings:
        if leg.account.startswith(_REVENUE):
            net[leg.account.removeprefix(_REVENUE)] -= leg.amount_vnd
        elif leg.account == accounts.VAT_OUTPUT:
            vat_vnd -= leg.amount_vnd
    for service, net_vnd in net.items():
        yield service, net_vnd, vat_vnd
        vat_vnd = 0


def began_ms(command_id: bytes) -> int:
    """When the form of this command opened: its id was made then and begins with the moment."""
    return int.from_bytes(command_id[:6], "big")
