"""May two records be one person? What speaks for it, and how strongly; a person decides."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum

MOST_SURE = 100
_EACH_FURTHER = 5
_FEWEST_WORDS = 2


class Likeness(StrEnum):
    """What two records have in common."""

    CITIZEN = "citizen"
    OLD_PAPER = "old_paper"
    TAX_CODE = "tax_code"
    PHONE_AND_NAME = "phone_name"
    NAME_BIRTH_COMMUNE = "name_birth_commune"
    PHONE_AND_PART_OF_NAME = "phone_part_of_name"
    NAME_BIRTH_PROVINCE = "name_birth_province"


WEIGHT = {
    Likeness.CITIZEN: 100,
    Likeness.OLD_PAPER: 95,
    Likeness.TAX_CODE: 90,
    Likeness.PHONE_AND_NAME: 85,
    Likeness.NAME_BIRTH_COMMUNE: 80,
    Likeness.PHONE_AND_PART_OF_NAME: 65,
    Likeness.NAME_BIRTH_PROVINCE: 60,
}
"""Out of 100: for the order in which pairs are looked at, and for nothing else."""


@dataclass(frozen=True, slots=True)
class Likened:
    """What is compared of a record. ``name`` is folded; ``papers`` are keyed hashes of old papers.

    ``tax_code`` "" and ``organisation`` False for a person.
    """

    name: str
    birth_date: str | None
    citizen: bytes | None
    papers: AbstractSet[bytes]
    phones: AbstractSet[str]
    commune: tuple[str, str]
    province: str
    organisation: bool = False
    tax_code: str = ""


def likenesses(one: Likened, other: Likened) -> tuple[Likeness, ...]:
    """What the two have in common, strongest first; () for two who are certainly not one."""
    if one.organisation != other.organisation:
        return ()
    papers = _share_papers(one, other)
    if one.citizen and other.citizen and one.citizen != other.citizen and not papers:
        return ()
    if one.organisation and one.tax_code != other.tax_code:
        return ()
    found = {
        Likeness.CITIZEN: one.citizen is not None and one.citizen == other.citizen,
        Likeness.OLD_PAPER: papers,
        Likeness.TAX_CODE: bool(one.tax_code) and one.tax_code == other.tax_code,
        **_by_phone(one, other),
        **_by_birth(one, other),
    }
    return tuple(likeness for likeness in Likeness if found.get(likeness))


def certainty(found: tuple[Likeness, ...]) -> int:
    """Of the strongest likeness, and a little more for each further one."""
    if not found:
        return 0
    return min(MOST_SURE, WEIGHT[found[0]] + _EACH_FURTHER * (len(found) - 1))


def _share_papers(one: Likened, other: Likened) -> bool:
    """An old paper of one is an old paper of the other, or the number that it goes by today."""
    return bool(
        one.papers & other.papers or (one.citizen in other.papers) or (other.citizen in one.papers)
    )


def _by_phone(one: Likened, other: Likened) -> dict[Likeness, bool]:
    if not one.phones & other.phones:
        return {}
    mine, theirs = one.name.split(), other.name.split()
    same = sorted(mine) == sorted(theirs)
    part = set(mine) <= set(theirs) or set(theirs) <= set(mine)
    long_enough = min(len(mine), len(theirs)) >= _FEWEST_WORDS
    return {
        Likeness.PHONE_AND_NAME: same,
        Likeness.PHONE_AND_PART_OF_NAME: part and long_enough and not same,
    }


def _by_birth(one: Likened, other: Likened) -> dict[Likeness, bool]:
    if one.name != other.name or not one.birth_date or one.birth_date != other.birth_date:
        return {}
    commune = bool(one.commune[0]) and one.commune == other.commune
    return {
        Likeness.NAME_BIRTH_COMMUNE: commune,
        Likeness.NAME_BIRTH_PROVINCE: not commune and one.province == other.province,
    }
