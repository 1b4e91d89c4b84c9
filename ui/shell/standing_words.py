"""How the books stand, in a few words. Qt-free."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from app.messages import text
from app.queries.standing import LeaseLevel, PrintedState, Standing
from ui.formats import ago, grouped
from ui.style.tokens import Tone

LATE: timedelta = timedelta(days=1)
"""Entries that wait longer colour the chip; until then nothing asks for attention."""

_STATES = {"online": "ui.sync.online", "branch": "ui.sync.branch", "alone": "ui.sync.alone"}


@dataclass(frozen=True, slots=True)
class Words:
    """``late`` when the oldest entry has waited too long; ``brief`` where there is little room."""

    text: str
    late: bool = False
    brief: str = ""


def chip_words(standing: Standing, now: datetime) -> Words:
    """The sync chip: state, recorded, waiting and since when, confirmed."""
    parts = [
        text(_STATES[standing.state]),
        text("ui.sync.recorded", count=grouped(standing.recorded)),
    ]
    late = False
    if standing.unsent and standing.oldest_unsent_at is not None:
        waited = ago(standing.oldest_unsent_at, now)
        parts.append(text("ui.sync.waiting", count=grouped(standing.unsent), age=waited))
        late = now - standing.oldest_unsent_at > LATE
    else:
        parts.append(text("ui.sync.nothing_waiting"))
    if standing.acked:
        parts.append(text("ui.sync.confirmed", upto=grouped(standing.acked)))
    waiting = grouped(standing.unsent) if standing.unsent else ""
    brief = " · ".join(part for part in (text(_STATES[standing.state]), waiting) if part)
    return Words(" · ".join(parts), late=late, brief=brief)


def lease_sentence(lease: LeaseLevel) -> str:
    """What a range of numbers that runs low says."""
    return text("ui.lease.low", label=lease.label, left=lease.left)


_DOCUMENT_STATES = {
    "waiting": ("ui.print.waiting", Tone.INFO, "…"),
    "printing": ("ui.print.printing", Tone.INFO, "…"),
    "printed": ("ui.print.printed", Tone.GOOD, "✓"),
    "failed": ("ui.print.failed", Tone.WARN, "!"),
    "doubtful": ("ui.print.doubtful", Tone.WARN, "?"),
}


def document_words(document: PrintedState) -> tuple[str, Tone, str]:
    """State in words, tone and sign of one document."""
    code, tone, sign = _DOCUMENT_STATES[document.state]
    return text(code), tone, sign


def document_title(document: PrintedState) -> str:
    """The title, with the copy's number when it is one."""
    if document.copy:
        return text("ui.print.copy", title=document.title, copy=document.copy)
    return document.title
