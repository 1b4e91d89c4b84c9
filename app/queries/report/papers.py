"""Marked copies: paper that was asked for again."""

from collections.abc import Iterator

from app.domain.daily_report import Section, Unit, words
from app.journal.kinds.documents import DocumentCopied
from app.queries.report.facts import Fact
from app.queries.report.grid import Grid


class Copies:
    """By kind of document."""

    def __init__(self) -> None:
        self.grid = Grid("copies", {"copies": Unit.COUNT})

    def take(self, fact: Fact) -> None:
        if isinstance(fact.body, DocumentCopied) and fact.body.copy_number:
            self.grid.put(fact.body.document, "copies", fact.place)

    def sections(self) -> Iterator[Section]:
        yield self.grid.section(lambda code: words(f"paper.kind.{code}"))
