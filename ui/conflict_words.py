"""Both values of a conflict in words, for every page that shows them; Qt-free."""

from app.messages import text
from app.queries.conflicts import By, ConflictLine, Side
from ui.formats import moment


def by_words(by: By) -> str:
    """``Trần Minh Châu · quầy 100950-2 · 21/11/2026 08:12``, as far as known."""
    where = text("ui.conflicts.counter", counter=f"{by.office}-{by.counter}") if by.office else ""
    parts = (by.name, where, moment(by.at) if by.at is not None else "")
    return " · ".join(part for part in parts if part) or text("ui.conflicts.unknown")


def side_words(side: Side) -> str:
    """The value, and in brackets whose it is."""
    return text("ui.conflicts.side", value=side.value, by=by_words(side.by))


def settled_words(line: ConflictLine) -> str:
    """Who settled it and why; "" while nobody has."""
    done = line.settled
    if done is None:
        return ""
    code = "ui.conflicts.too_late" if done.too_late else "ui.conflicts.settled_by"
    return text(code, by=by_words(done.by), reason=done.reason)
