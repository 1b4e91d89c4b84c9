"""Merges and un-merges come to the same wherever and whenever they are heard of."""

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.merges import IDENTITY, UNSAID, Merge, Step, Word, heads_of, shown, steps_of
from app.domain.relations import MERGEABLE

A, B, C = (bytes([letter]) for letter in b"ABC")


def a_merge(at: int, winner: bytes, loser: bytes, *taken: str) -> Merge:
    return Merge((at, at.to_bytes(16, "big")), winner, loser, taken)


def names(**words: tuple[int, str]) -> dict[bytes, dict[str, Word]]:
    """What each letter calls itself, and when."""
    return {
        who.encode(): {"full_name": Word((at, b"") if at else UNSAID, name)}
        for who, (at, name) in words.items()
    }


def test_whoever_follows_leads_to_the_head_through_any_chain() -> None:
    steps = steps_of([a_merge(1, A, B), a_merge(2, B, C)])

    assert heads_of(steps) == {B: A, C: A}


def test_a_circle_ends_with_the_head_that_stood_before_it() -> None:
    assert heads_of(steps_of([a_merge(1, A, B), a_merge(2, B, A)])) == {B: A}


def test_one_loser_of_two_winners_makes_all_three_one() -> None:
    assert heads_of(steps_of([a_merge(1, A, C), a_merge(2, B, C)])) == {A: B, C: B}


def test_a_taken_field_is_the_losers_and_follows_its_corrections() -> None:
    steps = steps_of([a_merge(5, A, B, "full_name")])

    assert shown(steps, names(A=(0, "An"), B=(0, "Ánh")))[A]["full_name"].value == "Ánh"
    assert shown(steps, names(A=(0, "An"), B=(7, "Ánh Tuyết")))[A]["full_name"].value == "Ánh Tuyết"


def test_an_edit_after_the_merge_is_seen_and_one_before_it_is_not() -> None:
    steps = steps_of([a_merge(5, A, B, "full_name")])

    assert shown(steps, names(A=(6, "Mơ"), B=(0, "Ánh")))[A]["full_name"].value == "Mơ"
    assert shown(steps, names(A=(4, "Mơ"), B=(0, "Ánh")))[A]["full_name"].value == "Ánh"


@pytest.mark.parametrize("name", [*MERGEABLE])
def test_a_later_word_of_a_follower_counts_unless_it_is_about_who_that_is(name: str) -> None:
    own = {A: {name: Word(UNSAID, "a")}, B: {name: Word((9, b""), "b")}}

    found = shown(steps_of([a_merge(5, A, B)]), own)[A][name].value

    assert found == ("a" if name in IDENTITY else "b")


def test_a_number_without_words_lets_pass_what_follows_it() -> None:
    steps = steps_of([a_merge(1, B, C, "full_name"), a_merge(2, A, B, "full_name")])
    own = names(A=(0, "An"), C=(0, "Cúc"))

    assert shown(steps, own)[A]["full_name"].value == "Cúc"


@dataclass
class Replica:
    """Hears of merges and undoings, in whatever order and however often."""

    own: Mapping[bytes, Mapping[str, Word]]
    merges: dict[tuple[int, bytes], Merge] = field(default_factory=dict)
    undone: set[tuple[int, bytes]] = field(default_factory=set)

    def hear(self, fact: Merge | tuple[int, bytes]) -> None:
        if isinstance(fact, Merge):
            self.merges[fact.stamp] = fact
        else:
            self.undone.add(fact)

    @property
    def steps(self) -> tuple[Step, ...]:
        return steps_of(each for stamp, each in self.merges.items() if stamp not in self.undone)


def history(
    chance: random.Random, people: list[bytes], length: int
) -> Iterator[Merge | tuple[int, bytes]]:
    """Merges of any two, and undoings of any merge, also of one undone before."""
    said: list[Merge] = []
    for at in range(1, length + 1):
        if said and chance.random() < 0.45:
            yield chance.choice(said[-300:]).stamp
        else:
            winner, loser = chance.sample(people, 2)
            taken = chance.sample(MERGEABLE, chance.randint(0, 3))
            hlc = at + chance.randint(-50, 50)  # clocks differ
            merge = replace(a_merge(at, winner, loser, *taken), stamp=(hlc, at.to_bytes(16, "big")))
            said.append(merge)
            yield merge


@pytest.mark.parametrize("seed", range(3))
def test_ten_thousand_merges_and_undoings_come_to_the_same_at_five_replicas(seed: int) -> None:
    chance = random.Random(seed)
    people = [bytes([1]) + number.to_bytes(15, "big") for number in range(200)]
    own = {
        uid: {
            name: Word((chance.choice((0, chance.randint(1, 10_000))), uid), (uid, name))
            for name in MERGEABLE
        }
        for uid in people
    }
    facts = list(history(chance, people, 10_000))
    replicas = [Replica(own) for _ in range(5)]
    for replica in replicas:
        heard = facts + chance.sample(facts, 2_000)
        chance.shuffle(heard)
        for place, fact in enumerate(heard):
            replica.hear(fact)
            if place % 2_500 == 0:
                _is_sound(replica.steps, people)
    first = replicas[0]
    _is_sound(first.steps, people)
    for other in replicas[1:]:
        assert other.steps == first.steps
        assert shown(other.steps, own) == shown(first.steps, own)


def _is_sound(steps: tuple[Step, ...], people: list[bytes]) -> None:
    """I9: no circle, and everyone comes to somebody who follows nobody."""
    leads = {step.follower: step.head for step in steps}
    assert len(leads) == len(steps)
    heads = heads_of(steps)
    for uid in people:
        assert heads.get(uid, uid) not in leads


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=12), st.randoms())
@settings(max_examples=200, deadline=None)
def test_the_order_of_arrival_does_not_matter(
    pairs: list[tuple[int, int]], chance: random.Random
) -> None:
    merges = [
        a_merge(at, bytes([one]), bytes([other]))
        for at, (one, other) in enumerate(pairs)
        if one != other
    ]
    shuffled = chance.sample(merges, len(merges))

    assert steps_of(shuffled) == steps_of(merges)
