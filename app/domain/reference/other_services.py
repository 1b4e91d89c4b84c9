"""Services of other systems that the counter records: postal finance, bills, press, debts."""

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from app.domain.reference import problems as wrong
from app.domain.reference.book import ReferenceBook
from app.domain.reference.files import ReferenceFile, Row
from app.domain.reference.rows import CODE, RowChecker, rule_id
from app.domain.reference.services import VAT_CLASSES

COLUMNS = ("id", "code", "label", "group", "direction", "needs", "held", "vat", "max_vnd", "labels")

GROUPS = ("finance", "press", "account")
DIRECTIONS = ("in", "out")


class Need(StrEnum):
    """What the form of a service asks for, beside sum and fee."""

    PERIOD = "period"
    REFERENCE = "reference"
    PARTY = "party"
    TITLE = "title"
    COPIES = "copies"


NEEDS = tuple(need.value for need in Need)


@dataclass(frozen=True, slots=True)
class OtherService:
    """``direction``: in, the customer pays; out, the customer is paid. ``needs`` in form order.

    ``held`` is the account of others' money that it goes to, ``receivable`` for debts of contract
    customers. ``labels`` are the words of the form for ``needs``, as many of them.
    """

    id: str
    code: str
    label: str
    group: str
    direction: str
    needs: tuple[str, ...]
    held: str
    vat: str
    max_vnd: int
    labels: tuple[str, ...]

    def label_of(self, need: str) -> str:
        """What the form calls a need of this service."""
        return self.labels[self.needs.index(need)]


@lru_cache(maxsize=8)
def parse_other_services(file: ReferenceFile) -> tuple[OtherService, ...]:
    """Raises ReferenceProblems."""
    check = RowChecker(file, COLUMNS)
    services = tuple(service for _, service in check.each(_service))
    check.close()
    return services


def offered_services(book: ReferenceBook) -> tuple[OtherService, ...]:
    """Those of the book's day; none where no version is valid."""
    files = book.files("other_services")
    return tuple(service for file in files for service in parse_other_services(file))


def _service(check: RowChecker, row: Row) -> OtherService:
    check.once(row, "code")
    needs = check.words(row, "needs")
    for need in needs:
        if need not in NEEDS:
            check.report(wrong.UnknownCode, row.line, "needs", need, ", ".join(NEEDS))
    labels = tuple(part.strip() for part in row.cells["labels"].split(";") if part.strip())
    if len(labels) != len(needs):
        expected = "; ".join(needs)
        check.report(wrong.CellsMiscounted, row.line, "labels", row.cells["labels"], expected)
    return OtherService(
        id=rule_id(check, row),
        code=check.shaped(row, "code", CODE, "money_order"),
        label=check.text(row, "label"),
        group=check.choice(row, "group", GROUPS),
        direction=check.choice(row, "direction", DIRECTIONS),
        needs=needs,
        held=check.shaped(row, "held", CODE, "money_order"),
        vat=check.choice(row, "vat", VAT_CLASSES),
        max_vnd=check.number(row, "max_vnd", least=1),
        labels=labels,
    )
