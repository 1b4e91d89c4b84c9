"""Pairs that may be one are found, once, and what a person said of them is not asked again."""

from dataclasses import dataclass

import sqlalchemy as sa
from msgspec.structs import replace

from app.journal.kinds.customers import Change, CustomerEdited, CustomerRegistered
from sync.headquarters.matching import propose_all, propose_new
from sync.headquarters.staff_tables import duplicate
from sync.headquarters.uniting import Decision, keep_apart, merge
from tests.app.store.bookkeeping import a_citizen
from tests.sync.country import Counter, Country


@dataclass(frozen=True)
class Street:
    """Some people registered at one counter."""

    country: Country
    counter: Counter

    def register(self, nth: int, name: str, **changes: object) -> CustomerRegistered:
        alone = {"phones": [f"+8490312{nth:04}"], "birth_date": f"1970-01-{nth:02}"}
        body = replace(self.counter.registration(nth, full_name=name), **(alone | changes))
        self.counter.record(body)
        assert self.counter.sync().problem == ""
        return body

    def pairs(self) -> list[tuple[str, str]]:
        with self.country.headquarters.database.reading() as connection:
            rows = connection.execute(
                sa.select(duplicate.c.reasons, duplicate.c.state).order_by(
                    duplicate.c.score.desc(), duplicate.c.reasons
                )
            )
            return [(row.reasons, row.state) for row in rows]


def a_street(country: Country) -> Street:
    return Street(country, country.counter())


def test_each_kind_of_likeness_is_found_all_at_once_and_bit_by_bit(country: Country) -> None:
    street = a_street(country)
    database = country.headquarters.database
    paper = a_citizen()
    street.register(1, "Nguyễn Thị Ánh Tuyết", citizen=paper)
    street.register(2, "Lê Thị Mơ", phones=["+84909000000"])
    street.register(3, "Trần Văn Bình", birth_date="1980-02-02")
    propose_new(database, 1)
    assert street.pairs() == []
    street.register(4, "Nguyễn Ánh Tuyết", citizen=paper)
    street.register(5, "Le Thi Mo", phones=["+84909000000"])
    street.register(6, "Trần Văn Bình", birth_date="1980-02-02")
    street.register(7, "Trần Văn Bình", birth_date="1981-02-02")

    assert propose_new(database, 2) == 3
    bit_by_bit = street.pairs()
    assert propose_all(database, 3) == 3

    assert street.pairs() == bit_by_bit
    assert bit_by_bit == [
        ("citizen old_paper", "proposed"),
        ("phone_name", "proposed"),
        ("name_birth_commune", "proposed"),
    ]


def test_the_old_paper_of_one_is_the_number_of_another(country: Country) -> None:
    street = a_street(country)
    old = a_citizen("012345678")
    street.register(1, "Nguyễn Thị Ánh Tuyết", citizen=old)
    newer = replace(old, number="001090000009", lookup=b"9", old_lookup=old.lookup)
    street.register(2, "Nguyễn Ánh Tuyết", citizen=newer)

    assert propose_new(country.headquarters.database, 1) == 1
    assert street.pairs() == [("old_paper", "proposed")]
    propose_all(country.headquarters.database, 1)
    assert street.pairs() == [("old_paper", "proposed")]


def test_what_a_person_said_is_not_asked_again(country: Country) -> None:
    street = a_street(country)
    database = country.headquarters.database
    same = {"phones": ["+84909000000"]}
    one, two, three = (street.register(nth, "Lê Thị Mơ", **same) for nth in (1, 2, 3))
    assert propose_new(database, 1) == 3

    keep_apart(database, Decision(one.number, two.number, "mẹ và con", "an An"), 2)
    merge(database, Decision(one.number, three.number, "cùng một người", "an An"), 3)
    propose_all(database, 4)
    propose_new(database, 5)

    assert sorted(state for _, state in street.pairs()) == ["apart", "merged"]


def test_a_pair_that_is_no_longer_alike_goes(country: Country) -> None:
    street = a_street(country)
    database = country.headquarters.database
    same = {"phones": ["+84909000000"]}
    one, _ = (street.register(nth, "Lê Thị Mơ", **same) for nth in (1, 2))
    assert propose_new(database, 1) == 1
    changes = [Change("phones", ["+84909000000"], ["+84903111222"])]
    street.counter.record(
        CustomerEdited(uid=one.uid, base_version=1, changes=changes, citizen=None)
    )
    street.counter.sync()

    assert propose_new(database, 2) == 0


def test_a_phone_of_everybody_says_nothing(country: Country) -> None:
    street = a_street(country)
    for nth in range(1, 23):
        street.register(nth, "Lê Thị Mơ", phones=["+84909000000"], birth_date=None)

    assert propose_new(country.headquarters.database, 1) == 0
    assert propose_all(country.headquarters.database, 1) == 0
