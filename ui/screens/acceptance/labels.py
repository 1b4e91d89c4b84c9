"""A printed label scanned for the item on the form; Qt-free."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from app.domain import item_code
from app.domain.scanning import Shape, recognise
from app.errors import UserError
from app.messages import text, text_for
from app.queries.finding import Findings
from app.services.labels import LabelNotOnRoll, LabelTwice
from ui.running import Runner
from ui.shell.handle import Shell
from ui.style.tokens import Tone


class ReadsLabels(Protocol):
    """The part of the desk that knows rolls, and items that were taken in."""

    def read_label(self, scanned: str, service: str) -> str: ...
    def find(self, text: str) -> Findings: ...


@dataclass(frozen=True, slots=True)
class _Read:
    """A label of a roll, or else the receipt of an item that has the number already."""

    label: str = ""
    item: str = ""


class Labels:
    """``take`` is called with the item code that the item gets."""

    def __init__(
        self, desk: ReadsLabels, reading: Runner, *, take: Callable[[str], None], shell: Shell
    ) -> None:
        self._desk = desk
        self._reading = reading
        self._take = take
        self._shell = shell

    def scan(self, scanned: str, service: str, others: tuple[str, ...]) -> bool:
        """An item number scanned while an item is on the form; False: no item number.

        ``others`` are the labels of the basket: each is for one item.
        """
        seen = recognise(scanned)
        if seen.shape is not Shape.ITEM or seen.problem is not None:
            return False
        if seen.value in others:
            self._refused(LabelTwice(label=item_code.grouped(seen.value)))
            return True
        self._reading.run(lambda: self._read(seen.value, service), self._found, self._refused)
        return True

    def _read(self, code: str, service: str) -> _Read:
        """A number of no roll may be that of an item: then it is looked up, as elsewhere."""
        try:
            return _Read(label=self._desk.read_label(code, service))
        except LabelNotOnRoll:
            found = self._desk.find(code)
            if not found.exact:
                raise
            return _Read(item=found.hits[0].code)

    def _found(self, read: _Read) -> None:
        if read.item:
            self._shell.open_receipt(read.item)
            return
        self._take(read.label)
        self._shell.tell(
            text("ui.acceptance.label_taken", label=item_code.grouped(read.label)), Tone.GOOD
        )

    def _refused(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self._shell.tell(text_for(error), Tone.BAD)
        else:
            self._shell.fail(error)
