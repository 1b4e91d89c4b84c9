"""Held transactions, each with its reason in words; a person releases or waives."""

from typing import Any

from starlette.requests import Request
from starlette_admin.actions import row_action

from app.messages import catalogue, text
from sync.headquarters.console.listing import Listing, column, moment, reason_form
from sync.headquarters.console.models import Held
from sync.headquarters.console.records import kind_words
from sync.headquarters.office import Headquarters
from sync.headquarters.revoking import release, waive

AFTER_REVOCATION = "after_revocation"


class Quarantine(Listing):
    key = "quarantine"
    icon = "fa-solid fa-hourglass-half"
    row_actions = ("release", "waive")

    def __init__(self, headquarters: Headquarters) -> None:
        self.fields = [
            column("place"),
            column("terminal", lambda row: f"{row.terminal}/{row.epoch}"),
            column("seq"),
            column("kind", lambda row: kind_words(int(row.detail))),
            column("status", lambda row: text(f"console.held.{row.status}")),
            column("why", lambda row: why(row.code)),
            column("since_ms", lambda row: moment(row.since_ms)),
        ]
        self.exclude_fields_from_list = ["place"]
        self.sortable_fields = ["since_ms", "seq"]
        self.fields_default_sort = ["since_ms"]
        super().__init__(Held, headquarters)

    async def is_row_action_allowed_for_obj(
        self,
        request: Request,
        name: str,
        obj: Any,
    ) -> bool:
        allowed = await self.is_row_action_allowed(request, name)
        return allowed and (name == "waive" or obj.code == AFTER_REVOCATION)

    @row_action(
        name="release",
        text=text("console.release"),
        header=text("console.release"),
        confirmation=text("console.release.ask"),
        submit_btn_text=text("console.release"),
        icon_class="fa-solid fa-check",
        form=lambda _request, _row: reason_form(text("console.reason")),
        modal_size="md",
    )
    async def release(self, request: Request, pk: Any) -> None:
        await self.decide(request, pk, self._release, text("console.released"))

    @row_action(
        name="waive",
        text=text("console.waive"),
        header=text("console.waive"),
        confirmation=text("console.waive.ask"),
        submit_btn_text=text("console.waive"),
        submit_btn_class="btn btn-danger",
        icon_class="fa-solid fa-xmark",
        form=lambda _request, _row: reason_form(text("console.reason")),
        modal_size="md",
    )
    async def waive(self, request: Request, pk: Any) -> None:
        await self.decide(request, pk, self._waive, text("console.waived"))

    def _release(self, row: Any, reason: str, who: str) -> None:
        release(self.hq.database, row.terminal, row.seq, reason, self.hq.clock.now_ms(), who)

    def _waive(self, row: Any, reason: str, who: str) -> None:
        waive(self.hq.database, row.terminal, row.seq, reason, self.hq.clock.now_ms(), who)


def why(code: str) -> str:
    """The sentence that the counter reads too."""
    said = f"sync.held.{code}"
    return text(said if said in catalogue() else "sync.held.other")
