"""Files of a complaint, for who works on it: a list on the case's page, each to be saved."""

from typing import Any
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from app.messages import text
from sync.headquarters.console.listing import moment
from sync.headquarters.console.signing import may, staff_of
from sync.headquarters.evidence_kept import KeptFile, kept_file
from sync.headquarters.office import Headquarters
from sync.headquarters.publishing import write_log
from sync.headquarters.staff import StaffRole

SAVED_FROM = StaffRole.OPERATOR
_ENDINGS = {
    "image/jpeg": "jpg",
    "image/png": "png",
    "image/webp": "webp",
    "image/heic": "heic",
    "application/pdf": "pdf",
}


def file_lines(request: Request, row: Any) -> list[dict[str, str]]:
    """Of one case. ``href`` is "" for what has not come yet, or for who may not save it."""
    may_save = may(request, SAVED_FROM)
    return [
        {
            "name": each.name,
            "told": f"{size_words(each.size)} · {moment(each.at_ms)}",
            "href": f"../evidence/{each.complaint}/{each.evidence.hex()}"
            if each.whole and may_save
            else "",
            "state": "" if each.whole else _coming(each),
        }
        for each in row.files
    ]


def size_words(size: int) -> str:
    """As the people who wait for a file think of it."""
    if size < 1_000_000:
        return text("console.size.kb", count=max(1, round(size / 1000)))
    whole, tenth = divmod(round(size / 100_000), 10)
    return text("console.size.mb", whole=whole, tenth=tenth)


def saving(headquarters: Headquarters) -> Route:
    """The way to one file: as something to save, never to be shown; each time is in the log."""

    async def save(request: Request) -> Response:
        staff = staff_of(request)
        if staff is None or not may(request, SAVED_FROM):
            raise HTTPException(403)
        case = request.path_params["case"]
        named = request.path_params["evidence"]
        try:
            evidence = bytes.fromhex(named)
        except ValueError:
            raise HTTPException(404) from None
        found = await run_in_threadpool(_found, headquarters, (case, evidence), staff.signature)
        if found is None:
            raise HTTPException(404)
        return Response(found.content, media_type=found.media, headers=_to_save(named, found))

    return Route("/evidence/{case}/{evidence}", save, name="evidence")


def _found(headquarters: Headquarters, which: tuple[str, bytes], who: str) -> KeptFile | None:
    case, evidence = which
    with headquarters.database.writing() as connection:
        found = kept_file(connection, headquarters.keys, case, evidence)
        if found is not None:
            line = f"{case}: {evidence.hex()}"
            write_log(connection, headquarters.clock.now_ms(), "evidence_saved", line, who)
    return found


def _to_save(evidence: str, file: KeptFile) -> dict[str, str]:
    plain = f"{evidence}.{_ENDINGS.get(file.media, 'bin')}"
    said = f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(file.name, safe='')}"
    return {"Content-Disposition": said}


def _coming(each: Any) -> str:
    if not each.held:
        return text("console.file.not_here")
    return text("console.file.coming", percent=each.held * 100 // each.size)
