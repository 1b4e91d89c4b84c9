"""Names as they are typed: a few letters in, the likeliest customers out, within a frame.

Everything is bounded and nothing is sorted by the database: a B-tree range gives the first
candidates of an anchored prefix whatever its size, and whole-text search runs over distinct names
only. The few candidates are then ranked here (DESIGN §6, "Search").
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sqlcipher3 import dbapi2

from app.domain.names import accents_agree, fold, nfc
from app.queries.hits import CUSTOMER_COLUMNS
from app.store.tables.search import ADDRESS, INITIALS, NAME

ENOUGH = 20
"""With fewer hits of an anchored prefix, words are also looked for in any order."""

_RANKED = 40
_READ_FOR_ACCENTS = 120
_NAMES = 30
_OF_ONE_NAME = 6
_INITIALS = re.compile(r"[a-z]{2,7}")
_LONGEST_TYPED = 100
_MOST_WORDS = 8

_RANGE = (
    f"SELECT k.key, {CUSTOMER_COLUMNS} FROM search_key k"  # noqa: S608 - constants
    " CROSS JOIN customer c ON c.id = k.customer"
    " WHERE k.kind = ? AND k.key >= ? AND k.key < ? LIMIT ?"
)
_SAME_NAME = (
    f"SELECT k.key, {CUSTOMER_COLUMNS} FROM search_key k"  # noqa: S608 - constants
    " CROSS JOIN customer c ON c.id = k.customer"
    " WHERE k.kind = ? AND k.key = ? LIMIT ?"
)
_WORDS = (
    "SELECT d.folded FROM name_words w CROSS JOIN distinct_name d ON d.id = w.rowid"
    " WHERE w.name_words MATCH ? LIMIT ?"
)


@dataclass(frozen=True, slots=True)
class Named:
    """Customer rows (CUSTOMER_COLUMNS), best first; ``more`` when there may be others."""

    rows: tuple[tuple[Any, ...], ...]
    more: bool


class _Typed:
    """What was typed, in the forms that are compared."""

    def __init__(self, text: str) -> None:
        written = " ".join(nfc(text[:_LONGEST_TYPED]).split()[:_MOST_WORDS])
        self.written = written
        self.key = fold(written)
        self.has_accents = not written.isascii()

    def fits(self, name: str) -> bool:
        """Whether the accents that were typed are those of ``name``."""
        return not self.has_accents or _fits(self.written, name)


@lru_cache(maxsize=4_096)
def _fits(written: str, name: str) -> bool:
    return accents_agree(written, name)


def named(raw: dbapi2.Connection, text: str, *, more: bool = False) -> Named:
    """Customers whose name was begun with ``text``, in either order, as initials or by words."""
    typed = _Typed(text)
    if not typed.key:
        return Named((), more=False)
    wanted = 5 * ENOUGH if more else ENOUGH
    found: dict[int, tuple[Any, ...]] = {}
    full = _gather(found, _anchored(raw, typed, wanted), wanted)
    if len(found) < ENOUGH and _INITIALS.fullmatch(typed.key):
        full |= _gather(found, _begun(raw, INITIALS, typed.key, wanted), wanted)
    if len(found) < ENOUGH or more:
        full |= _gather(found, _by_words(raw, typed), wanted)
    return Named(tuple(found.values()), full)


def _gather(
    found: dict[int, tuple[Any, ...]], rows: Iterator[tuple[Any, ...]], wanted: int
) -> bool:
    """Add rows up to ``wanted``; True when some had to be left out."""
    for row in rows:
        if len(found) >= wanted and row[0] not in found:
            return True
        found.setdefault(row[0], row)
    return False


def _anchored(raw: dbapi2.Connection, typed: _Typed, wanted: int) -> Iterator[tuple[Any, ...]]:
    """Names that begin so: accents that agree, whole names, then whoever was here last."""
    most = _READ_FOR_ACCENTS if typed.has_accents else max(_RANKED, wanted + 1)
    fitting: list[tuple[Any, ...]] = []
    others: list[tuple[Any, ...]] = []
    for row in raw.execute(_RANGE, (NAME, typed.key, _after(typed.key), most)):
        (fitting if typed.fits(row[3]) else others).append(row)
        if len(fitting) > max(_RANKED, wanted):
            break
    if len(fitting) + len(others) < most:
        others.clear()  # all that begin so were read: the accents decide
    for rows in (fitting, others):
        rows.sort(key=lambda row: (row[0] != typed.key, -row[9]))
        yield from (row[1:] for row in rows)


def _begun(raw: dbapi2.Connection, kind: int, key: str, wanted: int) -> Iterator[tuple[Any, ...]]:
    for row in raw.execute(_RANGE, (kind, key, _after(key), wanted + 1)):
        yield row[1:]


def _by_words(raw: dbapi2.Connection, typed: _Typed) -> Iterator[tuple[Any, ...]]:
    """Names, and further addresses, that hold words beginning so, in any order."""
    words = re.findall(r"[^\W_]+", typed.key)
    if not words:
        return
    match = " ".join(f'"{word}"*' for word in sorted(words, key=len, reverse=True))
    for (name,) in raw.execute(_WORDS, (match, _NAMES)).fetchall():
        for row in raw.execute(_SAME_NAME, (NAME, name, _OF_ONE_NAME)):
            if typed.fits(row[3]):
                yield row[1:]
        for row in raw.execute(_SAME_NAME, (ADDRESS, name, _OF_ONE_NAME)):
            yield row[1:]


def _after(prefix: str) -> str:
    """The first key that does not begin with ``prefix``."""
    return prefix[:-1] + chr(ord(prefix[-1]) + 1)
