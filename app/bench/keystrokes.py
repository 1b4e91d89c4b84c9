"""Search while one types: every prefix of names, phones and numbers as people type them."""

from collections.abc import Iterator
from itertools import product
from string import ascii_lowercase, digits

from app.bench.measuring import Series, in_turns
from app.bench.rows import Budget, Row, timed
from app.bench.subject import Person, Subject, chance
from app.domain.names import fold, name_keys
from app.domain.phones import national

BUDGETS = (Budget("p99", 5), Budget("worst", 16))
PASSES = 3

_FLOOR = (
    "SELECT c.number, c.full_name, c.phones FROM search_key k"
    " CROSS JOIN customer c ON c.id = k.customer"
    " WHERE k.kind = 1 AND k.key >= ? AND k.key < ? LIMIT 20"
)


def measure_keystrokes(subject: Subject, people: int) -> Iterator[Row]:
    """The row of all keystrokes; its note is the slowest key.

    Each key is asked ``PASSES`` times and the middle one is its time: a stall of the machine is
    none of its own. The floor is the bare SELECT of the first twenty names that begin like the key.
    """
    keys = sorted(keys_typed(subject.people(people)))
    chance().shuffle(keys)
    passes, floors = [], []
    for _ in range(PASSES):
        asked, bare = in_turns(keys, subject.desk.suggest, lambda key: _bare(subject, key))
        passes.append(asked)
        floors += bare
    of_key = [Series.of(times).median for times in zip(*passes, strict=True)]
    worst = keys[max(range(len(keys)), key=of_key.__getitem__)]
    yield timed("keystroke", Series.of(of_key), *BUDGETS, floor=Series.of(floors), note=worst)


def _bare(subject: Subject, key: str) -> object:
    begun = fold(key)
    return subject.raw.execute(_FLOOR, (begun, begun + "~")).fetchall()


def keys_typed(people: list[Person]) -> set[str]:
    """All that stands in the box after some key, while any of ``people`` is looked for."""
    typed = {prefix for person in people for text in _texts(person) for prefix in _prefixes(text)}
    single = set(ascii_lowercase + digits)
    pairs = {"".join(pair) for pair in product(ascii_lowercase, repeat=2)}
    return typed | single | pairs


def _texts(person: Person) -> Iterator[str]:
    """The ways to look for one person: by name in any order, initials, phone, numbers."""
    keys = name_keys(person.full_name)
    yield person.full_name
    yield keys.surname_first
    yield keys.given_first
    yield keys.initials
    words = keys.surname_first.split()
    yield " ".join(words[1:])
    yield f"{words[-1]} {words[0]}"
    yield person.number
    if person.phone:
        shown = national(person.phone)
        yield shown
        yield shown.replace(" ", "")
        yield person.phone[-4:]
    if person.citizen:
        yield person.citizen


def _prefixes(text: str) -> Iterator[str]:
    for length in range(1, len(text) + 1):
        yield text[:length]
