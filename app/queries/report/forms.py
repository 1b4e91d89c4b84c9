"""Sheets of paper that nobody filled in."""

from collections.abc import Iterator

from app.domain.daily_report import Section, Unit, named, words
from app.domain.reference.forms import NO_FORMS, FormsTable
from app.queries.forms_saved import uses_of
from app.queries.report.facts import Fact
from app.queries.report.grid import Grid


class Forms:
    """By form, against what one use of it cost before; ``table`` is that of the day."""

    def __init__(self, table: FormsTable = NO_FORMS) -> None:
        self.grid = Grid("forms", {"times": Unit.COUNT, "sheets": Unit.COUNT})
        self._table = table
        self._forms = {each.use: each for each in table.forms}

    def take(self, fact: Fact) -> None:
        for use in uses_of(fact.body) if fact.body is not None else ():
            form = self._forms.get(use)
            if form is not None:
                sums = {"times": 1, "sheets": form.before - form.now}
                self.grid.put_all(use, fact.place, sums)

    def sections(self) -> Iterator[Section]:
        found = self.grid.section(lambda use: named(self._forms[use].form))
        kinds = words(
            "report.forms.kinds", before=self._table.kinds_before, now=self._table.kinds_now
        )
        yield Section(found.code, found.columns, found.rows, found.total, found.note or kinds)
