"""The mutants still fit the code; whether each is caught is asked by ``tests.mutants.run``."""

import pytest

from tests.mutants.run import ROOT, mutated
from tests.mutants.seeded import MUTANTS, Mutant


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda each: each.name)
def test_a_mutant_changes_one_place_and_its_tests_are_there(mutant: Mutant) -> None:
    sound = (ROOT / mutant.file).read_text(encoding="utf-8")

    compile(mutated(sound, mutant), mutant.file, "exec")
    for test in mutant.tests:
        assert (ROOT / test).exists()


def test_no_two_have_the_same_name() -> None:
    assert len({each.name for each in MUTANTS}) == len(MUTANTS)
