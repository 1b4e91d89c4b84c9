"""The doubt about an entry's time, in words for screen and paper."""

from collections.abc import Callable

from app.clock import Doubt
from app.journal.entry import CLOCK_BEHIND, CLOCK_FAR_OFF
from app.messages import paper_text, text


def note_of_flags(flags: int) -> str:
    """The note of a recorded entry, as its receipt has it; "" when nothing is doubtful."""
    return _note(paper_text, behind=bool(flags & CLOCK_BEHIND), far_off=bool(flags & CLOCK_FAR_OFF))


def note_of_doubt(found: Doubt) -> str:
    """The note of this moment; "" when nothing is doubtful."""
    return _note(text, behind=Doubt.BEHIND in found, far_off=Doubt.FAR_OFF in found)


def _note(say: Callable[[str], str], *, behind: bool, far_off: bool) -> str:
    notes = [say("clock.behind")] if behind else []
    if far_off:
        notes.append(say("clock.far_off"))
    return " ".join(notes)
