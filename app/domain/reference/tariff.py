"""Main postage by service, zone and step of weight."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from app.domain.reference import problems as wrong
from app.domain.reference.files import ReferenceFile, Row
from app.domain.reference.rows import RowChecker, by_key, rule_id
from app.domain.reference.services import SERVICES
from app.domain.reference.zones import ZONES

COLUMNS = (
    "id", "service", "zone", "over_g", "to_g", "amount_vnd", "step_g", "step_vnd", "label",
)  # fmt: skip

_HEAVIEST_G = 10_000_000


@dataclass(frozen=True, slots=True)
class TariffRow:
    """The price of weights above ``over_g`` up to ``to_g`` (None: no end)."""

    id: str
    service: str
    zone: str
    over_g: int
    to_g: int | None
    amount_vnd: int
    step_g: int
    step_vnd: int
    label: str

    def postage_vnd(self, charged_g: int) -> int:
        """The row's amount and its steps above ``over_g``, a begun one counting whole."""
        steps = -(-(charged_g - self.over_g) // self.step_g) if self.step_g else 0
        return self.amount_vnd + steps * self.step_vnd


@dataclass(frozen=True, slots=True)
class Tariff:
    """One published tariff; ``rows`` by service and zone, lightest first."""

    version: str
    title: str
    rows: Mapping[tuple[str, str], tuple[TariffRow, ...]]

    @property
    def services(self) -> frozenset[str]:
        return frozenset(service for service, _ in self.rows)

    def row_for(self, service: str, zone: str, charged_g: int) -> TariffRow:
        """The one row for a weight above 0: the validator leaves none without."""
        return next(
            row
            for row in self.rows[service, zone]
            if row.over_g < charged_g and (row.to_g is None or charged_g <= row.to_g)
        )


@lru_cache(maxsize=8)
def parse_tariff(file: ReferenceFile) -> Tariff:
    """Raises ReferenceProblems, naming every gap and overlap between the steps of weight."""
    check = RowChecker(file, COLUMNS)
    rows = check.each(_tariff_row)
    steps: dict[tuple[str, str], tuple[TariffRow, ...]] = {}
    for group in by_key(rows, lambda row: (row.service, row.zone)):
        group.sort(key=lambda entry: entry[1].over_g)
        if check.sound([line for line, _ in group]):
            _check_steps(check, group)
        steps[group[0][1].service, group[0][1].zone] = tuple(row for _, row in group)
    _check_zones(check, frozenset(steps))
    check.close()
    return Tariff(file.version, file.title, steps)


def _tariff_row(check: RowChecker, row: Row) -> TariffRow:
    to_g = None
    over_g = check.number(row, "over_g", most=_HEAVIEST_G)
    if row.cells["to_g"]:
        to_g = check.number(row, "to_g", least=1, most=_HEAVIEST_G)
        if to_g <= over_g:
            check.report(wrong.NumberTooSmall, row.line, "to_g", str(to_g), str(over_g + 1))
    step_g = check.number(row, "step_g", most=_HEAVIEST_G)
    step_vnd = check.number(row, "step_vnd")
    if step_vnd and not step_g:
        check.report(wrong.NumberTooSmall, row.line, "step_g", "0", "1")
    return TariffRow(
        id=rule_id(check, row),
        service=check.choice(row, "service", SERVICES),
        zone=check.choice(row, "zone", ZONES),
        over_g=over_g,
        to_g=to_g,
        amount_vnd=check.number(row, "amount_vnd"),
        step_g=step_g,
        step_vnd=step_vnd,
        label=check.text(row, "label"),
    )


def _check_steps(check: RowChecker, group: list[tuple[int, TariffRow]]) -> None:
    first_line, first = group[0]
    if first.over_g:
        check.report(wrong.WeightGap, first_line, "over_g", str(first.over_g), "0")
    for (_, lighter), (line, heavier) in pairwise(group):
        if lighter.to_g is None or heavier.over_g < lighter.to_g:
            end = "∞" if lighter.to_g is None else str(lighter.to_g)
            check.report(wrong.WeightOverlap, line, "over_g", str(heavier.over_g), end)
        elif heavier.over_g > lighter.to_g:
            check.report(wrong.WeightGap, line, "over_g", str(heavier.over_g), str(lighter.to_g))
    last_line, last = group[-1]
    if last.to_g is not None:
        check.report(wrong.WeightsEnd, last_line, "to_g", str(last.to_g))


def _check_zones(check: RowChecker, found: frozenset[tuple[str, str]]) -> None:
    for service in sorted({service for service, _ in found} & set(SERVICES)):
        for zone in ZONES:
            if (service, zone) not in found:
                check.report(
                    wrong.Incomplete,
                    check.file.columns_line,
                    "zone",
                    expected=f"{service}, {zone}",
                )
