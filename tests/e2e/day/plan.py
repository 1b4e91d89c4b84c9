"""What happens on the scripted day: the same for one seed, whatever crashes in between."""

from dataclasses import dataclass, field
from random import Random
from typing import Any

NAMES = ("An", "Bình", "Chi", "Dũng", "Giang", "Hạnh", "Khánh", "Lan")
SHARES = (
    ("sale", 76), ("void", 5), ("correct", 4), ("service", 5), ("complaint", 4), ("confirm", 3),
    ("cash", 2), ("reprint", 1),
)  # fmt: skip
WAYS = (("cash", 60), ("transfer", 14), ("mixed", 10), ("account", 6), ("receiver", 10))
SERVICES = (
    ("money_order", 2_000_000, 22_000, ("CT-0042", "Đặng Văn Quyết")),
    ("press", 480_000, 0, ("Báo Nhân Dân", "1", "12/2026 03/2027")),
    ("bill", 650_000, 5_500, ("PE0100123", "Điện lực Hà Nội", "11/2026")),
)


@dataclass(frozen=True, slots=True)
class Step:
    """``about`` is the number of the step that it is about: a void is of a sale."""

    number: int
    kind: str
    about: int = -1
    how: dict[str, Any] = field(default_factory=dict)


@dataclass(slots=True)
class _Making:
    dice: Random
    steps: list[Step] = field(default_factory=list)
    sold: list[int] = field(default_factory=list)
    awaited: list[int] = field(default_factory=list)

    def add(self, kind: str, about: int = -1, **how: object) -> None:
        self.steps.append(Step(len(self.steps), kind, about, how))


def a_day(transactions: int, seed: int = 20_261_121) -> list[Step]:
    """A drawer opened and customers met, then ``transactions`` steps, then the drawer counted."""
    made = _Making(Random(seed))
    for name in NAMES:
        made.add("register", name=name)
    made.add("agree", about=0)
    made.add("open")
    for _ in range(transactions):
        _one(made)
    made.add("close")
    return made.steps


def _one(made: _Making) -> None:
    (kind,) = made.dice.choices([k for k, _ in SHARES], [w for _, w in SHARES])
    about = _taken(made, kind)
    if kind in ("void", "correct", "complaint", "reprint", "confirm") and about < 0:
        kind = "sale"
    if kind == "sale":
        _sale(made)
    elif kind == "service":
        made.add("service", about=made.dice.randrange(len(NAMES)), which=made.dice.randrange(3))
    elif kind == "cash":
        made.add("cash", move=made.dice.choice(("paid_in", "paid_out", "no_sale")))
    elif kind == "complaint":
        upto = made.dice.choice(("filed", "decided", "paid", "closed"))
        made.add("complaint", about, upto=upto, name=NAMES[made.steps[about].about])
    else:
        made.add(kind, about)


def _taken(made: _Making, kind: str) -> int:
    """A sale that nothing was done to yet; -1 when there is none."""
    pool = made.awaited if kind == "confirm" else made.sold
    if kind in ("sale", "service", "cash") or not pool:
        return -1
    return pool.pop(made.dice.randrange(len(pool)))


def _sale(made: _Making) -> None:
    dice = made.dice
    (way,) = dice.choices([w for w, _ in WAYS], [share for _, share in WAYS])
    services = ["parcel"] if way == "receiver" else ["registered", "parcel", "ems"]
    items = [
        {
            "service": dice.choice(services),
            "actual_g": dice.randrange(50, 900),
            "cod": way != "receiver" and dice.random() < 0.15,
        }
        for _ in range(dice.choices((1, 2, 3), (80, 15, 5))[0])
    ]
    customer = 0 if way == "account" else dice.randrange(len(NAMES))
    number = len(made.steps)
    made.add("sale", about=customer, way=way, items=items)
    if way == "transfer":
        made.awaited.append(number)
    elif way in ("cash", "mixed"):
        made.sold.append(number)
