"""Which zone lies between two provinces."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import combinations_with_replacement
from typing import ClassVar

from app.domain.reference import problems as wrong
from app.domain.reference.files import ReferenceFile, Row, shown
from app.domain.reference.rows import CODE, RowChecker, rule_id
from app.errors import UserError

COLUMNS = ("id", "entry", "from", "to", "zone")

_PROVINCE = re.compile(r"[0-9]{2}")


class Zone(StrEnum):
    """Nội tỉnh (vùng 1), nội vùng (2), cận vùng (3), cách vùng (4)."""

    LOCAL = "local"
    REGIONAL = "regional"
    NEAR = "near"
    FAR = "far"


ZONES = tuple(zone.value for zone in Zone)


@dataclass(eq=False)
class UnknownProvince(UserError):
    """The zone table in force does not know the province."""

    code: ClassVar[str] = "pricing.unknown_province"
    field: ClassVar[str] = "commune"
    province: str


@dataclass(frozen=True, slots=True)
class ZoneRow:
    """``entry`` province: ``start`` lies in region ``end``; pair: ``zone`` between two regions."""

    id: str
    entry: str
    start: str
    end: str
    zone: str


@dataclass(frozen=True, slots=True)
class ZoneTable:
    """``pairs`` holds both directions. ``scheme``: the list that province codes belong to."""

    version: str
    scheme: str
    regions: Mapping[str, str]
    pairs: Mapping[tuple[str, str], str]

    def between(self, origin: str, destination: str) -> str:
        """The zone's code; raises UnknownProvince."""
        for province in (origin, destination):
            if province not in self.regions:
                raise UnknownProvince(province=shown(province))
        if origin == destination:
            return Zone.LOCAL.value
        return self.pairs[self.regions[origin], self.regions[destination]]


@lru_cache(maxsize=8)
def parse_zones(file: ReferenceFile) -> ZoneTable:
    """Raises ReferenceProblems."""
    check = RowChecker(file, COLUMNS)
    rows = check.each(_zone_row)
    regions = {row.start: row.end for _, row in rows if row.entry == "province"}
    pairs: dict[tuple[str, str], str] = {}
    lines: dict[tuple[str, str], int] = {}
    for line, row in rows:
        if row.entry != "pair":
            continue
        pair = (min(row.start, row.end), max(row.start, row.end))
        if pair in lines:
            check.report(wrong.Duplicate, line, "from", ", ".join(pair), str(lines[pair]))
        lines.setdefault(pair, line)
        pairs[row.start, row.end] = pairs[row.end, row.start] = row.zone
    _check_complete(check, set(regions.values()), pairs)
    check.close()
    return ZoneTable(file.version, file.scheme, regions, pairs)


def _zone_row(check: RowChecker, row: Row) -> ZoneRow:
    entry = check.choice(row, "entry", ("province", "pair"))
    if entry == "province":
        check.once(row, "from")
        check.empty(row, "zone")
        start = check.shaped(row, "from", _PROVINCE, "01")
        zone = ""
    else:
        start = check.shaped(row, "from", CODE, "north")
        zone = check.choice(row, "zone", ZONES)
    return ZoneRow(
        id=rule_id(check, row),
        entry=entry,
        start=start,
        end=check.shaped(row, "to", CODE, "north"),
        zone=zone,
    )


def _check_complete(
    check: RowChecker, regions: set[str], pairs: Mapping[tuple[str, str], str]
) -> None:
    for pair in combinations_with_replacement(sorted(regions), 2):
        if pair not in pairs:
            missing = f"pair {pair[0]}, {pair[1]}"
            check.report(wrong.Incomplete, check.file.columns_line, "zone", expected=missing)
