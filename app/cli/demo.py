"""``tem demo``: a sample branch, enrolled as any terminal is, with as many customers as asked."""

import argparse
import shutil
from bisect import bisect_left
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import ClassVar

from app.bootstrap.opening import (
    enrol,
    has_customer,
    is_enrolled,
    open_or_create,
    trust_folder,
)
from app.cli.counter import show_counter
from app.cli.display import require_display
from app.cli.instance import only_instance
from app.cli.output import Exit, Output
from app.cli.sample_branch import (
    COUNTER,
    OFFICE,
    PEOPLE,
    SampleHeadquarters,
    communes_around,
    sample_headquarters,
)
from app.cli.sample_people import MOST, SampleBranch, sample_customers, sample_uid
from app.errors import UserError
from app.messages import text
from app.settings import Home, home
from app.store.snapshot import import_customers
from app.store.store import Store
from sync.enrolment import make_request
from sync.trust import trust


@dataclass(eq=False)
class RealCounterHere(UserError):
    """This home keeps a counter that ``tem demo`` did not make; it is never touched."""

    code: ClassVar[str] = "demo.real_counter"
    home: str


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
    return show_counter(place)


def _prepare(place: Home, given: argparse.Namespace, output: Output) -> None:
    keys = place.root / "demo-headquarters.json"
    if place.database.exists() and not keys.exists():
        raise RealCounterHere(home=str(place.root))
    place.make()
    with only_instance(place):
        if given.fresh:
            _clear(place)
        headquarters = sample_headquarters(keys)
        trust(trust_folder(place), "demo", headquarters.public_key)
        store = open_or_create(place)
        try:
            _enrol(store, headquarters)
            _fill(store, headquarters, given.customers, output)
        finally:
            store.close()


_OF_A_COUNTER = (
    "counter.*",
    "counter-replaced-*",
    "demo-headquarters.json",
    "tem.log*",
    "tem.crash",
    "views-*.log",
)


def _clear(place: Home) -> None:
    """Only what belongs to a counter goes; the folder may be someone's own."""
    for folder in (place.backups, place.printed, place.root / "making", trust_folder(place)):
        shutil.rmtree(folder, ignore_errors=True)
    for pattern in _OF_A_COUNTER:
        for file in place.root.glob(pattern):
            if file != place.lock:
                file.unlink()


def _enrol(store: Store, headquarters: SampleHeadquarters) -> None:
    if not is_enrolled(store):
        request = make_request(OFFICE, COUNTER, store.secrets.signing_key)
        enrol(store, headquarters.answer(request, datetime.now(UTC)))


def _fill(store: Store, headquarters: SampleHeadquarters, wanted: int, output: Output) -> None:
    """Customers as headquarters would send them, from where an earlier run stopped."""
    now = datetime.now(UTC)
    present = _present(store, wanted)
    branch = SampleBranch(
        office=OFFICE,
        communes=communes_around(OFFICE, now),
        lookup_key=headquarters.lookup_key,
        last_year=now.year - 1,
    )
    for done in import_customers(store, sample_customers(branch, present, wanted)):
        output.progress("demo.customers", done=present + done, wanted=wanted)


def _present(store: Store, wanted: int) -> int:
    """How many of the first ``wanted`` are there: they come in order, so halving finds the last."""
    return bisect_left(
        range(wanted), 1, key=lambda k: 0 if has_customer(store, sample_uid(k)) else 1
    )
