"""One headquarters and its counters, made from a seed: real stores in one folder, no network."""

import shutil
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import sqlalchemy as sa

from app.domain.reference.shipped import shipped_reference
from app.services.provisioning import enrol_terminal
from app.settings import Home
from app.store.keys import Secrets, keep_in_file
from app.store.outbox import set_link
from app.store.store import Store, create_store, open_store
from sync.calling import call_for_provisioning
from sync.engine import Engine
from sync.enrolment import open_provisioning
from sync.headquarters.database import open_embedded
from sync.headquarters.enrolling import issue_code
from sync.headquarters.granting import put_first_size
from sync.headquarters.keys import HeadquartersKeys
from sync.headquarters.nearby import Nearby
from sync.headquarters.office import Headquarters
from sync.headquarters.publishing import publish
from sync.headquarters.settings import put_setting
from sync.headquarters.tables import person
from sync.passed import Passed
from sync.simulation.line import Line
from sync.simulation.time import CounterClock, Time

OFFICES = (("100950", "01"), ("100105", "01"), ("700900", "79"))
"""Two of one province, which share their customers, and one of another."""

FEW = 51
"""Numbers of each kind to begin with: after the second one a counter asks for more."""

MOST_AT_AN_OFFICE = 99
PIN = "246810"
PIN_HASH = "$argon2id$v=19$m=8,t=1,p=1$dGVtLXNpbXVsYXRpb24$KOaEF7/w8Ze58qOaV+vfQQ"
"""Of PIN, made cheaply: a simulation checks it thousands of times, and no salt may be drawn."""


@dataclass
class Counter:
    """One counter: its home, its wrong clock, its bad line, and what befell it."""

    number: int
    office: str
    province: str
    home: Home
    clock: CounterClock
    line: Line
    store: Store
    chance: Random
    terminal: int = 0
    image_of: int = 0
    behind: bool = False
    revoked: bool = False
    shut_out: bool = False
    heard: bool = True
    refused: dict[str, int] = field(default_factory=dict)

    def sync(self) -> Passed:
        passed = Engine(self.store, self.line, self.chance).sync_pass()
        self.heard = self.heard or not passed.problem
        self.shut_out = self.shut_out or passed.problem == "sync.revoked"
        return passed

    @property
    def works(self) -> bool:
        """Whether somebody can record here: not on an old image, not shut out."""
        return not self.behind and not self.shut_out


@dataclass
class Country:
    """``headquarters`` is another object after every restore; lines ask for it each time."""

    folder: Path
    chance: Random
    time: Time = field(default_factory=Time)
    line: type[Line] = Line
    counters: list[Counter] = field(default_factory=list)
    put_back: bool = False

    def found(self, how_many: int) -> None:
        """Headquarters with everything published, and the counters enrolled."""
        draw = self.chance.randbytes
        self.keys = HeadquartersKeys(draw(32), draw(32), draw(32), draw(32))
        self.place = self.folder / "headquarters" / "headquarters.db"
        self.place.parent.mkdir(parents=True)
        self.open_headquarters()
        files = [(file.name, file.text.encode()) for file in shipped_reference()]
        with self.headquarters.database.writing() as connection:
            publish(connection, files, self.time.true_ms)
            put_first_size(connection, FEW)
            put_setting(connection, "operator", "Bưu điện Minh Họa")
            put_setting(connection, "tax_code", "0199999991")
            connection.execute(sa.insert(person), _people())
        for number in range(1, how_many + 1):
            self.counters.append(self._enrolled(number))

    def open_headquarters(self) -> None:
        database = open_embedded(self.place, self.keys.database)
        self.headquarters = Headquarters(database, self.keys, self.time)

    def copy_headquarters(self) -> None:
        """Tonight's backup."""
        self.put_back = False
        self.headquarters.close()
        shutil.copy(self.place, self.place.with_suffix(".copy"))
        self.open_headquarters()

    def restore_headquarters(self, *, on_new_disk: bool) -> None:
        """Put last night's backup back; what came since is only at the counters.

        On a new disk the list of lent ranges is gone. That headquarters forgets all it lent twice
        running is more than it can bear: of the same copy, it keeps the list the second time.
        """
        self.headquarters.close()
        shutil.copy(self.place.with_suffix(".copy"), self.place)
        if on_new_disk and not self.put_back:
            for beside in (".lent", ".told"):
                self.place.with_suffix(beside).unlink(missing_ok=True)
        self.put_back = True
        self.open_headquarters()
        for counter in self.counters:
            counter.heard = False

    def close(self) -> None:
        for counter in self.counters:
            counter.store.close()
        self.headquarters.close()

    def _enrolled(self, number: int) -> Counter:
        office, province = OFFICES[(number - 1) % len(OFFICES)]
        at_the_office = (number - 1) // len(OFFICES) % MOST_AT_AN_OFFICE + 1
        home = Home(self.folder / f"counter-{number}")
        clock = CounterClock(self.time, f"counter-{number}")
        given = Secrets(self.chance.randbytes(32), self.chance.randbytes(32))
        keep_in_file(home, given)
        store = create_store(home, clock, given=given)
        with self.headquarters.database.writing() as connection:
            code = issue_code(connection, office, str(at_the_office), self.time.true_ms)
        near = Nearby(self.headquarters)
        answer = call_for_provisioning(near, code, given.signing_key, ())
        command = open_provisioning(
            answer.file, {self.keys.public}, bytes(given.signing_key.verify_key)
        )
        enrol_terminal(command, store.unit_of_work())
        with store.noting() as connection:
            set_link(connection, "http://127.0.0.1")
        own = branch(self.chance)
        line = self.line(lambda: self.headquarters, branch(self.chance))
        made = Counter(number, office, province, home, clock, line, store, own)
        made.terminal = command.terminal
        return made


def branch(chance: Random) -> Random:
    """Chance of its own for somebody, so that one drawing more does not change the others'."""
    return Random(chance.random())  # noqa: S311 - made to be repeated, keeps no secret


def reopened(counter: Counter) -> None:
    """The computer was switched off and on."""
    counter.clock.reboot()
    counter.store = open_store(counter.home, counter.clock)


def _people() -> list[dict[str, object]]:
    return [
        {
            "id": place * 10 + nth,
            "office": office,
            "code": code,
            "name": name,
            "role": role,
            "pin_hash": PIN_HASH,
        }
        for place, (office, _) in enumerate(OFFICES, start=1)
        for nth, (code, name, role) in enumerate(
            (("gdv1", "Trần Minh Châu", "clerk"), ("ksv1", "Lê Hồng Phúc", "supervisor")), start=1
        )
    ]
