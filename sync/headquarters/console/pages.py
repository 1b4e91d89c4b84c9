"""The first page, and the form by which files are published: all of them or none."""

from typing import Any

import sqlalchemy as sa
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import Response
from starlette_admin.routing import route
from starlette_admin.views import CustomView

from app.clock import utc
from app.domain.calendar import local_day
from app.domain.complaints import UNANSWERED
from app.errors import TemError
from app.messages import text, text_for
from sync.headquarters.console.signing import may, staff_of
from sync.headquarters.matching import propose_new
from sync.headquarters.office import Headquarters
from sync.headquarters.publishing import publish
from sync.headquarters.staff import StaffRole
from sync.headquarters.staff_tables import conflict_decision, duplicate
from sync.headquarters.tables import conflict, entry, metadata, quarantine, writer

_complaint = metadata.tables["complaint"]


class Overview(CustomView):
    """How many of everything that a person should look at; each leads to its list."""

    icon = "fa-solid fa-gauge"
    route_name = "index"

    def __init__(self, headquarters: Headquarters) -> None:
        self.hq = headquarters
        super().__init__(menu_label=text("console.page.overview"))

    def is_accessible(self, request: Request) -> bool:
        return may(request, StaffRole.VIEWER)

    @route("")
    async def index(self, request: Request) -> Response:
        assert self.templates is not None
        found = await run_in_threadpool(self._count)
        cards = [
            {"key": key, "count": f"{count:,}".replace(",", "."), "calls": calls and count > 0,
             "label": text(f"console.card.{key}")}
            for key, count, calls in found
        ]  # fmt: skip
        context = {"cards": cards, "title": text("console.page.overview")}
        return self.templates.TemplateResponse(request, "console_overview.html", context)

    def _count(self) -> list[tuple[str, int, bool]]:
        propose_new(self.hq.database, self.hq.clock.now_ms())
        today = local_day(utc(self.hq.clock.now_ms())).isoformat()
        late = _complaint.c.state.in_([state.value for state in UNANSWERED])
        with self.hq.database.reading() as connection:

            def rows(table: sa.Table, *where: sa.ColumnElement[bool]) -> int:
                query = sa.select(sa.func.count()).select_from(table).where(*where)
                return connection.scalar(query) or 0

            contended = rows(conflict) - rows(conflict_decision)
            return [
                ("terminals", rows(writer), False),
                ("quarantine", rows(quarantine), True),
                ("conflicts", contended, True),
                ("duplicates", rows(duplicate, duplicate.c.state == "proposed"), True),
                ("complaints", rows(_complaint, late, _complaint.c.due_on < today), True),
                ("journal", rows(entry), False),
            ]


class Publishing(CustomView):
    """Reference files and people, as ``tem hq publish`` takes them."""

    icon = "fa-solid fa-upload"
    path = "/publish"

    def __init__(self, headquarters: Headquarters) -> None:
        self.hq = headquarters
        super().__init__(menu_label=text("console.page.publish"), route_name="publish")

    def is_accessible(self, request: Request) -> bool:
        return may(request, StaffRole.ADMINISTRATOR)

    @route("", methods=["GET", "POST"])
    async def index(self, request: Request) -> Response:
        said: dict[str, Any] = {"title": text("console.page.publish")}
        if request.method == "POST":
            said |= await self._take(request)
        assert self.templates is not None
        return self.templates.TemplateResponse(
            request, "console_publish.html", said, status_code=422 if "refused" in said else 200
        )

    async def _take(self, request: Request) -> dict[str, str]:
        form = await request.form()
        given = [each for each in form.getlist("files") if isinstance(each, UploadFile)]
        files = [(each.filename or "", await each.read()) for each in given if each.filename]
        if not files:
            return {"refused": text("console.publish.nothing")}
        staff = staff_of(request)
        assert staff is not None
        try:
            done = await run_in_threadpool(self._publish, files, staff.signature)
        except TemError as refused:
            return {"refused": text_for(refused)}
        return {"done": text("console.publish.done", files=done[0], people=done[1])}

    def _publish(self, files: list[tuple[str, bytes]], who: str) -> tuple[int, int]:
        with self.hq.database.writing() as connection:
            done = publish(connection, files, self.hq.clock.now_ms(), who)
        return done.files, done.people
