"""How much cash a counter may keep before it goes to the treasury."""

from dataclasses import dataclass
from functools import lru_cache

from app.domain.reference.files import ReferenceFile, Row
from app.domain.reference.rows import RowChecker, rule_id

COLUMNS = ("id", "ceiling_vnd", "label")


@dataclass(frozen=True, slots=True)
class DrawerRule:
    """Above ``ceiling_vnd`` the clerk is asked to pay cash in to the treasury."""

    id: str
    ceiling_vnd: int
    label: str


@lru_cache(maxsize=8)
def parse_drawer(file: ReferenceFile) -> DrawerRule:
    """The first row; raises ReferenceProblems."""
    check = RowChecker(file, COLUMNS)
    rows = check.each(_rule)
    check.close()
    return rows[0][1]


def _rule(check: RowChecker, row: Row) -> DrawerRule:
    return DrawerRule(
        id=rule_id(check, row),
        ceiling_vnd=check.number(row, "ceiling_vnd", least=1),
        label=check.text(row, "label"),
    )
