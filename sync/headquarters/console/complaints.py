"""The work on complaints of the whole country: what is due when, and one case with its time line.

Cases are worked on at the counters that hold them; here they are read, and every look is logged.
"""

from datetime import date
from typing import Any

from starlette.requests import Request

from app.clock import utc
from app.domain.calendar import local_day
from app.domain.complaints import UNANSWERED
from app.domain.phones import mask_phone
from app.messages import text
from app.queries.case_pages import told
from sync.headquarters.console.files import file_lines
from sync.headquarters.console.listing import Listing, column, moment
from sync.headquarters.console.models import Complaint
from sync.headquarters.office import Headquarters


class Complaints(Listing):
    key = "complaints"
    icon = "fa-solid fa-comment-dots"
    personal = "complaint_viewed"
    detail_template = "console_complaint.html"

    def __init__(self, headquarters: Headquarters) -> None:
        self.fields = [
            column("number"),
            column("item", lambda row: row.item or "–"),
            column("type_label"),
            column("received_ms", lambda row: moment(row.received_ms)),
            column("due_on", lambda row: f"{date.fromisoformat(row.due_on):%d/%m/%Y}"),
            column("days_left", lambda row: days_words(row, self._today())),
            column("state", lambda row: text(f"complaint.state.{row.state}")),
            column("owner", lambda row: row.owner_name or "–"),
            *(column(name, only_detail=True) for name in ("name", "facts", "remedy", "authority")),
            column(
                "phone", lambda row: mask_phone(row.phone) if row.phone else "", only_detail=True
            ),
        ]
        self.sortable_fields = ["number", "received_ms", "due_on", "state"]
        self.fields_default_sort = ["due_on"]
        super().__init__(Complaint, headquarters)

    def time_line(self, row: Any) -> list[dict[str, str]]:
        """For the page of one case, oldest first."""
        return [
            {
                "at": moment(each.at_ms),
                "title": text(f"complaint.event.{each.kind}"),
                "clerk": each.clerk_name,
                "words": " · ".join(
                    part
                    for part in (told(each.kind, each.detail, each.amount_vnd), each.words)
                    if part
                ),
            }
            for each in row.events
        ]

    def file_lines(self, request: Request, row: Any) -> list[dict[str, str]]:
        """For the page of one case, in the order in which they were added."""
        return file_lines(request, row)

    async def is_row_action_allowed(self, request: Request, name: str) -> bool:
        return False

    def _today(self) -> date:
        return local_day(utc(self.hq.clock.now_ms()))


def days_words(row: Any, today: date) -> str:
    """How long an unanswered case has still, or how late it is."""
    if row.state not in {state.value for state in UNANSWERED}:
        return text("console.due.answered")
    left = (date.fromisoformat(row.due_on) - today).days
    if left < 0:
        return text("console.due.over", count=-left)
    return text("console.due.left", count=left) if left else text("console.due.today")
