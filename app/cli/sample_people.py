"""Plausible customers for the sample branch, the same ones each time.

Customer number k is made from k alone, so that a million can be streamed, and an interrupted import
goes on where it stopped. Nobody real is meant; names follow how often they occur in Viet Nam.
"""

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from hashlib import blake2b
from importlib import resources

from app.domain.customer_number import make_customer_number
from app.domain.places import Place
from app.store.lookups import citizen_lookup
from app.store.snapshot import CustomerRow

FIRST_SERIAL = 10_001
"""Serials below are the lease of the sample terminal; these belong to others of the province."""

MOST = 9_999_999 - FIRST_SERIAL + 1

_EPOCH = date(1970, 1, 1)
_OLDEST = date(1938, 1, 1)


@dataclass(frozen=True, slots=True)
class SampleBranch:
    """Where the sample customers live. ``last_year`` is the newest year of registration."""

    office: str
    communes: Sequence[Place]
    lookup_key: bytes
    last_year: int


@dataclass(frozen=True, slots=True)
class _Stock:
    """``resources/samples/people.toml``; a surname stands as often as it occurs in a thousand."""

    surnames: tuple[str, ...]
    middle: dict[str, list[str]]
    given: dict[str, list[str]]
    streets: tuple[str, ...]
    mobile: list[str]
    provinces: list[str]
    notes: tuple[str, ...]


@lru_cache(maxsize=1)
def _stock() -> _Stock:
    file = resources.files("resources") / "samples" / "people.toml"
    found = tomllib.loads(file.read_text(encoding="utf-8"))
    surnames = [[name] * (share // 10) for name, share in found["surnames"].items()]
    return _Stock(
        surnames=tuple(name for same in surnames for name in same),
        middle={sex: words.split() for sex, words in found["middle"].items()},
        given={sex: words.split() for sex, words in found["given"].items()},
        streets=tuple(found["streets"]),
        mobile=found["mobile"].split(),
        provinces=found["provinces"].split(),
        notes=tuple(found["notes"]),
    )


class _Dice:
    """Numbers that k alone decides; each throw takes its part of one hash."""

    def __init__(self, seed: int) -> None:
        hashed = blake2b(seed.to_bytes(8, "big"), digest_size=32, person=b"tem-sample").digest()
        self._left = int.from_bytes(hashed, "big")

    def below(self, limit: int) -> int:
        self._left, thrown = divmod(self._left, limit)
        return thrown

    def one_of(self, choices: Sequence[str]) -> str:
        return choices[self.below(len(choices))]

    def favourite_of(self, choices: Sequence[str]) -> str:
        """Rather one of the first: some names are much more frequent than others."""
        return choices[self.below(len(choices)) * self.below(len(choices)) // len(choices)]


def sample_uid(k: int) -> bytes:
    """The permanent name of sample customer ``k``."""
    return b"tem-sample" + k.to_bytes(6, "big")


def sample_customers(branch: SampleBranch, start: int, stop: int) -> Iterator[CustomerRow]:
    """The customers ``start`` … ``stop`` - 1."""
    for k in range(start, stop):
        yield _customer(branch, k)


def _customer(branch: SampleBranch, k: int) -> CustomerRow:
    dice, stock = _Dice(k), _stock()
    sex = dice.one_of(("male", "female"))
    born = _OLDEST + timedelta(days=dice.below(70 * 365))
    citizen = _citizen(k, dice, sex, born) if dice.below(10) else None
    registered = date(branch.last_year - dice.below(8), 1, 1) + timedelta(days=dice.below(365))
    registered_ms = (registered - _EPOCH).days * 86_400_000
    place = branch.communes[dice.below(len(branch.communes))]
    return CustomerRow(
        uid=sample_uid(k),
        number=make_customer_number(f"01{registered.year % 100:02d}", FIRST_SERIAL + k),
        full_name=_name(dice, sex),
        birth_date=born.isoformat(),
        sex=sex,
        citizen_number=citizen,
        citizen_lookup=citizen_lookup(branch.lookup_key, citizen) if citizen else None,
        citizen_source="card" if citizen else None,
        citizen_issued_on=None,
        phones=_phones(dice),
        street=f"{1 + dice.below(400)} {dice.one_of(stock.streets)}",
        commune=place.code,
        scheme=place.scheme,
        alert_note=dice.one_of(stock.notes) if dice.below(50) == 0 else "",
        office=branch.office,
        registered_ms=registered_ms,
        version=1,
        erased=0,
        last_seen_ms=registered_ms,
        shipments=0,
    )


def _name(dice: _Dice, sex: str) -> str:
    stock = _stock()
    words = [dice.one_of(stock.surnames), dice.favourite_of(stock.middle[sex])]
    if dice.below(7) == 0:
        words.append(dice.one_of(stock.middle[sex]))
    words.append(dice.favourite_of(stock.given[sex]))
    return " ".join(dict.fromkeys(words))


def _phones(dice: _Dice) -> str:
    numbers = [f"+84{dice.one_of(_stock().mobile)}{dice.below(10_000_000):07d}"]
    if dice.below(8) == 0:
        numbers.append(f"+8424{30_000_000 + dice.below(10_000_000)}")
    return " ".join(numbers)


def _citizen(k: int, dice: _Dice, sex: str, born: date) -> str:
    digit = (2 if born.year >= 2000 else 0) + (sex == "female")
    return f"{dice.one_of(_stock().provinces)}{digit}{born.year % 100:02d}{k % 1_000_000:06d}"
