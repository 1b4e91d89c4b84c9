"""What a person says of customers that may be one: merged, parted, two."""

from collections.abc import Callable
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette_admin.actions import row_action

from app.domain.customer_number import grouped
from app.messages import text
from sync.headquarters.console.listing import reason_form
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


class Duplicates(Pairs):
    row_actions = ("keep_first", "keep_second", "apart", "undo")

    async def is_row_action_allowed_for_obj(self, request: Request, name: str, obj: Any) -> bool:
        if not await self.is_row_action_allowed(request, name):
            return False
        state = await run_in_threadpool(self.state_of, obj)
        return name in _MAY[state]

    @row_action(
        name="keep_first",
        text=text("console.keep_first"),
        header=text("console.keep_first"),
        confirmation=text("console.keep.ask"),
        submit_btn_text=text("console.merge"),
        icon_class="fa-solid fa-arrow-left",
        form=lambda _request, row: _merge_form(*both(row)),
        modal_size="md",
        exclude_from_list=True,
    )
    async def keep_first(self, request: Request, pk: Any) -> None:
        await self.decide(request, pk, self._merge_first, text("console.merged"))

    @row_action(
        name="keep_second",
        text=text("console.keep_second"),
        header=text("console.keep_second"),
        confirmation=text("console.keep.ask"),
        submit_btn_text=text("console.merge"),
        icon_class="fa-solid fa-arrow-right",
        form=lambda _request, row: _merge_form(*reversed(both(row))),
        modal_size="md",
        exclude_from_list=True,
    )
    async def keep_second(self, request: Request, pk: Any) -> None:
        await self.decide(request, pk, self._merge_second, text("console.merged"))

    @row_action(
        name="apart",
        text=text("console.apart"),
        header=text("console.apart"),
        confirmation=text("console.apart.ask"),
        submit_btn_text=text("console.apart"),
        icon_class="fa-solid fa-not-equal",
        form=lambda _request, _row: reason_form(text("console.reason")),
        modal_size="md",
    )
    async def apart(self, request: Request, pk: Any) -> None:
        await self.decide(request, pk, self._apart, text("console.kept_apart"))

    @row_action(
        name="undo",
        text=text("console.unmerge"),
        header=text("console.unmerge"),
        confirmation=text("console.unmerge.ask"),
        submit_btn_text=text("console.unmerge"),
        submit_btn_class="btn btn-danger",
        icon_class="fa-solid fa-rotate-left",
        form=lambda _request, _row: reason_form(text("console.reason")),
        modal_size="md",
    )
    async def undo(self, request: Request, pk: Any) -> None:
        await self.decide(request, pk, self._undo, text("console.unmerged"))

    def _merge_first(self, row: Any, reason: str, who: str) -> None:
        self._do(merge, both(row), (reason, who))

    def _merge_second(self, row: Any, reason: str, who: str) -> None:
        self._do(merge, both(row)[::-1], (reason, who))

    def _apart(self, row: Any, reason: str, who: str) -> None:
        self._do(keep_apart, both(row), (reason, who))

    def _undo(self, row: Any, reason: str, who: str) -> None:
        self._do(unmerge, both(row), (reason, who))

    def _do(self, deed: Deed, pair: tuple[Any, ...], said: tuple[str, str]) -> None:
        (keep, other), (reason, who) = pair, said
        made = Decision(keep.number, other.number, reason, who)
        deed(self.hq.database, made, self.hq.clock.now_ms())


def _merge_form(keep: Any, other: Any) -> str:
    words = text("console.keep.said", keep=_named(keep), other=_named(other))
    return reason_form(text("console.reason"), words)


def _named(record: Any) -> str:
    return f"{grouped(record.number)} {record.full_name}"
