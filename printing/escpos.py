"""The language of receipt printers (ESC/POS), as little of it as sending dots needs.

Text is never sent: no code page of these printers writes Vietnamese. All is drawn.
"""

from collections.abc import Iterator
from typing import Final

from printing.raster import Dots

_BEGIN: Final = b"\x1b@"  # ESC @: forget what the job before has set
OPEN_DRAWER: Final = b"\x1bp\x00\x19\xfa"  # ESC p: 50 ms on pin 2, the usual one
_CUT: Final = b"\x1dVB\x00"  # GS V 66: feed to the knife, cut but for one point
_BAND_ROWS: Final = 192
"""Printers hold at least this much of an image; many hold no more than a few hundred rows."""

ASK_CAUSE: Final = b"\x10\x04\x02"
ASK_PAPER: Final = b"\x10\x04\x04"
ASK_DONE: Final = b"\x1dr\x01"
"""Unlike the two above this waits its turn: answered only when all before it was printed."""

_AT_ONCE: Final = (b"\x10\x04", b"\x10\x05", b"\x10\x14")
"""Acted upon wherever they stand, in the middle of an image too: the last opens the drawer."""


def document(pages: tuple[Dots, ...], *, cut: bool, drawer: bool) -> Iterator[bytes]:
    """What to send, command by command."""
    yield _BEGIN
    if drawer:
        yield OPEN_DRAWER
    for page in pages:
        yield from _image(page)
        if cut:
            yield _CUT


def _image(page: Dots) -> Iterator[bytes]:
    """GS v 0, band by band."""
    for start in range(0, len(page.rows), _BAND_ROWS):
        rows = page.rows[start : start + _BAND_ROWS]
        size = page.stride.to_bytes(2, "little") + len(rows).to_bytes(2, "little")
        yield b"\x1dv0\x00" + size + harmless(b"".join(rows))


def harmless(dots: bytes) -> bytes:
    """No command in the disguise of dots: one lonely dot becomes two, which nobody sees."""
    for command in _AT_ONCE:
        dots = dots.replace(command, b"\x18" + command[1:])
    return dots


def is_status(byte: int) -> bool:
    """Whether ``byte`` answers a question that was answered at once."""
    return byte & 0b1001_0011 == 0b0001_0010


def is_done(byte: int) -> bool:
    """Whether ``byte`` answers the question that waits its turn."""
    return byte & 0b1001_0000 == 0


def cover_open(cause: int) -> bool:
    """Of the answer to ``ASK_CAUSE``."""
    return bool(cause & 0b0000_0100)


def stopped_by_error(cause: int) -> bool:
    """Of the answer to ``ASK_CAUSE``: the knife, the head."""
    return bool(cause & 0b0100_0000)


def out_of_paper(cause: int, paper: int) -> bool:
    """Of both answers."""
    return bool(cause & 0b0010_0000 or paper & 0b0110_0000)
