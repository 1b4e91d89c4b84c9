"""Keeps what stands in the basket on this computer while it is typed; Qt-free."""

from collections.abc import Callable
from typing import Protocol

from app.domain.drafts import BasketContent
from app.services.drafts import KeepDraft
from ui.changes import ChangeFeed, Topic
from ui.running import Runner


class KeepsDrafts(Protocol):
    """The part of the desk that holds baskets."""

    def keep_draft(self, command: KeepDraft) -> int | None: ...
    def give_up_draft(self, command_id: bytes) -> None: ...


class Drafting:
    """``later`` is called when something is to be kept soon: ``keep`` should follow in a moment.

    One save is under way at a time; what was typed meanwhile follows it.
    """

    def __init__(
        self,
        desk: KeepsDrafts,
        writing: Runner,
        changes: ChangeFeed,
        *,
        failed: Callable[[Exception], None],
    ) -> None:
        self._desk = desk
        self._writing = writing
        self._changes = changes
        self._failed = failed
        self._customer = ""
        self._command_id = b""
        self._kept = self._stands = BasketContent()
        self._saving = False
        self._ended = False
        self._then: Callable[[], None] | None = None
        self.later: Callable[[], None] = _nothing
        self.slot: int | None = None

    def begin(self, customer: str, command_id: bytes, slot: int | None = None) -> None:
        """The basket of ``customer``; ``slot`` is its number when it was kept before."""
        self._customer, self._command_id, self.slot = customer, command_id, slot

    def note(self, content: BasketContent) -> None:
        """What stands in the basket now."""
        self._stands = content
        if not self._ended and self._customer and content != self._kept:
            self.later()

    def keep(self, then: Callable[[], None] | None = None) -> None:
        """Write it down now; ``then`` follows when it is on disk."""
        self._then = then or self._then
        if self._saving or self._ended:
            return
        if self._stands == self._kept:
            self._go_on()
            return
        content = self._stands
        command = KeepDraft(self._command_id, self._customer, content)
        self._saving = True
        self._writing.run(
            lambda: self._desk.keep_draft(command),
            lambda slot: self._done(content, slot),
            self._refused,
        )

    def give_up(self, then: Callable[[], None]) -> None:
        """Nothing of the basket stays."""
        self._ended = True
        self._writing.run(
            lambda: self._desk.give_up_draft(self._command_id),
            lambda _none: self._dropped(then),
            self._failed,
        )

    def end(self) -> None:
        """The basket was booked: what was kept went with it."""
        self._ended = True

    def _done(self, content: BasketContent, slot: int | None) -> None:
        self._saving = False
        self._kept = content
        if slot != self.slot:
            self.slot = slot
            self._changes.announce(Topic.BASKETS)
        if self._stands != self._kept:
            self.keep()
        else:
            self._go_on()

    def _refused(self, error: Exception) -> None:
        self._saving = False
        self._then = None
        self._failed(error)

    def _dropped(self, then: Callable[[], None]) -> None:
        self.slot = None
        self._changes.announce(Topic.BASKETS)
        then()

    def _go_on(self) -> None:
        then, self._then = self._then, None
        if then is not None:
            then()


def _nothing() -> None:
    """Until a page says when."""
