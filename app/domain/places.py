"""Communes found by a few letters of their names, old ones too."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A commune. ``label`` is one line: "Phường Sài Gòn, Hồ Chí Minh".

    ``scheme`` names the list that ``code`` belongs to ("2025-07" is in force since 2025-07-01,
    "2025-06" is the list before it: the same code may mean two places). A unit of an old list
    carries in ``now`` the codes of the communes that it became. ``was`` is the old unit by which
    a present commune was found, "" when it was found by its own name.
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
