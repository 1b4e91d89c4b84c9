"""Which numbers are one customer and what its record shows: the same from any order of arrival.

A merge is a fact with an identity; an un-merge names the merges that it undoes. Those that nobody
has undone are taken in the order of their stamps, and each lets the head of the loser's side follow
the head of the winner's. What they come to depends on which facts there are, not on when they came.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

IDENTITY = ("full_name", "birth_date", "sex", "citizen")
"""Who somebody is: of a record that follows another this changes only by a person's decision."""

Stamp = tuple[int, bytes]
"""Hybrid logical time and identity: a total order, the same for all who know both."""

UNSAID: Stamp = (0, b"")
"""Before everything: a value that stands since the registration."""


@dataclass(frozen=True, slots=True)
class Merge:
    """``loser`` is ``winner``. ``taken`` are the fields that the loser's record has right."""

    stamp: Stamp
    winner: bytes
    loser: bytes
    taken: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Word:
    """The value of one field, and when it was said."""

    stamp: Stamp
    value: Any


@dataclass(frozen=True, slots=True)
class Step:
    """``follower`` leads to ``head`` because of ``merge``."""

    follower: bytes
    head: bytes
    merge: Merge


def steps_of(merges: Iterable[Merge]) -> tuple[Step, ...]:
    """How numbers lead to one another, oldest first. No circle can arise: only heads follow.

    A merge of two that are one already changes nothing while the others stand.
    """
    leads: dict[bytes, bytes] = {}
    found = []
    for merge in sorted(merges, key=lambda each: each.stamp):
        head, follower = _head(leads, merge.winner), _head(leads, merge.loser)
        if head != follower:
            leads[follower] = head
            found.append(Step(follower, head, merge))
    return tuple(found)


def heads_of(steps: Iterable[Step]) -> dict[bytes, bytes]:
    """For everyone who follows, whom they come to in the end."""
    leads = {step.follower: step.head for step in steps}
    return {uid: _head(dict(leads), uid) for uid in leads}


def shown(
    steps: Iterable[Step], own: Mapping[bytes, Mapping[str, Word]]
) -> dict[bytes, dict[str, Word]]:
    """What each record shows, from what was said of each number by itself.

    Numbers without words, erased ones say, let pass what follows them.
    """
    found = {uid: dict(words) for uid, words in own.items()}
    for step in steps:
        head = found.setdefault(step.head, {})
        for field, word in found.get(step.follower, {}).items():
            claim = _claim(step.merge, field, word)
            if claim is not None and (field not in head or claim > head[field].stamp):
                head[field] = Word(claim, word.value)
    return found


def _claim(merge: Merge, field: str, word: Word) -> Stamp | None:
    """As of when a follower's word counts for the head; None when it does not.

    What was said of the follower later, by somebody who had not heard of the merge, is meant for
    the customer that both are, unless it is about who that is.
    """
    if field in merge.taken:
        return max(merge.stamp, word.stamp)
    later = word.stamp > merge.stamp and field not in IDENTITY
    return word.stamp if later else None


def _head(leads: dict[bytes, bytes], uid: bytes) -> bytes:
    """Follows to the end, and remembers the shorter way."""
    passed = []
    while uid in leads:
        passed.append(uid)
        uid = leads[uid]
    for each in passed:
        leads[each] = uid
    return uid
