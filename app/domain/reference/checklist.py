"""The acceptance checklist and the lists of goods to look for."""

from functools import lru_cache

from app.domain.reference import problems as wrong
from app.domain.reference.catalogue import Checklist, CheckPoint, Notice
from app.domain.reference.files import ReferenceFile, Row
from app.domain.reference.rows import CODE, RowChecker
from app.domain.reference.services import SERVICES

COLUMNS = ("id", "entry", "services", "label", "text")

_ENTRIES = ("point", "prohibited", "conditional")


@lru_cache(maxsize=8)
def parse_checklist(file: ReferenceFile) -> Checklist:
    """Raises ReferenceProblems."""
    check = RowChecker(file, COLUMNS)
    rows = check.each(_entry)
    check.close()
    return Checklist(
        version=file.version,
        points=tuple(each for _, (_, each) in rows if isinstance(each, CheckPoint)),
        prohibited=_notices(rows, "prohibited"),
        conditional=_notices(rows, "conditional"),
    )


def _notices(
    rows: list[tuple[int, tuple[str, CheckPoint | Notice]]], kind: str
) -> tuple[Notice, ...]:
    return tuple(each for _, (entry, each) in rows if entry == kind and isinstance(each, Notice))


def _entry(check: RowChecker, row: Row) -> tuple[str, CheckPoint | Notice]:
    check.once(row, "id")
    code = check.shaped(row, "id", CODE, "contents_seen")
    entry = check.choice(row, "entry", _ENTRIES)
    label, text = check.text(row, "label"), check.text(row, "text")
    if entry != "point":
        check.empty(row, "services")
        return entry, Notice(code, label, text)
    services = check.words(row, "services")
    for service in services:
        if service not in SERVICES:
            check.report(wrong.UnknownCode, row.line, "services", service, ", ".join(SERVICES))
    return entry, CheckPoint(code, label, text, services)
