"""What the count page says beside the figures; Qt-free."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain import item_code
from app.domain.shift_summary import ClosingNotes, ShiftSummary
from app.messages import text
from ui.formats import clock_time, grouped
from ui.style.tokens import Tone
from ui.widgets.figures import ChartBar

_SHOWN_VOIDS = 3
_CODE_LETTERS = 13
_MINUTE = 60


@dataclass(frozen=True, slots=True)
class Note:
    """Something to look at: a few words in bold, the rest in plain."""

    title: str
    words: str
    tone: Tone


def notes_before_closing(summary: ShiftSummary, notes: ClosingNotes) -> tuple[Note, ...]:
    """What to look at first; nothing of it keeps the shift open."""
    found: list[Note] = []
    if notes.awaited:
        found.append(_counted("awaited", notes.awaited, Tone.WARN))
    found += _voided(summary)
    if summary.clock_note:
        found.append(Note(text("ui.count.clock"), summary.clock_note, Tone.WARN))
    if notes.papers:
        found.append(_counted("papers", notes.papers, Tone.WARN))
    if notes.unsent:
        found.append(_counted("unsent", notes.unsent, Tone.INFO))
    return tuple(found)


def _counted(name: str, count: int, tone: Tone) -> Note:
    return Note(text(f"ui.count.{name}", count=count), text(f"ui.count.{name}_how"), tone)


def _voided(summary: ShiftSummary) -> list[Note]:
    """Each with its reason and who approved; many are told by their number."""
    found = [
        Note(
            text("ui.count.voided"),
            text(
                "ui.count.voided_how",
                code=_item(void.code),
                reason=void.reason,
                approver=void.approver_name,
            ),
            Tone.WARN,
        )
        for void in summary.voids[:_SHOWN_VOIDS]
    ]
    if len(summary.voids) > _SHOWN_VOIDS:
        rest = len(summary.voids) - _SHOWN_VOIDS
        found.append(Note(text("ui.count.more_voided", count=rest), "", Tone.WARN))
    return found


def heading(summary: ShiftSummary) -> str:
    """Whose shift it is, since when, and that money comes later."""
    code = "ui.count.heading" if summary.money_shown else "ui.count.heading_blind"
    return text(
        code,
        serial=summary.serial,
        counter=summary.counter,
        clerk=summary.clerk_name,
        since=clock_time(summary.opened_at),
    )


def facts(summary: ShiftSummary, notes: ClosingNotes) -> tuple[tuple[str, str], ...]:
    """Label and value, below the hours."""
    work = summary.work
    took = text("ui.count.no_time") if work.median_s is None else duration(work.median_s)
    return (
        (text("ui.count.customers"), grouped(work.customers)),
        (text("ui.count.time"), took),
        (text("ui.count.forms_saved"), grouped(work.forms_saved)),
        (text("ui.count.reprints"), grouped(work.reprints)),
        (text("ui.count.complaints"), f"{work.complaints} / {notes.due}"),
    )


def hour_bars(hours: Sequence[tuple[int, int]]) -> tuple[ChartBar, ...]:
    """A bar for each hour from the first to the last; those without items are empty."""
    found = dict(hours)
    span = range(min(found), max(found) + 1) if found else range(0)
    return tuple(ChartBar(str(hour), found.get(hour, 0)) for hour in span)


def duration(seconds: int) -> str:
    """``1:52 phút``."""
    minutes, rest = divmod(seconds, _MINUTE)
    return text("ui.count.minutes", time=f"{minutes}:{rest:02d}")


def _item(code: str) -> str:
    return item_code.grouped(code) if len(code) == _CODE_LETTERS else code
