"""Tem under the same troubles as its peers: ``python -m tests.comparison.tem_side``.

Speed and bytes are measured by ``tem bench sync``. Real code at both ends and real stores; the line
between them is in memory, because what it does to a message is the same over any.
"""

import json
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from msgspec.structs import replace

from app.journal.kinds.customers import Change, CustomerEdited
from app.store.tables.customers import customer
from sync.headquarters.tables import conflict, effect, entry, quarantine
from sync.transport import Reply, Unreached
from sync.wire import Ack, unpack
from tests.sync.country import Counter, Country, an_embedded_country
from tests.sync.forgery import forged, journal_of, pushed_by_hand, rechained

COUNT = sa.func.count()
RECORDS = 400
"""As many customers as one counter has numbers for at first, and a bit to spare."""


def _rows(country: Country, table: sa.Table) -> int:
    return country.hq(sa.select(COUNT).select_from(table))


def lost_reply(country: Country) -> dict[str, Any]:
    """The answer to every third message is lost until the counter is through."""
    counter = country.counter()
    for nth in range(1, RECORDS + 1):
        counter.record(counter.registration(nth))
    passed = [0]

    def every_third(_path: str, reply: Reply) -> Reply:
        passed[0] += 1
        if passed[0] % 3 == 0:
            raise Unreached
        return reply

    counter.wire.after = every_third
    tries = 1
    while counter.sync().pending:
        tries += 1
    counter.wire.calm()
    counter.sync()
    return {"records": RECORDS, "arrived": _rows(country, customer), "passes": tries}


def poison(country: Country) -> dict[str, Any]:
    """One transaction in the middle does not balance its books with its own number."""
    counter = country.counter()
    counter.sync()
    groups = [forged(counter, counter.registration(nth)) for nth in range(1, RECORDS + 1)]
    bad = replace(counter.registration(RECORDS // 2), number="0126999999999")
    groups[RECORDS // 2 - 1] = forged(counter, bad)
    first = len(journal_of(counter)) + 1
    entries = [each for group in groups for each in group]
    entries = [replace(each, seq=first + place) for place, each in enumerate(entries)]
    status, body = pushed_by_hand(counter, rechained(entries))
    told = [(each.status, each.code) for each in unpack(body, Ack).notices]
    return {
        "status": status,
        "records": RECORDS,
        "with_effect": _rows(country, customer),
        "kept": _rows(country, entry) - first + 1,
        "told": told,
        "in_quarantine": _rows(country, quarantine),
    }


def restored(country: Country) -> dict[str, Any]:
    """Headquarters is put back from a copy that lacks the second half."""
    counter = country.counter()
    _record(counter, 1, RECORDS // 2)
    country.headquarters.close()
    file = country.folder / "headquarters" / "headquarters.db"
    shutil.copy(file, file.with_suffix(".copy"))
    country.reopen()
    _record(counter, RECORDS // 2 + 1, RECORDS)
    before = _rows(country, customer)
    country.headquarters.close()
    shutil.copy(file.with_suffix(".copy"), file)
    country.reopen()
    after = _rows(country, customer)
    problem = counter.sync().problem
    return {
        "before": before,
        "after_restore": after,
        "after_sync": _rows(country, customer),
        "problem": problem,
    }


def wrong_clock(country: Country) -> dict[str, Any]:
    """Five years back, then an hour ahead, of the time that headquarters has."""
    counter = country.counter()
    counter.sync()
    told = []
    for nth, wrong_ms in enumerate((-5 * 365 * 86_400_000, 3_600_000), start=1):
        country.clock.wall_ms += wrong_ms
        counter.record(counter.registration(nth))
        country.clock.wall_ms -= wrong_ms
        told.append(counter.sync().problem)
    return {"problems": told, "arrived": _rows(country, customer), "of": 2}


def same_edit(country: Country) -> dict[str, Any]:
    """Two counters change one field; the value that loses can be read."""
    one, other = country.counter(), country.counter()
    her = one.registration(1)
    one.record(her)
    one.sync()
    other.sync()
    for counter, street in ((one, "Phố Huế"), (other, "Hàng Đào")):
        changes = [Change("street", her.street, street)]
        edit = CustomerEdited(uid=her.uid, base_version=1, changes=changes, citizen=None)
        counter.record(edit)
        counter.sync()
    with country.headquarters.database.reading() as connection:
        row = connection.execute(sa.select(conflict)).one()
        stands = connection.scalar(sa.select(customer.c.street))
    return {"stands": stands, "both_values": [row.mine, row.theirs]}


def _record(counter: Counter, first: int, last: int) -> None:
    for nth in range(first, last + 1):
        counter.record(counter.registration(nth))
    counter.sync()


def main() -> None:
    found: dict[str, Any] = {}
    for work in (lost_reply, poison, restored, wrong_clock, same_edit):
        with tempfile.TemporaryDirectory(prefix="tem-comparison-") as folder:
            country = an_embedded_country(Path(folder))
            found[work.__name__] = work(country)
            found[work.__name__]["one_effect_each"] = _rows(country, entry) == _rows(
                country, effect
            )
            country.close()
    sys.stdout.write(json.dumps(found, indent=1, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
