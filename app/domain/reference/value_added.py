"""Value-added services: báo phát, khai giá, phát tận tay, thu hộ and the like (not the tax)."""

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from app.domain.money import percent_of
from app.domain.reference import problems as wrong
from app.domain.reference.files import ReferenceFile, Row
from app.domain.reference.rows import CODE, RowChecker, rule_id
from app.domain.reference.services import SERVICES

COLUMNS = (
    "id", "code", "service", "basis", "amount_vnd", "rate_bp", "min_vnd", "excludes", "payer",
    "label", "min_label",
)  # fmt: skip

_HIGHEST_BP = 10_000


class Basis(StrEnum):
    """What the fee is computed from; the code "declared" has basis declared, "cod" has cod."""

    FLAT = "flat"
    DECLARED = "declared"
    COD = "cod"


BASES = tuple(basis.value for basis in Basis)
PAYERS = ("sender", "receiver")


@dataclass(frozen=True, slots=True)
class ValueAdded:
    """One value-added service as offered with one service."""

    id: str
    code: str
    service: str
    basis: str
    amount_vnd: int
    rate_bp: int
    min_vnd: int
    excludes: tuple[str, ...]
    payer: str
    label: str
    min_label: str

    def fee_vnd(self, base_vnd: int) -> int:
        """The flat amount, or the rate of ``base_vnd`` with its minimum."""
        if self.basis == Basis.FLAT:
            return self.amount_vnd
        return max(percent_of(base_vnd, self.rate_bp), self.min_vnd)


@lru_cache(maxsize=8)
def parse_value_added(file: ReferenceFile) -> tuple[ValueAdded, ...]:
    """Raises ReferenceProblems; a code has one name, basis and payer throughout the file."""
    check = RowChecker(file, COLUMNS)
    rows = check.each(_value_added)
    first: dict[str, ValueAdded] = {}
    for line, row in rows:
        _check_agrees(check, line, row, first.setdefault(row.code, row))
        for code in row.excludes:
            if code not in {other.code for _, other in rows}:
                check.report(wrong.UnknownCode, line, "excludes", code, "code")
    check.close()
    return tuple(row for _, row in rows)


def _check_agrees(check: RowChecker, line: int, row: ValueAdded, known: ValueAdded) -> None:
    for column, here, there in (
        ("label", row.label, known.label),
        ("basis", row.basis, known.basis),
        ("payer", row.payer, known.payer),
        ("excludes", " ".join(row.excludes), " ".join(known.excludes)),
    ):
        if here != there:
            check.report(wrong.Contradiction, line, column, here, there)


def _value_added(check: RowChecker, row: Row) -> ValueAdded:
    code = check.shaped(row, "code", CODE, "advice")
    check.once(row, "service", key=(code, row.cells["service"]))
    basis = check.choice(row, "basis", BASES)
    if (code in BASES or basis != Basis.FLAT) and code != basis and basis in BASES:
        check.report(wrong.Contradiction, row.line, "basis", basis, code)
    amount, rate, least = _amounts(check, row, flat=basis == Basis.FLAT)
    return ValueAdded(
        id=rule_id(check, row),
        code=code,
        service=check.choice(row, "service", SERVICES),
        basis=basis,
        amount_vnd=amount,
        rate_bp=rate,
        min_vnd=least,
        excludes=check.words(row, "excludes"),
        payer=check.choice(row, "payer", PAYERS),
        label=check.text(row, "label"),
        min_label=row.cells["min_label"] if basis == Basis.FLAT else check.text(row, "min_label"),
    )


def _amounts(check: RowChecker, row: Row, *, flat: bool) -> tuple[int, int, int]:
    """Flat amount, rate and minimum; those without meaning in this row are 0."""
    if flat:
        check.empty(row, "rate_bp", "min_vnd", "min_label")
        return check.number(row, "amount_vnd"), 0, 0
    check.empty(row, "amount_vnd")
    rate = check.number(row, "rate_bp", least=1, most=_HIGHEST_BP)
    return 0, rate, check.number(row, "min_vnd")
