"""One tone for each scan, when it is known what became of it; Qt-free."""

from collections.abc import Callable
from typing import Protocol

from ui.underway import Errand, Underway


class Says(Protocol):
    """Whatever plays the tones."""

    def heard(self, *, accepted: bool) -> None: ...


class Answering:
    """``refused`` says whether the sentence in the strip is a refusal."""

    def __init__(self, sounds: Says, underway: Underway, refused: Callable[[], bool]) -> None:
        self._sounds = sounds
        self._underway = underway
        self._refused = refused
        self._taking = self._waits = False
        self._well = True
        underway.listen(self._ended)

    def say(self, *, accepted: bool) -> None:
        """At once."""
        self._sounds.heard(accepted=accepted)

    def of_page(self, take: Callable[[], bool]) -> bool:
        """Whether the page in front took it; the tone comes when what it looks up has come."""
        self._taking, self._waits, self._well = True, False, True
        try:
            self._waits = take()
        finally:
            self._taking = False
        taken = self._waits
        self._settle()
        return taken

    def _ended(self, well: bool) -> None:  # noqa: FBT001 - called by position
        if self._taking or self._waits:
            self._well = self._well and well
        if not self._taking:
            self._settle()

    def _settle(self) -> None:
        if self._waits and not self._underway.has(Errand.PAGE):
            self._waits = False
            self.say(accepted=self._well and not self._refused())
