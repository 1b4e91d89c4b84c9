"""Sync that is killed: both ends in one process, so that the power goes at both of them.

``exchange`` pushes what a counter sold and pulls what others registered; ``enrol`` makes a second
counter from nothing and downloads its province.
"""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import sqlalchemy as sa

from app.bootstrap.opening import enrol as take_file
from app.bootstrap.opening import open_enrolled, open_or_create, trust_folder
from app.settings import Home
from app.store.outbox import set_link
from app.store.store import Store
from app.store.tables.customers import customer
from app.store.tables.journal import journal
from app.store.verification import verify
from sync.calling import call_for_provisioning
from sync.codes import parse_code
from sync.engine import Engine
from sync.headquarters.enrolling import issue_code
from sync.headquarters.nearby import Nearby
from sync.headquarters.office import Headquarters, open_headquarters
from sync.headquarters.snapshots import make_snapshot
from sync.headquarters.tables import effect, entry, quarantine, writer
from sync.headquarters.telling import tell_of_customers
from sync.trust import trust
from tests.e2e.kill.sale import Tell, sell

SCOPE, PART_ROWS = "P:01", 7


def prepare_exchange(home: Home) -> None:
    """Something to push, and something to pull."""
    sell(home, lambda _shown: None)
    with closing(_headquarters(home)) as headquarters, headquarters.database.writing() as database:
        uids = database.scalars(sa.select(customer.c.uid)).all()
        tell_of_customers(database, uids)


def exchange(home: Home, tell: Tell) -> None:
    """One pass, both ways."""
    with closing(_headquarters(home)) as headquarters, closing(open_enrolled(home)) as store:
        _pass(store, headquarters)
    tell({"passed": True})


def prepare_enrol(home: Home) -> None:
    """A snapshot in several parts and a one-time code, which the work finds in a file."""
    with closing(_headquarters(home)) as headquarters:
        now_ms = headquarters.clock.now_ms()
        make_snapshot(headquarters.database, headquarters.keys, SCOPE, now_ms, PART_ROWS)
        with headquarters.database.writing() as database:
            code = issue_code(database, "100950", "3", now_ms)
    _code(home).write_text(str(code), encoding="ascii")


def enrol(home: Home, tell: Tell) -> None:
    """A second counter, from an empty folder to the last customer of its province."""
    with closing(_headquarters(home)) as headquarters:
        second = _second(home)
        with closing(open_or_create(second)) as store:
            code = parse_code(_code(home).read_text(encoding="ascii"))
            line = Nearby(headquarters)
            answer = call_for_provisioning(line, code, store.secrets.signing_key, ())
            trust(trust_folder(second), "headquarters", answer.key)
            take_file(store, answer.file)
            with store.noting() as connection:
                set_link(connection, "http://127.0.0.1:8700")
            _pass(store, headquarters)
    tell({"enrolled": True})


def problems_of_exchange(home: Home) -> list[str]:
    """What is wrong once the interrupted pass was begun again."""
    exchange(home, lambda _shown: None)
    return [*_problems(home, home)]


def problems_of_enrol(home: Home) -> list[str]:
    """What is wrong once the interrupted enrolment was begun again with the same code."""
    enrol(home, lambda _shown: None)
    return [*_problems(home, _second(home))]


def _problems(home: Home, counter: Home) -> Iterator[str]:
    with closing(_headquarters(home)) as headquarters, closing(open_enrolled(counter)) as store:
        found = verify(store)
        yield from (f"unsound: {problem}" for problem in found.problems)
        with store.reading() as here, headquarters.database.reading() as there:
            terminal = here.scalar(sa.text("SELECT terminal FROM terminal"))
            ours = set(here.scalars(sa.select(journal.c.hash)))
            theirs = there.scalars(sa.select(entry.c.hash).where(entry.c.terminal == terminal))
            arrived = list(theirs)
            people = set(here.scalars(sa.select(customer.c.number)))
            known = set(there.scalars(sa.select(customer.c.number)))
            held = there.execute(sa.select(quarantine)).all()
            effects = there.scalar(sa.select(sa.func.count()).select_from(effect))
            entries = there.scalar(sa.select(sa.func.count()).select_from(entry))
            epochs = there.execute(sa.select(writer).where(writer.c.terminal == terminal)).all()
        if ours - set(arrived):
            yield f"lost: {len(ours - set(arrived))} entries did not arrive"
        if len(arrived) != len(set(arrived)):
            yield "doubled: an entry stands twice at headquarters"
        if set(arrived) - ours:
            yield "doubled: headquarters has entries that the counter never made"
        if held or effects != entries:
            yield f"unsound: {len(held)} transactions are held, {effects} of {entries} folded"
        if known - people:
            yield f"lost: {len(known - people)} customers did not come"
        if len(epochs) != 1:
            yield f"doubled: the terminal has {len(epochs)} epochs"


def _pass(store: Store, headquarters: Headquarters) -> None:
    passed = Engine(store, Nearby(headquarters)).sync_pass()
    assert passed.problem == "", passed.problem


def _headquarters(home: Home) -> Headquarters:
    return open_headquarters(home.root / "headquarters")


def _second(home: Home) -> Home:
    return Home(home.root / "second")


def _code(home: Home) -> Path:
    return home.root / "code"
