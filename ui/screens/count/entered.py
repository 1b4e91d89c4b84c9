"""What was typed on the page where a drawer is counted; Qt-free."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.domain.drawer import NOTES_VND, Count
from app.messages import text
from ui.formats import grouped


@dataclass(frozen=True, slots=True)
class CountEntered:
    """Pieces by denomination, None where nothing was typed yet."""

    notes: Mapping[int, int | None] = field(default_factory=dict)
    loose_vnd: int | None = None
    received_vnd: int | None = None

    def count(self) -> Count:
        """What is not typed is not there."""
        notes = {value: pieces for value, pieces in self.notes.items() if pieces}
        return Count(notes, self.loose_vnd or 0)

    @property
    def total_vnd(self) -> int:
        return self.count().total_vnd

    @property
    def missing(self) -> tuple[int, ...]:
        """Denominations that nothing was typed for, largest first."""
        return tuple(value for value in NOTES_VND if self.notes.get(value) is None)


@dataclass(frozen=True, slots=True)
class CloseEntered:
    """What was typed beside the comparison."""

    deposited_vnd: int | None = None
    remark: str = ""
    approver: str = ""
    pin: str = field(default="", repr=False)


def missing_words(missing: tuple[int, ...]) -> str:
    """«tờ 10.000 trở xuống»: what still has to be counted; "" when everything is."""
    if not missing:
        return ""
    if missing == NOTES_VND[-len(missing) :] and len(missing) > 1:
        return text("ui.count.missing_down", value=grouped(missing[0]))
    return text("ui.count.missing", values=", ".join(map(grouped, missing)))
