"""What is only looked at: published files, the counters' journals, colleagues, the log."""

from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request

from app.journal.kinds import name_of
from app.messages import catalogue, text
from sync.headquarters.console.listing import Listing, column, moment
from sync.headquarters.console.models import Colleague, JournalEntry, LogLine, PublishedFile
from sync.headquarters.office import Headquarters
from sync.headquarters.staff import StaffRole
from sync.headquarters.staff_log import check_chain, who_and_what


class Files(Listing):
    key = "files"
    icon = "fa-solid fa-file-lines"

    def __init__(self, headquarters: Headquarters) -> None:
        self.fields = [
            column("name"),
            column("size", lambda row: f"{len(row.content.encode()):,}".replace(",", ".")),
            column("published_ms", lambda row: moment(row.published_ms)),
            column("content", only_detail=True),
        ]
        self.sortable_fields = ["name", "published_ms"]
        self.fields_default_sort = ["name"]
        super().__init__(PublishedFile, headquarters)


class Journal(Listing):
    """Every sealed entry without its body: nobody here can change one, or read what is personal."""

    key = "journal"
    icon = "fa-solid fa-book"

    def __init__(self, headquarters: Headquarters) -> None:
        self.fields = [
            column("terminal"),
            column("epoch"),
            column("seq"),
            column("kind", lambda row: kind_words(row.kind)),
            column("wall_ms", lambda row: moment(row.wall_ms)),
            column("received_ms", lambda row: moment(row.received_ms)),
            column("clerk"),
            column("hash", lambda row: row.hash.hex()[:16]),
        ]
        self.sortable_fields = ["seq", "received_ms", "wall_ms"]
        self.fields_default_sort = [("received_ms", True)]
        super().__init__(JournalEntry, headquarters)


class Colleagues(Listing):
    key = "colleagues"
    icon = "fa-solid fa-users"
    seen_from = StaffRole.ADMINISTRATOR

    def __init__(self, headquarters: Headquarters) -> None:
        self.fields = [
            column("code"),
            column("name"),
            column("role", lambda row: text(f"console.role.{row.role}")),
            column("locked_until_ms", lambda row: moment(row.locked_until_ms)),
            column("added_ms", lambda row: moment(row.added_ms)),
        ]
        self.sortable_fields = ["code"]
        self.fields_default_sort = ["code"]
        super().__init__(Colleague, headquarters)


class Log(Listing):
    key = "log"
    icon = "fa-solid fa-link"
    list_template = "console_log.html"

    def __init__(self, headquarters: Headquarters) -> None:
        self.fields = [
            column("number"),
            column("at_ms", lambda row: moment(row.at_ms)),
            column("who", lambda row: who_and_what(row.detail)[0] or text("console.log.service")),
            column("what", lambda row: deed_words(row.what)),
            column("detail", lambda row: who_and_what(row.detail)[1]),
        ]
        self.sortable_fields = ["number"]
        self.fields_default_sort = [("number", True)]
        super().__init__(LogLine, headquarters)

    async def find_all(self, request: Request, *given: Any, **named: Any) -> Any:
        request.state.chain = await run_in_threadpool(self._chain)
        return await super().find_all(request, *given, **named)

    def _chain(self) -> tuple[bool, str]:
        with self.hq.database.reading() as connection:
            found = check_chain(connection)
        if found.broken_at:
            return False, text("console.log.broken", number=found.broken_at)
        return True, text("console.log.whole", lines=found.lines)


def kind_words(kind: int) -> str:
    """As reports name it."""
    said = f"report.kind.{name_of(kind)}"
    return text(said) if said in catalogue() else name_of(kind)


def deed_words(what: str) -> str:
    """What a log line is about."""
    said = f"console.did.{what}"
    return text(said) if said in catalogue() else what
