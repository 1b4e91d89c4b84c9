"""Where two counters changed one field: both values, which is in force, and who let it stand."""

import json
from typing import Any

from app.domain.customer_number import grouped
from app.messages import catalogue, text
from sync.headquarters.console.deeds import deed
from sync.headquarters.console.listing import Listing, column, moment
from sync.headquarters.console.models import Contended
from sync.headquarters.office import Headquarters
from sync.headquarters.settling import Contention, settle_conflict, take_other_value


def _exchanged(row: Any) -> str:
    now, then = (value_words(_of(row, whose)) for whose in (row.winner, _other(row.winner)))
    return f"{field_words(row.field)}: {now} → {then}"


def _kept(row: Any) -> str:
    return f"{field_words(row.field)}: {value_words(_of(row, row.winner))}"


class Conflicts(Listing):
    key = "conflicts"
    icon = "fa-solid fa-code-compare"
    row_actions = ("settle", "take_other")
    personal = "conflict_viewed"
    personal_list = True

    def __init__(self, headquarters: Headquarters) -> None:
        self.fields = [
            column("customer", lambda row: grouped(row.customer) if row.customer else "–"),
            column("field", lambda row: field_words(row.field)),
            column("base", lambda row: value_words(row.base)),
            column("in_force", lambda row: value_words(_of(row, row.winner))),
            column("set_aside", lambda row: value_words(_of(row, _other(row.winner)))),
            column("settled", _settled),
        ]
        self.sortable_fields = ["field"]
        super().__init__(Contended, headquarters)

    def fits(self, name: str, row: Any) -> bool:
        return row.decision is None

    @deed("settle", "check", before=_kept)
    def settle(self, row: Any, reason: str, who: str) -> None:
        which = Contention(row.place, row.field)
        settle_conflict(self.hq.database, which, reason, self.hq.clock.now_ms(), who)

    @deed("take_other", "right-left", before=_exchanged)
    def take_other(self, row: Any, reason: str, who: str) -> None:
        which = Contention(row.place, row.field)
        take_other_value(self.hq.database, which, reason, self.hq.clock.now_ms(), who)


def field_words(field: str) -> str:
    """As forms call it; its own name for one that no form shows."""
    said = f"console.field.{field}"
    return text(said) if said in catalogue() else field


def value_words(written: str) -> str:
    """A JSON value as a person reads it."""
    value = json.loads(written)
    if value is None or value == "":
        return "–"
    if isinstance(value, list):
        return ", ".join(str(each) for each in value if each) or "–"
    return str(value)


def _of(row: Any, whose: str) -> str:
    return str(row.mine if whose == "mine" else row.theirs)


def _other(winner: str) -> str:
    return "theirs" if winner == "mine" else "mine"


def _settled(row: Any) -> str:
    made = row.decision
    if made is None:
        return text("console.unsettled")
    return text("console.settled.by", who=made.who, at=moment(made.at_ms), reason=made.reason)
