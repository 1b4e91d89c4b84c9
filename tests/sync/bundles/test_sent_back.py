"""By a stick too: who was away too long reads a scope again, and what cannot be read goes bare."""

from pathlib import Path

from app.store.outbox import link
from app.store.sweeping import begin_sweep
from app.store.taking import read_again
from app.store.verification import verify
from sync.bundles.covers import PUSH
from sync.headquarters.office import Answer, Headquarters
from sync.headquarters.tombstones import KEPT_MS
from tests.sync.bundles.test_counter import ALL, and_back, there, trip, without_line
from tests.sync.country import Country, lost
from tests.sync.two_provinces import AWAY, HOME, known, two_provinces


def test_who_was_away_too_long_reads_its_province_again_from_one_stick(
    small_country: Country, stick: Path
) -> None:
    two = two_provinces(small_country)
    (her,) = two.people
    other = two.someone_far()
    two.merge(other, her)
    two.meet()
    two.far.wire.before = lost
    two.unmerge(other, her)
    for _ in range(2):
        two.night(AWAY)
        small_country.clock.advance(KEPT_MS + 1)
        two.night(AWAY)

    passed = trip(small_country, two.far, stick)

    assert (passed.problem, known(two.far)) == ("", [other.number])
    assert verify(two.far.store).ok


def test_a_stick_that_is_silent_of_a_scope_takes_nobody_away(
    small_country: Country, stick: Path
) -> None:
    two = two_provinces(small_country)
    there(small_country, two.here, stick)
    with two.here.store.noting() as connection:
        read_again(connection, HOME)
        begin_sweep(connection, HOME)

    and_back(small_country, two.here, stick)

    assert known(two.here) == [two.people[0].number]


class OlderHeadquarters(Headquarters):
    """Cannot read the shape in which newer counters push."""

    def answer(self, path: str, body: bytes, token: bytes = b"") -> Answer:
        return super().answer(path, b"?" if path == PUSH else body, token)


def test_what_headquarters_cannot_read_comes_with_the_next_stick_as_bare_bytes(
    country: Country, stick: Path
) -> None:
    counter = without_line(country)
    trip(country, counter, stick)
    hq = country.headquarters
    country.headquarters = OlderHeadquarters(hq.database, hq.keys, hq.clock)
    counter.record(counter.registration(1))
    counter.record(*counter.sale(1, counter.registration(1).uid))

    first = trip(country, counter, stick)
    assert (first.problem, first.pending) == ("sync.not_understood", 3)
    with counter.store.reading() as connection:
        standing = link(connection)
    assert standing is not None
    assert standing.problem == "sync.not_understood"

    second = trip(country, counter, stick)

    assert (second.problem, second.pending) == ("", 0)
    assert country.hq(ALL) == 1
    assert verify(counter.store).ok
