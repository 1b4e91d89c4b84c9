"""Printed forms and ledgers that shared data has replaced: how many sheets one use saves."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from app.domain.reference import problems as wrong
from app.domain.reference.files import ReferenceFile, Row
from app.domain.reference.rows import RowChecker, rule_id

COLUMNS = ("id", "entry", "use", "form", "ledger", "before", "now", "basis")
USES = (
    "registered", "parcel", "consigned", "ems", "cod", "advice", "receipt", "finance", "press",
    "complaint", "shift",
)  # fmt: skip
"""What a form is filled for: an item of a service, its extras, a basket, a case, a shift."""

_ENTRIES = ("baseline", "form")
_BASES = ("article", "inferred")
_MOST = 100


@dataclass(frozen=True, slots=True)
class Form:
    """``before`` and ``now`` are sheets for one ``use``; ``ledger`` is the book it was copied to.

    ``inferred``: the figure stands in no source that was seen ("suy luận").
    """

    id: str
    use: str
    form: str
    ledger: str
    before: int
    now: int
    inferred: bool


@dataclass(frozen=True, slots=True)
class FormsTable:
    """The comparison valid on one day. ``kinds_before`` and ``kinds_now`` count kinds of forms."""

    kinds_before: int
    kinds_now: int
    forms: tuple[Form, ...]

    def sheets_saved(self, uses: Mapping[str, int]) -> int:
        """How many more sheets ``uses`` (how often each occurred) would have cost before."""
        return sum((each.before - each.now) * uses.get(each.use, 0) for each in self.forms)


NO_FORMS = FormsTable(0, 0, ())
"""Where no version is valid nothing is claimed to be saved."""


@lru_cache(maxsize=8)
def parse_forms(file: ReferenceFile) -> FormsTable:
    """Raises ReferenceProblems; exactly one row is the baseline."""
    check = RowChecker(file, COLUMNS)
    rows = check.each(_form)
    totals = [(line, each) for line, (entry, each) in rows if entry == "baseline"]
    if not totals:
        check.report(wrong.Incomplete, file.columns_line, "entry", "baseline", "")
    for line, _ in totals[1:]:
        check.report(wrong.Duplicate, line, "entry", "baseline", str(totals[0][0]))
    check.close()
    total = totals[0][1]
    forms = tuple(each for _, (entry, each) in rows if entry == "form")
    return FormsTable(total.before, total.now, forms)


def _form(check: RowChecker, row: Row) -> tuple[str, Form]:
    entry = check.choice(row, "entry", _ENTRIES)
    if entry == "baseline":
        check.empty(row, "use", "ledger")
    elif check.choice(row, "use", USES):
        check.once(row, "use")
    form = Form(
        id=rule_id(check, row),
        use=row.cells["use"],
        form=check.text(row, "form"),
        ledger=row.cells["ledger"],
        before=check.number(row, "before", most=_MOST),
        now=check.number(row, "now", most=_MOST),
        inferred=check.choice(row, "basis", _BASES) == "inferred",
    )
    if form.now > form.before:
        check.report(wrong.NumberTooLarge, row.line, "now", str(form.now), str(form.before))
    return entry, form


def forms_in_force(files: Iterable[ReferenceFile]) -> FormsTable:
    """Nothing is claimed to be saved when no version is valid."""
    return next(map(parse_forms, files), NO_FORMS)
