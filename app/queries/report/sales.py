"""What was sold: by service, rate of tax, hour and clerk; and what is collected for senders."""

from collections.abc import Iterator

from app.domain import accounts
from app.domain.daily_report import Bar, Section, Unit, Words, named, words
from app.domain.money import format_rate
from app.journal.kinds import postings_of
from app.journal.kinds.body import Body
from app.journal.kinds.documents import DocumentCopied
from app.journal.kinds.money import PaymentReceived
from app.journal.kinds.shipments import ShipmentAccepted
from app.queries.report.facts import Fact
from app.queries.report.grid import Grid

_REVENUE = accounts.revenue("")
_MONEY = {"net_vnd": Unit.VND, "vat_vnd": Unit.VND, "gross_vnd": Unit.VND}


class ByService:
    """Items taken in, and revenue with its tax. A row is a service; its name is the day's."""

    def __init__(self) -> None:
        self.grid = Grid("services", {"items": Unit.COUNT, "charged_g": Unit.GRAMS, **_MONEY})
        self._labels: dict[str, str] = {}

    def take(self, fact: Fact) -> None:
        body = fact.body
        if body is None:
            return
        if isinstance(body, ShipmentAccepted):
            self._labels[body.service] = body.service_label
            self.grid.put(body.service, "items", fact.place)
            self.grid.put(body.service, "charged_g", fact.place, body.charged_g)
        for service, net_vnd, vat_vnd in earned(body):
            self.grid.put(service, "net_vnd", fact.place, net_vnd)
            self.grid.put(service, "vat_vnd", fact.place, vat_vnd)
            self.grid.put(service, "gross_vnd", fact.place, net_vnd + vat_vnd)

    def sections(self) -> Iterator[Section]:
        yield self.grid.section(lambda code: named(self._labels.get(code, code)))


def earned(body: Body) -> Iterator[tuple[str, int, int]]:
    """(service, net, tax) of every service that an entry earns by, or takes back."""
    net: dict[str, int] = {}
    vat_vnd = 0
    for leg in postings_of(body):
        if leg.account.startswith(_REVENUE):
            service = leg.account.removeprefix(_REVENUE)
            net[service] = net.get(service, 0) - leg.amount_vnd
        elif leg.account == accounts.VAT_OUTPUT:
            vat_vnd -= leg.amount_vnd
    for place, (service, net_vnd) in enumerate(net.items()):
        yield service, net_vnd, vat_vnd if place == 0 else 0


class ByRate:
    """Revenue by the rate of its tax: two rates on the day on which it changed."""

    def __init__(self) -> None:
        self.grid = Grid("vat", {"items": Unit.COUNT, **_MONEY})

    def take(self, fact: Fact) -> None:
        body = fact.body
        if not isinstance(body, ShipmentAccepted):
            return
        row = f"{body.vat_rate_bp:05d}"
        self.grid.put(row, "items", fact.place)
        self.grid.put(row, "net_vnd", fact.place, body.net_vnd)
        self.grid.put(row, "vat_vnd", fact.place, body.vat_vnd)
        self.grid.put(row, "gross_vnd", fact.place, body.total_vnd)

    @property
    def rates(self) -> list[str]:
        """The rates of the day, in words."""
        return [format_rate(int(code)) for code in sorted(self.grid.rows())]

    def sections(self) -> Iterator[Section]:
        yield self.grid.section(lambda code: named(format_rate(int(code))))


class ByHour:
    """When the work came. Hours without any between the first and the last stand there, too."""

    def __init__(self) -> None:
        columns = {"receipts": Unit.COUNT, "items": Unit.COUNT, "gross_vnd": Unit.VND}
        self.grid = Grid("hours", columns)

    def take(self, fact: Fact) -> None:
        row = f"{fact.hour:02d}"
        if isinstance(fact.body, PaymentReceived):
            self.grid.put(row, "receipts", fact.place)
        elif isinstance(fact.body, ShipmentAccepted):
            self.grid.put(row, "items", fact.place)
        if gross_vnd := fact.gross_vnd:
            self.grid.put(row, "gross_vnd", fact.place, gross_vnd)

    def sections(self) -> Iterator[Section]:
        yield self.grid.section(lambda code: words("report.hour", hour=code), self._hours())

    def chart(self) -> tuple[Bar, ...]:
        """The same sums as bars."""
        return tuple(Bar(hour, self.grid.figure(hour, "gross_vnd")) for hour in self._hours())

    def _hours(self) -> list[str]:
        busy = sorted(int(code) for code in self.grid.rows())
        return [f"{hour:02d}" for hour in range(busy[0], busy[-1] + 1)] if busy else []


class ByClerk:
    """Who did what. Names are those that the entries give."""

    def __init__(self) -> None:
        columns = {
            "receipts": Unit.COUNT,
            "items": Unit.COUNT,
            "gross_vnd": Unit.VND,
            "copies": Unit.COUNT,
            "entries": Unit.COUNT,
        }
        self.grid = Grid("clerks", columns)
        self.names: dict[str, str] = {}

    def take(self, fact: Fact) -> None:
        row = f"{fact.entry.clerk:05d}"
        self.grid.put(row, "entries", fact.place)
        body = fact.body
        if body is None:
            return
        name = getattr(body, "clerk_name", "")
        if name:
            self.names[row] = name
        column = next((c for kind, c in _COUNTED if isinstance(body, kind)), "")
        if column:
            self.grid.put(row, column, fact.place)
        if gross_vnd := fact.gross_vnd:
            self.grid.put(row, "gross_vnd", fact.place, gross_vnd)

    def name(self, row: str) -> Words:
        """The clerk's name; the terminal itself writes as number 0."""
        if int(row) == 0:
            return words("report.clerk.terminal")
        if row in self.names:
            return named(self.names[row])
        return words("report.clerk.number", number=int(row))

    def sections(self) -> Iterator[Section]:
        yield self.grid.section(self.name)


_COUNTED: tuple[tuple[type[Body], str], ...] = (
    (PaymentReceived, "receipts"),
    (ShipmentAccepted, "items"),
    (DocumentCopied, "copies"),
)


class OnDelivery:
    """COD: what is to be collected for senders, by service."""

    def __init__(self) -> None:
        self.grid = Grid("cod", {"items": Unit.COUNT, "cod_vnd": Unit.VND})
        self._labels: dict[str, str] = {}

    def take(self, fact: Fact) -> None:
        body = fact.body
        if isinstance(body, ShipmentAccepted) and body.cod_vnd:
            self._labels[body.service] = body.service_label
            self.grid.put(body.service, "items", fact.place)
            self.grid.put(body.service, "cod_vnd", fact.place, body.cod_vnd)

    def sections(self) -> Iterator[Section]:
        yield self.grid.section(lambda code: named(self._labels.get(code, code)))
