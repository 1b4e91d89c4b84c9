"""Held transactions, each with its reason in words; a person releases or waives."""

from typing import Any

from app.messages import catalogue, text
from sync.headquarters.console.deeds import deed
from sync.headquarters.console.listing import Listing, column, moment
from sync.headquarters.console.models import Held
from sync.headquarters.console.records import kind_words
from sync.headquarters.office import Headquarters
from sync.headquarters.revoking import release, waive

AFTER_REVOCATION = "after_revocation"


def _which(row: Any) -> str:
    return f"{row.terminal}/{row.epoch} · {row.seq} · {kind_words(int(row.detail))}"


class Quarantine(Listing):
    key = "quarantine"
    icon = "fa-solid fa-hourglass-half"
    row_actions = ("release", "waive")

    def __init__(self, headquarters: Headquarters) -> None:
        self.fields = [
            column("terminal", lambda row: f"{row.terminal}/{row.epoch}"),
            column("seq"),
            column("kind", lambda row: kind_words(int(row.detail))),
            column("status", lambda row: text(f"console.held.{row.status}")),
            column("why", lambda row: why(row.code)),
            column("since_ms", lambda row: moment(row.since_ms)),
        ]
        self.sortable_fields = ["since_ms", "seq"]
        self.fields_default_sort = ["since_ms"]
        super().__init__(Held, headquarters)

    def fits(self, name: str, row: Any) -> bool:
        return name == "waive" or row.code == AFTER_REVOCATION

    @deed("release", "check", before=_which)
    def release(self, row: Any, reason: str, who: str) -> None:
        release(self.hq.database, row.terminal, row.seq, reason, self.hq.clock.now_ms(), who)

    @deed("waive", "xmark", danger=True, before=_which)
    def waive(self, row: Any, reason: str, who: str) -> None:
        waive(self.hq.database, row.terminal, row.seq, reason, self.hq.clock.now_ms(), who)


def why(code: str) -> str:
    """The sentence that the counter reads too."""
    said = f"sync.held.{code}"
    return text(said if said in catalogue() else "sync.held.other")
