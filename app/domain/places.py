"""Communes found by a few letters of their names, old ones too."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import reduce
from itertools import islice
from operator import and_, or_

from app.domain.names import fold
from app.domain.place_index import (
    WordIndex,
    label_words,
    numbered_word,
    province_words,
    units_in,
    words_of,
)

_LONGEST_TYPED = 80
_MOST_WORDS = 12
_WEIGHED = 64  # the first so many, best kinds of match first, are weighed one against another


@dataclass(frozen=True, slots=True)
class Place:
    """A commune. ``label`` is one line: "Phường Sài Gòn, Hồ Chí Minh".

    ``scheme`` names the list that ``code`` belongs to ("2025-07" is in force since 2025-07-01,
    "2025-06" is the list before it: the same code may mean two places). A unit of an old list
    carries in ``now`` the codes of the communes that it became. ``was`` is the label of the old
    unit by which a present commune was found, "" when it was found by its own name.
    """

    code: str
    name: str
    kind: str
    province_code: str
    province_name: str
    scheme: str
    label: str
    now: tuple[str, ...] = ()
    was: str = ""


class Gazetteer:
    """Search over the present communes and, through them, over those of older lists.

    Every word typed must begin a word of the commune's name, kind, old district or province, in
    any order. Accents may be left out; those typed must be there. The present list is the one of
    the latest scheme.
    """

    def __init__(self, places: Iterable[Place]) -> None:
        known = tuple(places)
        self._scheme = scheme = max((place.scheme for place in known), default="")
        self._present = {place.code: place for place in known if place.scheme == scheme}
        self._former = {
            (place.scheme, place.code): place for place in known if place.scheme != scheme
        }
        self._units = [
            *sorted(self._present.values(), key=_alphabetical),
            *sorted(self._former.values(), key=_alphabetical),
        ]
        self._names = [tuple(map(fold, words_of(unit.name))) for unit in self._units]
        self._in_name, self._at_start, self._around = self._indexed()

    def by_code(self, code: str, scheme: str = "") -> Place | None:
        """A commune of the present list, or of the list that ``scheme`` names."""
        if scheme in ("", self._scheme):
            return self._present.get(code)
        return self._former.get((scheme, code))

    def find(self, text: str, limit: int = 8) -> tuple[Place, ...]:
        """Present communes, best first; those found by an old unit name it in ``was``."""
        words = words_of(text[:_LONGEST_TYPED])[:_MOST_WORDS]
        if not words:
            return ()
        folded = [fold(word) for word in words]
        best = sorted(self._candidates(words), key=lambda unit: self._weight(unit, folded))
        found: dict[str, Place] = {}
        for unit in best:
            for place in self._today(self._units[unit]):
                found.setdefault(place.code, place)
        return tuple(islice(found.values(), limit))

    def _today(self, unit: Place) -> Iterator[Place]:
        if (unit.scheme, unit.code) not in self._former:
            yield unit
            return
        for code in unit.now:
            if code in self._present:
                yield replace(self._present[code], was=unit.label)

    def _candidates(self, words: tuple[str, ...]) -> Iterable[int]:
        """At most ``_WEIGHED`` units that match, from the better kinds of match."""
        named = [self._in_name.beginning(word) for word in words]
        started = [self._at_start.beginning(word) for word in words]
        around = [self._around.beginning(word) for word in words]
        exact = reduce(and_, map(self._in_name.exactly, words))
        all_named = reduce(and_, named)
        fitting = reduce(and_, map(or_, named, around))
        kinds = (
            exact & started[0],
            exact,
            all_named & started[0],
            all_named,
            fitting & reduce(or_, started),
            fitting,
        )
        present = (1 << len(self._present)) - 1
        ordered = [*(kind & present for kind in kinds), *(kind & ~present for kind in kinds)]
        units = dict.fromkeys(unit for kind in ordered for unit in islice(units_in(kind), _WEIGHED))
        return islice(units, _WEIGHED)

    def _weight(self, unit: int, words: list[str]) -> tuple[int, ...]:
        """Smaller is better: present, by its name, by whole words, from its start, all of it."""
        name = self._names[unit]
        hits = [word for word in words if any(part.startswith(word) for part in name)]
        return (
            int(unit >= len(self._present)),
            len(words) - len(hits),
            sum(word not in name for word in hits),
            int(not hits or not name[0].startswith(hits[0])),
            len(name) - len(hits),
            unit,
        )

    def _indexed(self) -> tuple[WordIndex, WordIndex, WordIndex]:
        size = len(self._units)
        named, started, around = WordIndex(size), WordIndex(size), WordIndex(size)
        provinces = self._provinces_named()
        for at, unit in enumerate(self._units):
            words, number = words_of(unit.name), numbered_word(unit.kind, unit.name)
            named.add(at, *words, *number)
            started.add(at, *words[:1], *number)
            around.add(at, *label_words(unit.kind), *label_words(_district(unit)))
            for province in {unit.province_name, *provinces.get((unit.scheme, unit.code), ())}:
                around.add(at, *province_words(province))
        for index in (named, started, around):
            index.close()
        return named, started, around

    def _provinces_named(self) -> Mapping[tuple[str, str], set[str]]:
        """Old provinces of present communes and present ones of old units: people use both."""
        named: dict[tuple[str, str], set[str]] = {}
        for old in self._former.values():
            for place in self._today(old):
                named.setdefault((place.scheme, place.code), set()).add(old.province_name)
                named.setdefault((old.scheme, old.code), set()).add(place.province_name)
        return named


def _alphabetical(place: Place) -> tuple[str, str, str]:
    return fold(place.name), fold(place.province_name), place.code


def _district(place: Place) -> str:
    """The middle of an old label: "Phường Bến Nghé, Quận 1, Hồ Chí Minh"."""
    return ",".join(place.label.split(",")[1:-1])
