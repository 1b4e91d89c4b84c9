"""What must hold once every line is calm, whatever happened before. One checker for all layers.

By SYNC §3.1: I1 nothing acknowledged is missing, also after a restore; I2 one effect each; I3 one
booking for each command; I4 money; I5 every counter has headquarters' customers; I6 chains and
heads verify at both ends; I7 no number twice; I10 no transaction half applied.
"""

from collections.abc import Sequence
from itertools import groupby

import sqlalchemy as sa

from app.store.books import entries
from app.store.tables.customers import customer
from app.store.tables.shipments import posting, shipment
from app.store.verification import verify
from sync.headquarters.office import Headquarters
from sync.headquarters.tables import PLACE_BITS, effect, entry, quarantine, writer
from tests.sync.country import Counter

_SHOWN = [customer.c[name] for name in ("uid", "number", "full_name", "street", "version")]


def check(headquarters: Headquarters, counters: Sequence[Counter]) -> None:
    """All of it, over one headquarters and all its counters."""
    with headquarters.database.reading() as hq:
        held = hq.execute(sa.select(quarantine)).all()
        arrived = hq.execute(sa.select(entry.c.terminal, entry.c.seq, entry.c.hash)).all()
        effects = hq.scalar(sa.select(sa.func.count()).select_from(effect))
        money = hq.scalar(sa.select(sa.func.sum(sa.func.abs(posting.c.amount_vnd)))) or 0
        customers = hq.execute(sa.select(*_SHOWN).order_by(customer.c.uid)).all()
    assert held == []
    assert effects == len(arrived)
    one_effect_for_each_command(headquarters)
    no_transaction_is_half_applied(headquarters)
    no_number_stands_twice(headquarters)
    written, booked = set(), 0
    for counter in counters:
        found = verify(counter.store)
        assert found.ok, found.problems
        with counter.store.reading() as here:
            written |= {(e.terminal, e.seq, e.hash) for e in entries(here)}
            legs = sa.select(sa.func.sum(sa.func.abs(posting.c.amount_vnd)))
            booked += here.scalar(legs) or 0
            seen = here.execute(sa.select(*_SHOWN).order_by(customer.c.uid)).all()
        assert [tuple(row) for row in seen] == [tuple(row) for row in customers]
    assert written == {tuple(row) for row in arrived}
    assert booked == money


def one_effect_for_each_command(headquarters: Headquarters) -> None:
    """I3: a command that two entries carry has had its effect once."""
    applied = sa.select(effect.c.command_id).where(
        effect.c.status == "applied", effect.c.command_id.is_not(None)
    )
    with headquarters.database.reading() as hq:
        commands = hq.scalars(applied).all()
    assert len(commands) == len(set(commands))


def no_transaction_is_half_applied(headquarters: Headquarters) -> None:
    """I10: all entries of a transaction have the same fate."""
    place = writer.c.number.op("<<")(PLACE_BITS).op("|")(entry.c.seq)
    query = (
        sa.select(entry.c.txn_id, effect.c.status)
        .join(
            writer,
            (writer.c.terminal == entry.c.terminal) & (writer.c.epoch == entry.c.epoch),
        )
        .join(effect, effect.c.place == place)
        .order_by(entry.c.txn_id)
    )
    with headquarters.database.reading() as hq:
        rows = hq.execute(query).all()
    for _, group in groupby(rows, key=lambda row: row.txn_id):
        assert len({row.status for row in group}) == 1


def no_number_stands_twice(headquarters: Headquarters) -> None:
    """I7: customers and items."""
    with headquarters.database.reading() as hq:
        for column in (customer.c.number, shipment.c.code):
            found = hq.scalars(sa.select(column)).all()
            assert len(found) == len(set(found))
