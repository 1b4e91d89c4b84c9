"""The tasks that end a clerk's turn at the drawer: handing it over, closing it by a count."""

from collections.abc import Iterator
from typing import Protocol

from app.domain.drawer import NOTES_VND
from app.messages import text
from tests.e2e.budgets.stopwatch import Hands
from tests.e2e.seen import Seen

_PIECES = ("14", "9", "23", "17", "31", "12", "4", "3", "7")
_LOOSE = "400"


class Taking(Protocol):
    """Who takes the drawer over next: code and PIN."""

    @property
    def takers(self) -> Iterator[tuple[str, str]]: ...


def hand_over(hands: Hands, world: Taking) -> None:
    """Both have counted; the sum is typed, and the one who takes it signs."""
    _with_shift(hands)
    code, pin = next(world.takers)
    _open_page(hands)
    hands.press("4", "Enter")
    hands.until(lambda seen: seen.focus == text("ui.shift.amount"), "the sum")
    hands.enter("1500k", code, pin)
    hands.answer("handed over", _at_start)


def full_close(hands: Hands, _world: Taking) -> None:
    """Every note is counted, the books are compared, the Z comes out."""
    _with_shift(hands)
    _open_page(hands)
    hands.press("F12")
    hands.answer("count", lambda seen: text("ui.count.head.count") in seen.text)
    hands.enter(*_PIECES)
    hands.write(_LOOSE)
    hands.press("F12")
    hands.answer("comparison", lambda seen: text("ui.count.head.compare") in seen.text)
    hands.read()
    hands.press("F12")
    hands.answer("closed", lambda seen: text("ui.count.head.done") in seen.text)
    hands.answer("Z on paper", lambda seen: text("ui.print.printed") in seen.text)
    assert len(_PIECES) == len(NOTES_VND)


def _open_page(hands: Hands) -> None:
    hands.press("F11")
    hands.answer("cash and shift", lambda seen: text("ui.shift.list") in seen.text)


def _with_shift(hands: Hands) -> None:
    """A shift is open; opening one is no part of the task."""
    hands.keys.press("F11")
    page = hands.until(_tells_shift, "cash and shift")
    if text("ui.shift.none") in page.text:
        hands.keys.press("F12")
        hands.until(lambda seen: text("ui.count.open_head") in seen.text, "the float")
        for _ in _PIECES:
            hands.keys.press("0", "Enter")
        hands.read()
        hands.keys.press("F12")
        hands.until(lambda seen: text("ui.count.open_head") not in seen.text, "an open shift")
    while not _at_start(hands.until(bool, "a window")):
        hands.keys.press("Esc")
        hands.read()


def _tells_shift(seen: Seen) -> bool:
    none, opened = text("ui.shift.none"), text("ui.shift.key_close")
    return text("ui.shift.list") in seen.text and (none in seen.text or opened in seen.text)


def _at_start(seen: Seen) -> bool:
    return seen.focus == text("ui.box.name") and text("ui.start.title") in seen.text
