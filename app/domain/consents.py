"""What a customer agreed to, read from every statement ever made: a withdrawal wins."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Statement:
    """Given or withdrawn, for one purpose. ``place`` orders statements: time, then entry."""

    purpose: str
    given: bool
    place: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Said:
    """What was said under one number, and under the numbers merged into it since ``joined``.

    ``valid_from``: the holder of today holds the number since then; older words were another's.
    """

    statements: tuple[Statement, ...] = ()
    merged: "tuple[tuple[tuple[int, int], Said], ...]" = ()
    valid_from: tuple[int, int] = (0, 0)


def in_force(said: Said, purpose: str) -> Statement | None:
    """The statement that counts for ``purpose``; None when nothing was ever said.

    Under one number the latest word counts. A withdrawal under a number that was merged in counts
    more than any consent given before the merge, whichever was later.
    """
    return _in_force(said, purpose, said.valid_from)


def _in_force(said: Said, purpose: str, valid_from: tuple[int, int]) -> Statement | None:
    since = max(valid_from, said.valid_from)
    own = max(
        (each for each in said.statements if each.purpose == purpose and each.place > since),
        key=lambda each: each.place,
        default=None,
    )
    others = [(joined, _in_force(other, purpose, since)) for joined, other in said.merged]
    for joined, other in others:
        given_since = own is not None and own.given and own.place > joined
        if other is not None and not other.given and not given_since:
            return other if own is None or own.given or other.place > own.place else own
    if own is not None:
        return own
    found = [other for _, other in others if other is not None]
    return max(found, key=lambda each: each.place, default=None)
