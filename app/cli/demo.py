"""``tem demo``: headquarters and an enrolled counter with as many customers as asked."""

import argparse
import shutil
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from app.bootstrap.opening import is_enrolled, open_enrolled, open_or_create, trust_folder
from app.cli.counter import show_counter
from app.cli.display import require_display
from app.cli.instance import only_instance
from app.cli.output import Exit, Output
from app.cli.sample_branch import COUNTER, OFFICE, PEOPLE
from app.cli.sample_headquarters import (
    enrol_sample_counter,
    fill,
    open_sample_headquarters,
    serving,
)
from app.cli.sample_people import MOST
from app.errors import UserError
from app.messages import text
from app.settings import Home, home
from app.store.outbox import set_link
from sync.headquarters.office import Headquarters


@dataclass(eq=False)
class RealCounterHere(UserError):
    """This home keeps a counter that ``tem demo`` did not make; it is never touched."""

    code: ClassVar[str] = "demo.real_counter"
    home: str


@dataclass(eq=False)
class SampleOutOfStep(UserError):
    """The sample counter and its headquarters do not fit together any more."""

    code: ClassVar[str] = "demo.out_of_step"
    problem: str


@dataclass(eq=False)
class TooManyCustomers(UserError):
    """More sample customers than there are numbers for."""

    code: ClassVar[str] = "demo.too_many"
    most: int


def demo(given: argparse.Namespace, output: Output) -> Exit:
    if given.customers > MOST:
        raise TooManyCustomers(most=MOST)
    if not given.no_window:
        require_display()
    place = home(given.home)
    _prepare(place, given, output)
    people = [
        {"code": each.clerk.code, "name": each.clerk.name, "role": each.clerk.role, "pin": each.pin}
        for each in PEOPLE
    ]
    lines = [
        text("demo.ready", home=place.root),
        *(
            text("demo.clerk", clerk=each.clerk.code, name=each.clerk.name, pin=each.pin)
            for each in PEOPLE
        ),
    ]
    if given.no_window:
        shape = {"home": str(place.root), "office": OFFICE, "counter": COUNTER, "clerks": people}
        output.answer(shape, *lines)
        return Exit.DONE
    for line in lines:
        print(line, file=output.err, flush=True)
    return _serve_and_show(place)


def _prepare(place: Home, given: argparse.Namespace, output: Output) -> None:
    if place.database.exists() and not _mark(place).exists():
        raise RealCounterHere(home=str(place.root))
    place.make()
    with only_instance(place):
        if given.fresh:
            _clear(place)
        _mark(place).touch(mode=0o600)
        with closing(open_sample_headquarters(_headquarters(place))) as headquarters:
            _enrol_and_fill(place, headquarters, given.customers, output)


def _enrol_and_fill(
    place: Home, headquarters: Headquarters, customers: int, output: Output
) -> None:
    with closing(open_or_create(place)) as store:
        if not is_enrolled(store):
            enrol_sample_counter(headquarters, store, trust_folder(place))
        passed = fill(headquarters, store, customers, output)
    if passed.problem:
        raise SampleOutOfStep(problem=text(passed.problem))


def _mark(place: Home) -> Path:
    """Says that everything here is a sample."""
    return place.root / "demo.mark"


def _headquarters(place: Home) -> Path:
    return place.root / "headquarters"


_OF_A_COUNTER = (
    "counter.*",
    "counter-replaced-*",
    "demo.mark",
    "sync.lock",
    "tem.log*",
    "tem.crash",
    "views-*.log",
)


def _clear(place: Home) -> None:
    """Only what belongs to a counter goes; the folder may be someone's own."""
    ours = (place.backups, place.printed, place.root / "making", trust_folder(place))
    for folder in (*ours, _headquarters(place)):
        shutil.rmtree(folder, ignore_errors=True)
    for pattern in _OF_A_COUNTER:
        for file in place.root.glob(pattern):
            if file != place.lock:
                file.unlink()


def _serve_and_show(place: Home) -> Exit:
    """Headquarters and counter side by side, until the window is closed."""
    with serving(place) as url:
        with closing(open_enrolled(place)) as store, store.noting() as connection:
            set_link(connection, url)
        return show_counter(place)
