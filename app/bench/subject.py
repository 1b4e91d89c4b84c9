"""The counter that is measured: a sample branch, and beside it the bare driver on the same file."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random
from time import perf_counter
from typing import Any, ClassVar

from sqlcipher3 import dbapi2

from app.bootstrap.desk import CounterDesk
from app.bootstrap.opening import open_enrolled
from app.errors import EnvironmentFault
from app.settings import Home, load_settings
from app.store.engine import connect
from app.store.store import Store

PROGRAM = Path(__file__).parents[2]
"""Child processes begin here, so that they are of this program whatever else is installed."""

SEED = 20_261_121
"""The same customers and keys in every run."""


@dataclass(eq=False)
class SampleNotMade(EnvironmentFault):
    """``tem demo`` refused or failed; ``reason`` is its sentence."""

    code: ClassVar[str] = "bench.sample_not_made"
    reason: str


@dataclass(frozen=True, slots=True)
class Sample:
    """A home that ``tem demo`` made, in ``made_s`` seconds, and someone who may work in it."""

    home: Home
    clerk: str
    pin: str
    made_s: float


@dataclass(frozen=True, slots=True)
class Person:
    """One registered customer, with what they are found by; "" for what they have not."""

    number: str
    full_name: str
    phone: str
    citizen: str


@dataclass(frozen=True, slots=True)
class Subject:
    """The open counter. ``raw`` reads the same file through a connection of the same kind."""

    sample: Sample
    store: Store
    desk: CounterDesk
    raw: dbapi2.Connection
    customers: int

    def people(self, count: int) -> list[Person]:
        """Customers picked by chance, all over the file."""
        dice = chance()
        query = "SELECT number, full_name, phones, citizen_number FROM customer WHERE id = ?"
        rows = (self.row(query, dice.randint(1, self.customers)) for _ in range(count))
        return [
            Person(number, name, phones.partition(" ")[0], citizen or "")
            for number, name, phones, citizen in rows
        ]

    def row(self, query: str, *values: object) -> Any:  # noqa: ANN401 - a row of the driver
        """The first row of ``query``."""
        return self.raw.execute(query, values).fetchone()


def chance() -> Random:
    """A fresh source of the same accidents."""
    return Random(SEED)  # noqa: S311 - a sample, no secret


def make_sample(root: Path, customers: int) -> Sample:
    """A sample branch in ``root``, new or topped up, by the command that people use."""
    demo = [sys.executable, "-m", "app", "demo", "--no-window", "--json"]
    begun = perf_counter()
    done = subprocess.run(  # noqa: S603 - our own program
        [*demo, "--customers", str(customers), "--home", str(root.absolute())],
        cwd=PROGRAM,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        check=False,
    )
    made_s = perf_counter() - begun
    try:
        told = json.loads(done.stdout)
        if done.returncode:
            raise SampleNotMade(reason=told["error"]["message"])
        person = told["clerks"][0]
        return Sample(Home(root.absolute()), person["code"], person["pin"], made_s)
    except (ValueError, KeyError, IndexError) as error:
        raise SampleNotMade(reason=done.stdout[:200]) from error


@contextmanager
def opened(sample: Sample) -> Iterator[Subject]:
    """The counter ready for work, its clerk signed in."""
    store = open_enrolled(sample.home)
    with closing(store), closing(_bare(store)) as raw:
        desk = CounterDesk(store, load_settings(sample.home.settings))
        desk.warm()
        desk.sign_in(sample.clerk, sample.pin)
        (customers,) = raw.execute("SELECT max(id) FROM customer").fetchone()
        yield Subject(sample, store, desk, raw, customers or 0)


def _bare(store: Store) -> dbapi2.Connection:
    return connect(store.home.database, store.secrets.database, query_only=True)
