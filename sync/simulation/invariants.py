"""What must hold whatever happened: one checker for tests and simulations.

The numbers are those of the test plan. At every midnight, lines good or bad: I1
``nothing_acknowledged_is_missing``; I2 ``each_entry_has_one_effect``; I3
``one_effect_for_each_command``; I4 ``money_is_what_the_entries_say`` and, at the counter,
``books_agree_with_themselves``; I6 ``chains_hold_at_headquarters``; I7, in numbers.py,
``no_number_stands_twice``, ``no_number_is_lent_twice``, ``every_number_was_lent`` and
``counters_share_no_number``; I8, in values.py, ``losing_values_can_be_read``; I9
``merges_end_somewhere``; I10 ``no_transaction_is_halfapplied``; I14
``the_shut_out_have_no_effect``. An entry that staff put in (I15) breaks a chain (I6).

Once all lines are calm, also: I5 ``counters_see_the_same_customers``; I11 and I12
``only_for_a_reason_is_held``: no doubtful clock and no neighbour's trouble holds anything; I13
``nothing_is_pending``.
"""

from collections import Counter as Sums
from collections.abc import Collection, Sequence
from itertools import groupby

import sqlalchemy as sa

from app.journal.appending import read_body
from app.journal.entry import entry_hash, genesis_hash
from app.journal.heads import head_bytes, head_is_signed
from app.journal.kinds import postings_of
from app.store.books import entries
from app.store.origins import place_of
from app.store.outbox import outbox
from app.store.store import Store
from app.store.tables.customers import customer
from app.store.tables.merges import customer_merge
from app.store.tables.shipments import posting
from app.store.tables.station import terminal
from app.store.verification import verify
from sync.headquarters.feed import branch_scope, province_scope
from sync.headquarters.office import Headquarters
from sync.headquarters.tables import (
    effect,
    entry,
    fork_evidence,
    quarantine,
    released,
    writer,
)
from sync.simulation.broken import HasStore, holds
from sync.simulation.numbers import (
    counters_share_no_number,
    every_number_was_lent,
    no_number_is_lent_twice,
    no_number_stands_twice,
)
from sync.simulation.replicas import differing_beside, differing_cases, differing_conflicts
from sync.simulation.rows import applied, entries_of, fates, with_writers
from sync.simulation.values import losing_values_can_be_read

_SHOWN = [customer.c[name] for name in ("uid", "number", "full_name", "street", "version")]


def check(
    headquarters: Headquarters, counters: Sequence[HasStore], reasons: Collection[str] = ()
) -> None:
    """All of it, over one headquarters and all its counters, once every line is calm.

    ``reasons``: codes for which something may be held. Raises Broken.
    """
    check_headquarters(headquarters)
    only_for_a_reason_is_held(headquarters, reasons)
    counters_share_no_number(counters)
    for counter in counters:
        books_agree_with_themselves(counter.store)
        nothing_is_pending(counter.store)
        nothing_acknowledged_is_missing(headquarters, counter.store)
        counters_see_the_same_customers(headquarters, counter.store)


def check_headquarters(headquarters: Headquarters) -> None:
    """What headquarters' rows say by themselves, on any night."""
    each_entry_has_one_effect(headquarters)
    one_effect_for_each_command(headquarters)
    money_is_what_the_entries_say(headquarters)
    chains_hold_at_headquarters(headquarters)
    no_number_stands_twice(headquarters)
    no_number_is_lent_twice(headquarters)
    every_number_was_lent(headquarters)
    losing_values_can_be_read(headquarters)
    merges_end_somewhere(headquarters)
    no_transaction_is_halfapplied(headquarters)
    the_shut_out_have_no_effect(headquarters)


def nothing_acknowledged_is_missing(headquarters: Headquarters, store: Store) -> None:
    """I1."""
    with store.reading() as here:
        box = outbox(here)
        acked = 0 if box is None else box.acked
        mine = {(e.terminal, e.epoch, e.seq, e.hash) for e in entries(here) if e.seq <= acked}
    with headquarters.database.reading() as hq:
        found = sa.select(entry.c.terminal, entry.c.epoch, entry.c.seq, entry.c.hash)
        theirs = {tuple(row) for row in hq.execute(found)}
    lost = sorted(each[:3] for each in mine - theirs)
    holds("I1", not lost, f"acknowledged and not at headquarters: {lost[:5]}")


def each_entry_has_one_effect(headquarters: Headquarters) -> None:
    """I2."""
    with headquarters.database.reading() as hq:
        arrived = {place_of(row.number, row.seq) for row in hq.execute(with_writers())}
        effects = list(hq.scalars(sa.select(effect.c.place)))
    differing = sorted(arrived.symmetric_difference(effects))
    holds("I2", not differing, f"places with an entry or an effect alone: {differing[:5]}")


def one_effect_for_each_command(headquarters: Headquarters) -> None:
    """I3: a command that two entries carry has had its effect once."""
    booked = sa.select(effect.c.command_id).where(
        effect.c.status == "applied", effect.c.command_id.is_not(None)
    )
    with headquarters.database.reading() as hq:
        commands = hq.scalars(booked).all()
    holds("I3", len(commands) == len(set(commands)), "a command was booked twice")


def money_is_what_the_entries_say(headquarters: Headquarters) -> None:
    """I4: by account, the legs that stand are those of the entries that were applied."""
    said: Sums[str] = Sums()
    with headquarters.database.reading() as hq:
        for each in applied(hq):
            body = read_body(each)
            for leg in () if body is None else postings_of(body):
                said[leg.account] += leg.amount_vnd
        legs = sa.select(posting.c.account, sa.func.sum(posting.c.amount_vnd))
        stands = {row[0]: int(row[1]) for row in hq.execute(legs.group_by(posting.c.account))}
    differing = {
        name: (said[name], stands.get(name, 0))
        for name in said.keys() | stands.keys()
        if said[name] != stands.get(name, 0)
    }
    holds("I4", not differing, f"accounts (entries, rows): {differing}")
    holds("I4", sum(stands.values()) == 0, f"the legs sum to {sum(stands.values())}")


def books_agree_with_themselves(store: Store) -> None:
    """I4 and I6 at the counter: chain and signature hold, and a replay gives the same rows."""
    found = verify(store)
    problems = [each for each in found.problems if each.code != "verify.old_image"]
    holds("I4", not problems, f"a replay of the journal differs: {problems[:3]}")


def chains_hold_at_headquarters(headquarters: Headquarters) -> None:
    """I6: from genesis to a signed head without a gap, and no history has a rival."""
    with headquarters.database.reading() as hq:
        rivals = hq.execute(sa.select(fork_evidence.c.terminal, fork_evidence.c.seq)).all()
        holds("I6", not rivals, f"two histories: {rivals[:3]}")
        for stands in hq.execute(sa.select(writer).order_by(writer.c.number)).all():
            whose = (stands.terminal, stands.epoch)
            prev, seq = genesis_hash(*whose, stands.device_key, stands.nonce), 0
            for each in entries_of(hq, *whose):
                fits = (each.prev, each.seq, entry_hash(each)) == (prev, seq + 1, each.hash)
                holds("I6", fits, f"the chain of {whose} breaks at {each.seq}")
                prev, seq = each.hash, each.seq
            holds("I6", (stands.head_seq, stands.head_hash) == (seq, prev), f"head of {whose}")
            message = head_bytes(*whose, seq, prev)
            signed = not seq or head_is_signed(stands.device_key, message, stands.head_signature)
            holds("I6", signed, f"the head of {whose} is not signed")


def merges_end_somewhere(headquarters: Headquarters) -> None:
    """I9: whoever was merged leads to somebody who was not."""
    with headquarters.database.reading() as hq:
        found = hq.execute(sa.select(customer_merge.c.loser, customer_merge.c.winner))
        leads = {row.loser: row.winner for row in found}
        known = set(hq.scalars(sa.select(customer.c.uid)))
    for loser in leads:
        at, steps = loser, 0
        while at in leads and steps <= len(leads):
            at, steps = leads[at], steps + 1
        holds("I9", at not in leads, f"merges of {loser.hex()} go in a circle")
        holds("I9", at in known, f"{loser.hex()} leads to nobody")


def no_transaction_is_halfapplied(headquarters: Headquarters) -> None:
    """I10: all entries of a transaction have the same fate."""
    with headquarters.database.reading() as hq:
        fate_of = fates(hq)
        rows = hq.execute(with_writers().order_by(writer.c.number, entry.c.seq)).all()
    for (number, _txn), group in groupby(rows, key=lambda row: (row.number, row.txn_id)):
        found = {fate_of.get(place_of(number, row.seq)) for row in group}
        holds("I10", len(found) == 1, f"writer {number} has a transaction {found}")


def the_shut_out_have_no_effect(headquarters: Headquarters) -> None:
    """I14: what was recorded after a revocation is applied only if a person vouched for it."""
    query = (
        with_writers()
        .add_columns(entry.c.command_id)
        .where(writer.c.revoked_after.is_not(None), entry.c.seq > writer.c.revoked_after)
        .order_by(writer.c.number, entry.c.seq)
    )
    with headquarters.database.reading() as hq:
        fate_of = fates(hq)
        vouched = set(hq.scalars(sa.select(released.c.place)))
        rows = hq.execute(query).all()
    for _, group in groupby(rows, key=lambda row: (row.number, row.txn_id)):
        places = [place_of(row.number, row.seq) for row in group]
        took_effect = any(fate_of.get(place) == "applied" for place in places)
        holds("I14", not took_effect or places[0] in vouched, f"{places[0]} after a revocation")


def counters_see_the_same_customers(headquarters: Headquarters, store: Store) -> None:
    """I5, of the counter's own province: customers, what stands beside them, complaints, conflicts.

    A customer that headquarters holds back is only here.
    """
    order = sa.select(*_SHOWN).order_by(customer.c.uid)
    with headquarters.database.reading() as hq:
        theirs = {row.uid: tuple(row) for row in hq.execute(order)}
    with store.reading() as here:
        ours = {row.uid: tuple(row) for row in here.execute(order)}
        number = here.scalar(sa.select(sa.func.min(sa.func.substr(customer.c.number, 1, 2))))
    wanted = {uid: row for uid, row in theirs.items() if row[1][:2] == number}
    differing = [
        (row, ours.get(uid)) for uid, row in sorted(wanted.items()) if ours.get(uid) != row
    ]
    holds("I5", not differing, f"headquarters has, the counter has: {differing[:2]}")
    with headquarters.database.reading() as hq, store.reading() as here:
        mine = here.execute(sa.select(terminal.c.office)).one()
        beside = differing_beside(hq, here, province_scope(number or ""))
        cases = differing_cases(hq, here, province_scope(number or ""))
        cases += differing_cases(hq, here, branch_scope(mine.office))
        conflicts = differing_conflicts(hq, here, province_scope(number or ""))
        conflicts += differing_conflicts(hq, here, branch_scope(mine.office))
    holds("I5", not beside, f"beside the customer headquarters has, the counter: {beside[:2]}")
    holds("I5", not conflicts, f"conflicts that the counter has otherwise: {conflicts[:2]}")
    holds("I5", not cases, f"of complaints headquarters has, the counter has: {cases[:2]}")


def only_for_a_reason_is_held(headquarters: Headquarters, reasons: Collection[str]) -> None:
    """I11, I12: whatever is held, is held for one of ``reasons``."""
    with headquarters.database.reading() as hq:
        rows = hq.execute(sa.select(quarantine).order_by(quarantine.c.place)).all()
    found = [(r.terminal, r.seq, r.status, r.code, r.detail) for r in rows if r.code not in reasons]
    holds("I11", not found, f"held without a reason: {found[:5]}")


def nothing_is_pending(store: Store) -> None:
    """I13: with the lines calm everything has arrived."""
    with store.reading() as here:
        box = outbox(here)
    holds("I13", box is None or box.pending == 0, f"{box and box.pending} entries wait")
