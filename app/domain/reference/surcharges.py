"""Surcharges on the main postage, and the communes that count as remote."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from app.domain.reference import problems as wrong
from app.domain.reference.files import ReferenceFile, Row
from app.domain.reference.rows import RowChecker, rule_id
from app.domain.reference.services import SERVICES

COLUMNS = ("id", "service", "applies", "rate_bp", "over_side_cm", "over_sum_cm", "label")
REMOTE_COLUMNS = ("id", "commune", "note")

_HIGHEST_BP = 100_000
_COMMUNE = re.compile(r"[0-9]{5}")


class Applies(StrEnum):
    """When a surcharge is charged."""

    BULKY = "bulky"
    REMOTE = "remote"
    ALWAYS = "always"


APPLIES = tuple(each.value for each in Applies)


@dataclass(frozen=True, slots=True)
class Surcharge:
    """``over_side_cm`` and ``over_sum_cm`` say what is bulky; 0 is not looked at."""

    id: str
    service: str
    applies: str
    rate_bp: int
    over_side_cm: int
    over_sum_cm: int
    label: str

    def bulky(self, size_cm: tuple[int, int, int]) -> bool:
        too_long = 0 < self.over_side_cm < max(size_cm)
        return too_long or 0 < self.over_sum_cm < sum(size_cm)


@lru_cache(maxsize=8)
def parse_surcharges(file: ReferenceFile) -> tuple[Surcharge, ...]:
    """Raises ReferenceProblems."""
    check = RowChecker(file, COLUMNS)
    surcharges = tuple(surcharge for _, surcharge in check.each(_surcharge))
    check.close()
    return surcharges


@lru_cache(maxsize=8)
def parse_remote(file: ReferenceFile) -> frozenset[str]:
    """Codes of the remote communes, in the file's scheme; raises ReferenceProblems."""
    check = RowChecker(file, REMOTE_COLUMNS)
    communes = frozenset(commune for _, commune in check.each(_remote))
    check.close()
    return communes


def is_remote(files: Iterable[ReferenceFile], commune: str) -> bool:
    """Whether one of the lists in force names the commune."""
    return any(commune in parse_remote(file) for file in files)


def _surcharge(check: RowChecker, row: Row) -> Surcharge:
    applies = check.choice(row, "applies", APPLIES)
    side = check.number(row, "over_side_cm")
    total = check.number(row, "over_sum_cm")
    if applies != Applies.BULKY:
        check.empty(row, "over_side_cm", "over_sum_cm")
    elif not side and not total:
        check.report(wrong.NumberTooSmall, row.line, "over_side_cm", "0", "1")
    return Surcharge(
        id=rule_id(check, row),
        service=check.choice(row, "service", SERVICES),
        applies=applies,
        rate_bp=check.number(row, "rate_bp", least=1, most=_HIGHEST_BP),
        over_side_cm=side,
        over_sum_cm=total,
        label=check.text(row, "label"),
    )


def _remote(check: RowChecker, row: Row) -> str:
    rule_id(check, row)
    check.once(row, "commune")
    return check.shaped(row, "commune", _COMMUNE, "00070")
