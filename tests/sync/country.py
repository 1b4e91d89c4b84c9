"""A small country for tests: headquarters and counters, real code at both ends, no network."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

import sqlalchemy as sa
from msgspec.structs import replace

from app.bootstrap.opening import enrol
from app.domain.item_code import make_item_code
from app.domain.leases import LeaseKind
from app.domain.reference.shipped import shipped_reference
from app.ids import new_id
from app.journal.entry import Entry
from app.journal.kinds.body import Body
from app.journal.kinds.customers import CustomerRegistered
from app.journal.kinds.money import PaymentReceived
from app.journal.kinds.shipments import ShipmentAccepted
from app.settings import Home
from app.store.outbox import set_link
from app.store.store import Store, create_store
from sync.calling import call_for_provisioning
from sync.engine import Engine
from sync.headquarters.database import Database, open_embedded
from sync.headquarters.enrolling import issue_code
from sync.headquarters.granting import SIZES
from sync.headquarters.keys import HeadquartersKeys, keys_in
from sync.headquarters.office import Headquarters
from sync.headquarters.publishing import publish
from sync.headquarters.staff_tables import EVERYTHING
from sync.passed import Passed
from sync.transport import Reply, Unreached
from sync.trust import trust
from sync.wire import MAX_PACKED
from tests.app.store.bookkeeping import a_payment, a_registration, an_acceptance
from tests.fakes.clock import HandClock

Backup = dict[str, list[dict[str, Any]]]

OFFICE = "100950"
PEOPLE = """
[operator]
name = "Bưu điện Minh Họa"
tax_code = "0199999991"
[[clerk]]
office = "100950"
id = 1
code = "gdv1"
name = "Trần Minh Châu"
role = "clerk"
pin = "246810"
"""


@dataclass
class Wire:
    """Carries messages to a headquarters. A test may stand on the line.

    ``before``: called with the path, may raise Unreached: the request is lost.
    ``after``: may change the reply or raise Unreached: the reply is lost, the work is done.
    ``instead``: replies by path of somebody before headquarters; ``longest``: bytes it lets pass.
    """

    headquarters: Headquarters
    before: Callable[[str], object] = lambda _path: None
    after: Callable[[str, Reply], Reply] = lambda _path, reply: reply
    instead: dict[str, Reply] = field(default_factory=dict)
    longest: int = MAX_PACKED
    tokens: list[bytes] = field(default_factory=list)

    def send(self, path: str, body: bytes, token: bytes = b"") -> Reply:
        self.before(path)
        if path in self.instead:
            return self.instead[path]
        if len(body) > self.longest:
            return Reply(413, b"")
        self.tokens.append(token)
        answer = self.headquarters.answer(path, body, token)
        return self.after(path, Reply(answer.status, answer.body))

    def calm(self) -> None:
        """Nobody stands on the line any more."""
        self.before = lambda _path: None
        self.after = lambda _path, reply: reply


def lost(*_anything: object) -> Reply:
    """For ``before`` and ``after``: it never comes."""
    raise Unreached


@dataclass
class Counter:
    """An enrolled counter that can record facts of its own numbers and sync."""

    store: Store
    wire: Wire
    number: int
    done: int = 0

    def record(self, *facts: Body, command_id: bytes | None = None) -> tuple[Entry, ...]:
        with self.store.unit_of_work() as uow:
            entries = uow.record(
                facts, command_id=command_id or new_id(self.store.clock.now_ms()), clerk=1
            )
            uow.commit()
        return entries

    def registration(self, nth: int, **changes: object) -> CustomerRegistered:
        """The ``nth`` customer of this counter, with a number of its lease."""
        body = a_registration((self.number - 1) * SIZES[LeaseKind.CUSTOMER] + nth)
        return replace(body, citizen=None, **changes)

    def sale(self, nth: int, customer: bytes) -> tuple[ShipmentAccepted, PaymentReceived]:
        """The ``nth`` item and its payment, with numbers of this counter's leases."""
        code = make_item_code("RA", (self.number - 1) * SIZES[LeaseKind.ITEM] + nth)
        receipt = f"{OFFICE}-{self.number}-{nth:07}"
        item = replace(an_acceptance(), code=code, receipt=receipt, customer_uid=customer)
        paid = replace(a_payment(), receipt=receipt, items=[code], customer_uid=customer)
        return item, paid

    def sync(self) -> Passed:
        return Engine(self.store, self.wire, Random(1)).sync_pass()

    def scalar(self, query: sa.Select[Any]) -> int:
        with self.store.reading() as connection:
            return int(connection.scalar(query) or 0)


class Country:
    """One headquarters with everything published, and as many counters as asked for."""

    def __init__(self, folder: Path, database: Database, clock: HandClock | None = None) -> None:
        self.folder = folder
        self.clock = clock or HandClock()
        self.keys: HeadquartersKeys = keys_in(folder / "headquarters")
        self.headquarters = Headquarters(database, self.keys, self.clock)
        self.counters: list[Counter] = []
        files = [(file.name, file.text.encode()) for file in shipped_reference()]
        with database.writing() as connection:
            publish(connection, [*files, ("people.toml", PEOPLE.encode())], self.clock.now_ms())

    def counter(self, office: str = OFFICE, *, at: int | None = None) -> Counter:
        """The next counter, or a new computer ``at`` the place of an earlier one."""
        number = at or len(self.counters) + 1
        with self.headquarters.database.writing() as connection:
            code = issue_code(connection, office, str(number), self.clock.now_ms())
        store = create_store(Home(self.folder / f"counter-{len(self.counters) + 1}"), self.clock)
        wire = Wire(self.headquarters)
        answer = call_for_provisioning(wire, code, store.secrets.signing_key, ())
        trust(store.home.root / "trust", "headquarters", answer.key)
        assert enrol(store, answer.file).new_leases
        with store.noting() as connection:
            set_link(connection, "http://127.0.0.1")
        made = Counter(store, wire, number)
        self.counters.append(made)
        return made

    def hq(self, query: sa.Select[Any]) -> int:
        with self.headquarters.database.reading() as connection:
            return int(connection.scalar(query) or 0)

    def backup(self) -> Backup:
        """A copy of every row that headquarters has, whatever its database."""
        with self.headquarters.database.reading() as connection:
            return {
                table.name: [dict(row) for row in connection.execute(sa.select(table)).mappings()]
                for table in EVERYTHING.sorted_tables
            }

    def put_back(self, copy: Backup) -> None:
        """Let headquarters stand as it stood when the copy was made."""
        with self.headquarters.database.writing() as connection:
            for table in reversed(EVERYTHING.sorted_tables):
                connection.execute(sa.delete(table))
            for table in EVERYTHING.sorted_tables:
                if rows := copy[table.name]:
                    connection.execute(sa.insert(table), rows)

    def reopen(self) -> None:
        """The embedded headquarters again, after its file was exchanged."""
        file = self.folder / "headquarters" / "headquarters.db"
        database = open_embedded(file, self.keys.database)
        self.headquarters = Headquarters(database, self.keys, self.clock)
        for counter in self.counters:
            counter.wire.headquarters = self.headquarters

    def close(self) -> None:
        for counter in self.counters:
            counter.store.close()
        self.headquarters.close()


def an_embedded_country(folder: Path) -> Country:
    keys = keys_in(folder / "headquarters")
    return Country(
        folder, open_embedded(folder / "headquarters" / "headquarters.db", keys.database)
    )
