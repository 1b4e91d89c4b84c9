"""Terminals: how each stands, and shutting one out."""

from typing import Any

from app.messages import text
from sync.headquarters.console.deeds import deed
from sync.headquarters.console.listing import Listing, column, moment
from sync.headquarters.console.models import Terminal
from sync.headquarters.office import Headquarters
from sync.headquarters.revoking import revoke
from sync.headquarters.staff import StaffRole

_CLOCK_WORTH_TELLING_MS = 5_000


def _which(row: Any) -> str:
    return f"{row.terminal} · {row.office}-{row.counter}"


class Terminals(Listing):
    key = "terminals"
    icon = "fa-solid fa-desktop"
    acts_from = StaffRole.ADMINISTRATOR
    row_actions = ("revoke",)

    def __init__(self, headquarters: Headquarters) -> None:
        self.fields = [
            column("terminal"),
            column("epoch"),
            column("place", lambda row: f"{row.office}-{row.counter}"),
            column("last_seen_ms", lambda row: moment(row.last_seen_ms)),
            column("head_seq"),
            column("pending"),
            column("oldest_ms", lambda row: moment(row.oldest_ms)),
            column("held"),
            column("clock_off_ms", lambda row: clock_words(row.clock_off_ms)),
            column("app_version", lambda row: row.app_version or "–"),
            column("state", _state),
        ]
        self.sortable_fields = ["terminal", "last_seen_ms", "pending", "oldest_ms"]
        self.fields_default_sort = ["terminal"]
        super().__init__(Terminal, headquarters)

    def fits(self, name: str, row: Any) -> bool:
        return row.revoked_after is None

    @deed("revoke", "ban", danger=True, before=_which)
    def revoke(self, row: Any, reason: str, who: str) -> None:
        revoke(self.hq.database, row.terminal, reason, self.hq.clock.now_ms(), who=who)


def clock_words(off_ms: int) -> str:
    """How far a terminal's clock is from ours."""
    if abs(off_ms) < _CLOCK_WORTH_TELLING_MS:
        return text("console.clock.right")
    way = "console.clock.ahead" if off_ms > 0 else "console.clock.behind"
    return text(way, seconds=abs(off_ms) // 1000)


def _state(row: Any) -> str:
    if row.revoked_after is not None:
        return text("console.state.revoked", reason=row.revoked_reason or "")
    return text("console.state.frozen" if row.frozen else "console.state.well")
