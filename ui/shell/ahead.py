"""Keys of the bar that were pressed before the page they are meant for had come; Qt-free."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from ui.shell.handle import Key
from ui.underway import Errand, Underway

_AT_ONCE: Final = (Key.F1, Key.F2)
"""The window's own mean the same whatever page comes."""


@dataclass(frozen=True, slots=True)
class _Kept:
    key: Key
    leaving: object | None
    """The page that another one was being looked up on."""


class Ahead:
    """``act`` does what a key does now; ``front`` is the page in front.

    While a scan or a text of the universal box is looked up, and while what F12 began is done, the
    next key is meant for the page that will come of it. It waits until the answer has been acted
    upon; of several the last one counts. Then it acts on the page that came. Where a look-up ended
    in a refusal or in a list to choose from, no page has come, and the key is dropped: it would act
    on the page that the clerk meant to leave. After F12 a page may also stay; the key is dropped
    only when it was refused.

    A page that is still being read has no use for some of its keys yet. They wait until it has one,
    at the longest until nothing that pages have asked for is under way.

    F12 never waits. It takes money and answers warnings, and nobody has read yet what stands there.
    During a look-up it is lost, like one pressed too soon; else it acts at once, as ever. Letters
    do not wait either: they go to whatever has the focus, for a typing tool hands its words to that
    field alone, and nothing is to be typed into a page that nobody has seen.
    """

    def __init__(
        self, underway: Underway, act: Callable[[Key], None], front: Callable[[], object]
    ) -> None:
        self._underway = underway
        self._act = act
        self._front = front
        self._kept: _Kept | None = None
        underway.listen(self._went_on)

    def takes(self, key: Key) -> bool:
        """Whether ``key`` is not to act now."""
        self._kept = None
        if key in _AT_ONCE:
            return False
        looking = self._underway.has(Errand.LOOK_UP)
        if key == Key.F12:
            return looking
        if looking or self._underway.has(Errand.FINISH):
            self._kept = _Kept(key, self._front() if looking else None)
            return True
        return False

    def has_no_use(self, key: Key) -> None:
        """The page in front does nothing on ``key``; it may still be being read."""
        if key != Key.F12 and self._underway.has(Errand.PAGE):
            self._kept = _Kept(key, None)

    def forget(self) -> None:
        """Something else was done instead."""
        self._kept = None

    def _went_on(self, well: bool) -> None:  # noqa: FBT001 - called by position
        if not well:
            self._kept = None
        kept = self._kept
        if kept is None or self._underway.has(Errand.LOOK_UP, Errand.FINISH):
            return
        self._kept = None
        if kept.leaving is None or kept.leaving is not self._front():
            self._act(kept.key)
