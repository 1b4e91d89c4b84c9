"""What a person says of customers that may be one: merged, parted, two."""

from collections.abc import Callable
from typing import Any

from app.domain.customer_number import grouped
from app.messages import text
from sync.headquarters.console.deeds import deed
from sync.headquarters.console.pairs import Pairs, both
from sync.headquarters.database import Database
from sync.headquarters.uniting import Decision, keep_apart, merge, unmerge

Deed = Callable[[Database, Decision, int], None]

_MAY = {
    "proposed": ("keep_first", "keep_second", "apart"),
    "apart": ("keep_first", "keep_second"),
    "merged": ("undo",),
}
"""What may be said of a pair, by how it stands."""


def _kept(keep: Any, other: Any) -> str:
    return text("console.keep.said", keep=_named(keep), other=_named(other))


def _both(row: Any) -> str:
    return " · ".join(_named(each) for each in both(row))


def _named(record: Any) -> str:
    return f"{grouped(record.number)} {record.full_name}"


class Duplicates(Pairs):
    row_actions = ("keep_first", "keep_second", "apart", "undo")

    def fits(self, name: str, row: Any) -> bool:
        return name in _MAY[self.state_of(row)]

    @deed(
        "keep_first", "arrow-left", listed=False, like="keep", before=lambda row: _kept(*both(row))
    )
    def keep_first(self, row: Any, reason: str, who: str) -> None:
        self._do(merge, both(row), (reason, who))

    @deed(
        "keep_second",
        "arrow-right",
        listed=False,
        like="keep",
        before=lambda row: _kept(*both(row)[::-1]),
    )
    def keep_second(self, row: Any, reason: str, who: str) -> None:
        self._do(merge, both(row)[::-1], (reason, who))

    @deed("apart", "not-equal", before=_both)
    def apart(self, row: Any, reason: str, who: str) -> None:
        self._do(keep_apart, both(row), (reason, who))

    @deed("undo", "rotate-left", danger=True, before=_both)
    def undo(self, row: Any, reason: str, who: str) -> None:
        self._do(unmerge, both(row), (reason, who))

    def _do(self, deed: Deed, pair: tuple[Any, ...], said: tuple[str, str]) -> None:
        (keep, other), (reason, who) = pair, said
        made = Decision(keep.number, other.number, reason, who)
        deed(self.hq.database, made, self.hq.clock.now_ms())
