"""Weights in whole grams: by the scale, by the room taken up, and the one that is charged."""

from dataclasses import dataclass
from typing import ClassVar

from app.errors import UserError

CM3_PER_KG = 6_000
"""How much room counts as a kilogram (DOMAIN §4); a service's row may say otherwise."""

_LONGEST_CM = 1_000


@dataclass(eq=False)
class WrongWeight(UserError):
    """Nothing weighs nothing."""

    code: ClassVar[str] = "weight.wrong"
    field: ClassVar[str] = "weight"
    weight_g: int


@dataclass(eq=False)
class WrongSize(UserError):
    """A side is missing, negative or longer than any item can be."""

    code: ClassVar[str] = "weight.size_wrong"
    field: ClassVar[str] = "size"
    length_cm: int
    width_cm: int
    height_cm: int


def volumetric_g(size_cm: tuple[int, int, int], cm3_per_kg: int = CM3_PER_KG) -> int:
    """Grams that the room of L×W×H counts as, half a gram rounded up; raises WrongSize.

    A service for which room does not count has 0 for ``cm3_per_kg``.
    """
    length, width, height = size_cm
    if not all(0 < side <= _LONGEST_CM for side in size_cm):
        raise WrongSize(length_cm=length, width_cm=width, height_cm=height)
    if not cm3_per_kg:
        return 0
    return (length * width * height * 1_000 * 2 + cm3_per_kg) // (2 * cm3_per_kg)


def charged_g(actual_g: int, by_volume_g: int) -> int:
    """The greater of the two; raises WrongWeight unless the item weighs something."""
    if actual_g <= 0:
        raise WrongWeight(weight_g=actual_g)
    return max(actual_g, by_volume_g)


def format_g(weight_g: int) -> str:
    """``4.000 g``."""
    return f"{weight_g:,} g".replace(",", ".")
