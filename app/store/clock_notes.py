"""The doubt about an entry's time, in words for screen and paper."""

from app.clock import Doubt
from app.journal.entry import CLOCK_BEHIND, CLOCK_FAR_OFF
from app.messages import text


def clock_note(*, behind: bool, far_off: bool) -> str:
    """ "" when nothing is doubtful."""
    notes = [text("clock.behind")] if behind else []
    if far_off:
        notes.append(text("clock.far_off"))
    return " ".join(notes)


def note_of_flags(flags: int) -> str:
    """The note of a recorded entry."""
    return clock_note(behind=bool(flags & CLOCK_BEHIND), far_off=bool(flags & CLOCK_FAR_OFF))


def note_of_doubt(found: Doubt) -> str:
    """The note of this moment."""
    return clock_note(behind=Doubt.BEHIND in found, far_off=Doubt.FAR_OFF in found)
