"""The mutants still fit the code; whether each is caught is asked by ``tests.mutants.run``."""

import pytest

from tests.mutants.run import ROOT, TABLE, mutated, row
from tests.mutants.seeded import MUTANTS, Mutant


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda each: each.name)
def test_a_mutant_changes_one_place_and_its_tests_are_there(mutant: Mutant) -> None:
    sound = (ROOT / mutant.file).read_text(encoding="utf-8")

    compile(mutated(sound, mutant), mutant.file, "exec")
    for test in mutant.tests:
        assert (ROOT / test).exists()


def test_no_two_have_the_same_name() -> None:
    assert len({each.name for each in MUTANTS}) == len(MUTANTS)


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda each: each.name)
def test_the_page_says_of_each_which_test_that_is_still_there_caught_it(mutant: Mutant) -> None:
    begun = row(mutant, "").removesuffix("**nobody** |")
    (line,) = (each for each in TABLE.read_text("utf-8").splitlines() if each.startswith(begun))
    caught = line.removeprefix(begun).strip("`| ").partition(" ")[0]
    file, _, test = caught.partition("::")

    assert not test or f"def {test.partition('[')[0]}(" in (ROOT / file).read_text("utf-8")
    assert (ROOT / file).exists()
