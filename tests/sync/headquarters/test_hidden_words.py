"""What the later word of a merged number hides is kept for a person to decide."""

from typing import NamedTuple

import sqlalchemy as sa

from sync.headquarters.tables import conflict
from sync.headquarters.uniting import Decision, merge, unmerge
from sync.simulation.values import losing_values_can_be_read
from tests.sync.contending import lines, settles
from tests.sync.country import Counter, Country
from tests.sync.test_merges_everywhere import a_merge, an_edit, street


class Pair(NamedTuple):
    """Two customers that both counters know. Both live in Ngõ 1."""

    here: Counter
    there: Counter
    kept: bytes
    other: bytes
    numbers: tuple[str, str]


def a_pair(country: Country) -> Pair:
    here, there = country.counter(), country.counter()
    kept, other = (here.registration(nth, street="Ngõ 1") for nth in (1, 2))
    here.record(kept)
    here.record(other)
    for counter in (here, there):
        assert counter.sync().problem == ""
    return Pair(here, there, kept.uid, other.uid, (kept.number, other.number))


def words(country: Country, pair: Pair) -> None:
    """There somebody says where either lives, later than what is said here."""
    pair.there.record(an_edit(pair.kept, "Ngõ 1", "Phố Huế"))
    country.clock.advance(60_000)
    pair.there.record(an_edit(pair.other, "Ngõ 1", "Hàng Mã"))


def all_sync(country: Country) -> None:
    for counter in (*country.counters, *country.counters):
        assert counter.sync().problem == ""


def kept_of(country: Country, uid: bytes) -> list[tuple[str, str]]:
    query = sa.select(conflict.c.mine, conflict.c.theirs).where(conflict.c.uid == uid)
    with country.headquarters.database.reading() as connection:
        return [(row.mine, row.theirs) for row in connection.execute(query)]


def merged_last(country: Country) -> Pair:
    """Both words are at headquarters before it hears that the two are one."""
    pair = a_pair(country)
    pair.here.record(a_merge(pair.kept, pair.other, []))
    country.clock.advance(60_000)
    words(country, pair)
    pair.there.sync()
    all_sync(country)
    return pair


def test_a_merge_that_comes_after_both_words_hides_none_of_them(country: Country) -> None:
    pair = merged_last(country)

    assert street(pair.here, pair.kept) == "Hàng Mã"
    assert kept_of(country, pair.kept) == [('"Phố Huế"', '"Hàng Mã"')]
    settles(pair.here, take=True)
    all_sync(country)
    assert [street(each, pair.kept) for each in country.counters] == ["Phố Huế", "Phố Huế"]
    losing_values_can_be_read(country.headquarters)


def test_a_word_that_meets_two_others_leaves_both_readable(country: Country) -> None:
    pair = a_pair(country)
    pair.here.record(an_edit(pair.other, "Ngõ 1", "Lò Đúc"))
    pair.here.record(a_merge(pair.kept, pair.other, []))
    country.clock.advance(60_000)
    words(country, pair)

    pair.here.sync()
    all_sync(country)

    assert kept_of(country, pair.other) == [('"Hàng Mã"', '"Lò Đúc"')]
    assert kept_of(country, pair.kept) == [('"Phố Huế"', '"Hàng Mã"')]
    about_other = next(each for each in lines(pair.here) if "Lò Đúc" in str(each))
    settles(pair.here, take=True, name=about_other.conflict)
    all_sync(country)
    losing_values_can_be_read(country.headquarters)


def test_who_merges_has_looked_at_what_either_says(country: Country) -> None:
    pair = a_pair(country)
    words(country, pair)
    all_sync(country)
    hq = country.headquarters
    made = Decision(*pair.numbers, reason="trùng", who="Lan")

    merge(hq.database, made, country.clock.now_ms())
    unmerge(hq.database, made, country.clock.now_ms())
    pair.here.sync()
    pair.here.record(a_merge(pair.kept, pair.other, ["address"]))
    all_sync(country)

    assert street(pair.there, pair.kept) == "Hàng Mã"
    assert kept_of(country, pair.kept) == []


def test_it_is_told_once(country: Country) -> None:
    pair = merged_last(country)

    pair.there.record(an_edit(pair.other, "Hàng Mã", "Hàng Bè"))
    all_sync(country)

    assert [mine for mine, _ in kept_of(country, pair.kept)] == ['"Phố Huế"']
