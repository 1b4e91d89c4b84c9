"""Counters and headquarters merge, part and edit as they please; in the end all show the same."""

from contextlib import suppress
from random import Random

import pytest
import sqlalchemy as sa

from app.journal.kinds.body import Body
from app.journal.kinds.customers import Change, CustomerEdited, CustomerRegistered
from app.journal.kinds.holders import CustomersMerged, CustomersUnmerged
from app.services.conflicts import SettleConflict, ValueMovedOn, settle_conflict
from app.store.conflicts import all_conflicts
from app.store.merges import merges_holding, root_of
from app.store.tables.customers import customer
from app.store.tables.merges import customer_merge, merge_fact, merge_undone
from app.store.verification import verify
from sync.headquarters.settling import Contention, ValueOvertaken, take_other_value
from sync.headquarters.staff_tables import conflict_decision
from sync.headquarters.tables import conflict
from sync.headquarters.uniting import Decision, NotTheSame, SameAlready, merge, unmerge
from sync.simulation.invariants import counters_see_the_same_customers
from tests.sync.country import Counter, Country
from tests.sync.headquarters.test_ingest import held
from tests.sync.test_beside_everywhere import SUPERVISOR, an_id

PEOPLE, STEPS = 6, 45
TAKEN = ("full_name", "phones", "address", "alert_note")
EDITED = ("full_name", "street", "alert_note")


class Crowd:
    """Random deeds of three counters and headquarters about a few people."""

    def __init__(self, country: Country, seed: int) -> None:
        self.country = country
        self.chance = Random(seed)
        self.counters = [country.counter() for _ in range(3)]
        first = self.counters[0]
        self.people = [
            first.registration(nth, full_name=f"Khách Thứ {'I' * nth}")
            for nth in range(1, PEOPLE + 1)
        ]
        for each in self.people:
            first.record(each)
        self.meet()

    def step(self) -> None:
        self.country.clock.advance(self.chance.randrange(2_000))
        counter = self.chance.choice(self.counters)
        one, other = self.chance.sample(self.people, 2)
        deed = self.chance.choice(
            (
                self.merges,
                self.merges,
                self.parts,
                self.edits,
                self.edits,
                self.hears,
                self.decides,
                self.answers,
            )
        )
        deed(counter, one, other)

    def merges(self, counter: Counter, one: CustomerRegistered, other: CustomerRegistered) -> None:
        with counter.store.reading() as connection:
            winner, loser = (root_of(connection, each.uid) for each in (one, other))
        if winner != loser:
            taken = self.chance.sample(TAKEN, self.chance.randint(0, 2))
            counter.record(a_merge(winner, loser, taken))

    def parts(self, counter: Counter, one: CustomerRegistered, _other: object) -> None:
        with counter.store.reading() as connection:
            head = root_of(connection, one.uid)
            merges = merges_holding(connection, one.uid)
        if head != one.uid:
            counter.record(an_unmerge(head, one.uid, merges))

    def edits(self, counter: Counter, one: CustomerRegistered, _other: object) -> None:
        field = self.chance.choice(EDITED)
        with counter.store.reading() as connection:
            uid = root_of(connection, one.uid)
            query = sa.select(customer.c[field]).where(customer.c.uid == uid)
            was = connection.scalar(query)
        change = Change(field, was, f"{field} {self.chance.randrange(1_000)}")
        counter.record(CustomerEdited(uid=uid, base_version=1, changes=[change], citizen=None))

    def hears(self, counter: Counter, _one: object, _other: object) -> None:
        assert counter.sync().problem == ""

    def answers(self, counter: Counter, _one: object, _other: object) -> None:
        with counter.store.reading() as connection:
            found = all_conflicts(connection, settled=False, most=PEOPLE)
        if found:
            take = self.chance.random() < 0.7
            command = SettleConflict(
                an_id(counter.store.clock), self.chance.choice(found).name, take, "gọi khách"
            )
            with suppress(ValueMovedOn):
                settle_conflict(command, counter.store.unit_of_work(), SUPERVISOR)

    def decides(self, _counter: object, one: CustomerRegistered, other: CustomerRegistered) -> None:
        hq = self.country.headquarters
        made = Decision(one.number, other.number, "xem hồ sơ", "an Nguyễn Văn An")
        try:
            self.chance.choice((merge, unmerge))(hq.database, made, hq.clock.now_ms())
        except (SameAlready, NotTheSame):
            self._chooses()

    def _chooses(self) -> None:
        hq = self.country.headquarters
        undecided = sa.select(conflict).where(
            ~sa.exists().where(
                conflict_decision.c.place == conflict.c.place,
                conflict_decision.c.field == conflict.c.field,
            )
        )
        with hq.database.reading() as connection:
            row = connection.execute(undecided.order_by(conflict.c.place)).first()
        if row is not None:
            which = Contention(row.place, row.field)
            try:
                take_other_value(hq.database, which, "gọi khách", hq.clock.now_ms(), "an An")
            except ValueOvertaken:
                return

    def meet(self) -> None:
        for _ in range(2):
            for counter in self.counters:
                assert counter.sync().problem == ""


def a_merge(winner: bytes, loser: bytes, taken: list[str]) -> Body:
    return CustomersMerged(
        winner=winner,
        loser=loser,
        winner_number="",
        loser_number="",
        taken=taken,
        reason="trùng",
        clerk_name="Châu",
        approved_by=2,
        approver="Phúc",
    )


def an_unmerge(winner: bytes, loser: bytes, merges: list[bytes]) -> Body:
    return CustomersUnmerged(
        winner=winner,
        loser=loser,
        reason="hai người",
        clerk_name="Châu",
        approved_by=2,
        approver="Phúc",
        merges=merges,
    )


def stands(connection: sa.Connection) -> list[list[tuple[object, ...]]]:
    apart = {"id", "source", "version", "last_seen_ms", "shipments"}
    queries = (
        sa.select(*(each for each in customer.columns if each.name not in apart)).order_by(
            customer.c.uid
        ),
        sa.select(customer_merge.c.loser, customer_merge.c.winner).order_by(customer_merge.c.loser),
        sa.select(merge_fact.c.merge, merge_fact.c.hlc).order_by(merge_fact.c.merge),
        sa.select(merge_undone.c.merge, merge_undone.c.undoing).order_by(
            merge_undone.c.merge, merge_undone.c.undoing
        ),
    )
    return [[tuple(row) for row in connection.execute(query)] for query in queries]


@pytest.mark.parametrize("seed", range(3))
def test_in_the_end_everybody_shows_the_same(country: Country, seed: int) -> None:
    crowd = Crowd(country, seed)
    for _ in range(STEPS):
        crowd.step()
    crowd.meet()

    assert held(country) == []
    with country.headquarters.database.reading() as connection:
        wanted = stands(connection)
    for counter in crowd.counters:
        with counter.store.reading() as connection:
            assert stands(connection) == wanted
        counters_see_the_same_customers(country.headquarters, counter.store)
        assert verify(counter.store).problems == ()


@pytest.mark.parametrize("deed", ["merge", "edit"])
def test_who_has_seen_a_word_of_a_fast_clock_speaks_after_it(
    small_country: Country, deed: str
) -> None:
    country = small_country
    here, fast = country.counter(), country.counter()
    kept, other = (here.registration(nth, street=f"Ngõ {nth}") for nth in (1, 2))
    here.record(kept)
    here.record(other)
    here.sync()
    fast.sync()
    if deed == "edit":
        here.record(a_merge(kept.uid, other.uid, []))
        here.sync()
    country.clock.wall_ms += 2 * 86_400_000
    whose = kept.uid if deed == "merge" else other.uid
    fast.record(an_edit(whose, "Ngõ 1" if deed == "merge" else "Ngõ 2", "Phố nhanh"))
    country.clock.wall_ms -= 2 * 86_400_000
    fast.sync()
    here.sync()
    assert street(here, kept.uid) == "Phố nhanh"

    said = a_merge(kept.uid, other.uid, ["address"])
    here.record(said if deed == "merge" else an_edit(kept.uid, "Phố nhanh", "Ngõ 2"))

    for counter in (here, fast, here):
        assert counter.sync().problem == ""
    for counter in (here, fast):
        assert street(counter, kept.uid) == "Ngõ 2"
        assert verify(counter.store).problems == ()


def an_edit(uid: bytes, was: str, to: str) -> CustomerEdited:
    change = Change("street", was, to)
    return CustomerEdited(uid=uid, base_version=1, changes=[change], citizen=None)


def street(at: Counter, uid: bytes) -> str:
    with at.store.reading() as connection:
        return str(connection.scalar(sa.select(customer.c.street).where(customer.c.uid == uid)))
