"""What all lists of the console have in common: they are read, and nothing is written by them."""

from collections.abc import Callable, Sequence
from html import escape
from typing import Any, ClassVar

import sqlalchemy as sa
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette_admin import StringField
from starlette_admin.contrib.sqla import ModelView
from starlette_admin.exceptions import ActionFailed
from starlette_admin.flash import flash
from starlette_admin.types import RequestAction, RowActionsDisplayType, RowActionsPosition

from app.clock import local, utc
from app.errors import TemError
from app.messages import text, text_for
from sync.headquarters.console.signing import may, staff_of
from sync.headquarters.office import Headquarters
from sync.headquarters.publishing import write_log
from sync.headquarters.staff import StaffRole

LINES = 50


def column(name: str, say: Callable[[Any], str] | None = None, *, only_detail: bool = False) -> Any:
    """A field in words; its label is ``console.column.<name>``."""

    def words(_request: Request, row: Any) -> str:
        return say(row) if say else str(getattr(row, name))

    return StringField(
        name,
        label=text(f"console.column.{name}"),
        getter=words,
        read_only=True,
        searchable=False,
        filters=[],
        exclude_from_list=only_detail,
    )


def moment(at_ms: int) -> str:
    """Local time; nothing for a time that never was."""
    return f"{local(utc(at_ms)):%d/%m/%Y %H:%M}" if at_ms else "–"


def reason_form(label: str, before: str = "") -> str:
    """The form of a decision: everyone has to be explained. ``before``: what it comes to."""
    told = f'<p class="fw-bold">{escape(before)}</p>' if before else ""
    return (
        f'<form class="mt-3">{told}<label class="form-label" for="reason">{escape(label)}</label>'
        '<textarea class="form-control" id="reason" name="reason" rows="3" maxlength="200"'
        " required></textarea></form>"
    )


class _OnlyRead:
    """Nothing of what the library offers to do with rows."""

    def can_create(self, request: Request) -> bool:
        return False

    def can_edit(self, request: Request) -> bool:
        return False

    def can_delete(self, request: Request) -> bool:
        return False

    def can_export(self, request: Request) -> bool:
        return False

    def can_import(self, request: Request) -> bool:
        return False


class Listing(_OnlyRead, ModelView):
    """A table that can be looked at; what may be done with a row is said by its row actions."""

    acts_from: ClassVar[StaffRole] = StaffRole.OPERATOR
    seen_from: ClassVar[StaffRole] = StaffRole.VIEWER
    personal: ClassVar[str] = (
        ""  # what the log calls a look at one row; "" for what is not personal
    )
    personal_list: ClassVar[bool] = False  # whether the list alone shows what is personal
    exporters = ()
    importers = ()
    actions = ()
    row_actions: Sequence[str] = ()
    searchable_fields = ()
    column_visibility = False
    search_highlight = False
    page_size = LINES
    page_size_options = (LINES, 200)
    list_template = "console_list.html"
    detail_template = "console_detail.html"
    row_actions_display_type = RowActionsDisplayType.INLINE_LINKS
    row_actions_position = RowActionsPosition.AFTER_COLUMNS

    def __init__(self, model: type[Any], headquarters: Headquarters) -> None:
        self.hq = headquarters
        name = text(f"console.page.{self.key}")
        super().__init__(model, display_name=name, menu_label=name)

    def is_accessible(self, request: Request) -> bool:
        return may(request, self.seen_from)

    async def is_action_allowed(self, request: Request, name: str) -> bool:
        return False

    async def is_row_action_allowed(self, request: Request, name: str) -> bool:
        return name in (self.row_actions or ()) and may(request, self.acts_from)

    async def is_row_action_allowed_for_obj(self, request: Request, name: str, obj: Any) -> bool:
        allowed = await self.is_row_action_allowed(request, name)
        return allowed and await run_in_threadpool(self.fits, name, obj)

    def called(self, row: Any, pk: Any) -> str:
        """What the log calls a row that somebody looked at."""
        return str(pk)

    def fits(self, name: str, row: Any) -> bool:
        """Whether an action makes sense for a row that stands like this."""
        return True

    async def find_all(self, request: Request, *given: Any, **named: Any) -> Sequence[Any]:
        if self.personal_list:
            await run_in_threadpool(self._log_look, request, self.display_name or "")
        try:
            return await super().find_all(request, *given, **named)
        except (ValueError, TypeError, OverflowError, sa.exc.StatementError) as error:
            raise HTTPException(404) from error  # an address typed by hand

    def get_search_query(self, request: Request, term: str) -> Any:
        return sa.true()

    async def find_by_pk(self, request: Request, pk: Any) -> Any:
        try:
            found = await super().find_by_pk(request, pk)
        except (ValueError, TypeError, OverflowError, sa.exc.StatementError):
            return None  # an address typed by hand names no row
        looking = getattr(request.state, "action", None) is RequestAction.DETAIL
        if found is not None and self.personal and looking:
            await run_in_threadpool(self._log_look, request, self.called(found, pk))
        return found

    def _log_look(self, request: Request, pk: str) -> None:
        staff = staff_of(request)
        with self.hq.database.writing() as connection:
            who = staff.signature if staff else ""
            write_log(connection, self.hq.clock.now_ms(), self.personal, pk, who)

    async def decide(
        self, request: Request, pk: Any, do: Callable[[Any, str, str], object], said: str
    ) -> None:
        """Let ``do(row, reason, who)`` happen; what it refuses is told in its sentence."""
        row, staff = await self.find_by_pk(request, pk), staff_of(request)
        if row is None or staff is None:
            raise ActionFailed(text("console.gone"))
        reason = str((await request.form()).get("reason") or "")
        try:
            await run_in_threadpool(do, row, reason, staff.signature)
        except TemError as refused:
            raise ActionFailed(text_for(refused)) from refused
        flash(request, said, "success")
