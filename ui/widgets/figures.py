"""What tables of figures and charts are given; Qt-free, so that presenters may make it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A label and its figures as they are shown. ``warns`` is said by a sign, too."""

    label: str
    cells: tuple[str, ...]
    strong: bool = False
    warns: bool = False


@dataclass(frozen=True, slots=True)
class ChartBar:
    """``label`` stands under it."""

    label: str
    amount: int
