"""What was sold: by service, rate of tax, hour and clerk; and what is collected for senders."""

from collections.abc import Iterator

from app.domain.daily_report import Bar, Figure, Section, Unit, Words, named, words
from app.domain.money import format_rate
from app.journal.kinds.documents import DocumentCopied
from app.journal.kinds.money import AnyPaymentReceived
from app.journal.kinds.other_services import ServiceRecorded
from app.queries.report.facts import Fact
from app.queries.report.grid import Grid
from app.queries.report.items import Change

_MONEY = {"net_vnd": Unit.VND, "vat_vnd": Unit.VND, "gross_vnd": Unit.VND}


def _money(change: Change) -> dict[str, int]:
    return {
        "net_vnd": change.net_vnd,
        "vat_vnd": change.vat_vnd,
        "gross_vnd": change.gross_vnd,
    }


class ByService:
    """What was taken in less what was taken back. A row is a service; its name is the day's."""

    def __init__(self) -> None:
        self.grid = Grid("services", {"pieces": Unit.COUNT, "charged_g": Unit.GRAMS, **_MONEY})
        self._items = Grid("services", {"items": Unit.COUNT})
        self._labels: dict[str, str] = {}

    def take(self, fact: Fact) -> None:
        for change in fact.changes:
            row = change.service
            self._labels[row] = change.label
            sums = {"pieces": change.count, "charged_g": change.charged_g, **_money(change)}
            self.grid.put_all(row, fact.place, sums)
            if change.item:
                self._items.put(row, "items", fact.place, change.count)

    def items(self) -> Figure:
        """Posted items alone, without services that another system carries out."""
        return self._items.total("items")

    def sections(self) -> Iterator[Section]:
        yield self.grid.section(lambda code: named(self._labels.get(code, code)))


class ByRate:
    """Revenue by the rate of its tax: two rates where a day lies across a change of it."""

    def __init__(self) -> None:
        self.grid = Grid("vat", {"pieces": Unit.COUNT, **_MONEY})

    def take(self, fact: Fact) -> None:
        for change in fact.changes:
            row = f"{change.rate_bp:05d}"
            self.grid.put_all(row, fact.place, {"pieces": change.count, **_money(change)})

    @property
    def rates(self) -> list[str]:
        """The rates of the day, in words; services without tax do not count."""
        return [format_rate(int(code)) for code in sorted(self.grid.rows()) if int(code)]

    def sections(self) -> Iterator[Section]:
        yield self.grid.section(lambda code: named(format_rate(int(code))))


class ByHour:
    """When the work came. Hours without any between the first and the last stand there, too."""

    def __init__(self) -> None:
        columns = {"sales": Unit.COUNT, "pieces": Unit.COUNT, "gross_vnd": Unit.VND}
        self.grid = Grid("hours", columns)

    def take(self, fact: Fact) -> None:
        row = f"{fact.hour:02d}"
        if is_customer(fact):
            self.grid.put(row, "sales", fact.place)
        for change in fact.changes:
            sums = {"pieces": change.count, "gross_vnd": change.gross_vnd}
            self.grid.put_all(row, fact.place, sums)

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
            "sales": Unit.COUNT,
            "pieces": Unit.COUNT,
            "gross_vnd": Unit.VND,
            "copies": Unit.COUNT,
            "entries": Unit.COUNT,
        }
        self.grid = Grid("clerks", columns)
        self._names: dict[str, str] = {}

    def take(self, fact: Fact) -> None:
        row = f"{fact.entry.clerk:05d}"
        self.grid.put(row, "entries", fact.place)
        if name := getattr(fact.body, "clerk_name", ""):
            self._names[row] = name
        if is_customer(fact):
            self.grid.put(row, "sales", fact.place)
        if isinstance(fact.body, DocumentCopied) and fact.body.copy_number:
            self.grid.put(row, "copies", fact.place)
        for change in fact.changes:
            sums = {"pieces": change.count, "gross_vnd": change.gross_vnd}
            self.grid.put_all(row, fact.place, sums)

    def sections(self) -> Iterator[Section]:
        yield self.grid.section(self._name)

    def _name(self, row: str) -> Words:
        """The terminal itself writes as number 0."""
        if int(row) == 0:
            return words("report.clerk.terminal")
        if row in self._names:
            return named(self._names[row])
        return words("report.clerk.number", number=int(row))


def is_customer(fact: Fact) -> bool:
    """Whether the entry closes what one customer paid for."""
    return isinstance(fact.body, AnyPaymentReceived | ServiceRecorded)


class OnDelivery:
    """COD: what is to be collected for senders, by service; less what was taken back."""

    def __init__(self) -> None:
        self.grid = Grid("cod", {"items": Unit.COUNT, "cod_vnd": Unit.VND})
        self._labels: dict[str, str] = {}

    def take(self, fact: Fact) -> None:
        for change in fact.changes:
            if change.cod_vnd:
                self._labels[change.service] = change.label
                sums = {"items": change.count, "cod_vnd": change.cod_vnd}
                self.grid.put_all(change.service, fact.place, sums)

    def sections(self) -> Iterator[Section]:
        yield self.grid.section(lambda code: named(self._labels.get(code, code)))
