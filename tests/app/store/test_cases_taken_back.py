"""A counter put back from an image gets back its steps in cases that others went on with."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.store.complaints import complaint_by_number
from app.store.verification import verify
from sync.simulation.invariants import check
from tests.sync.country import Country, an_embedded_country
from tests.sync.rules import a_step
from tests.sync.test_beside_everywhere import a_customer, all_sync
from tests.sync.test_complaints_everywhere import complains
from tests.sync.test_recovery import put_back


@pytest.fixture
def country(tmp_path: Path) -> Iterator[Country]:
    made = an_embedded_country(tmp_path)
    yield made
    made.close()


@pytest.mark.parametrize("the_image_knows_the_case", [True, False])
def test_a_step_that_rested_on_what_the_image_lacks_is_got_back(
    country: Country,
    the_image_knows_the_case: bool,  # noqa: FBT001 - pytest names it
) -> None:
    here, there = country.counter(), country.counter()
    customer = a_customer(there, "Nguyễn Thị Ánh")
    number = complains(there, customer) if the_image_knows_the_case else ""
    all_sync(country)
    here.store.close()
    shutil.copytree(here.store.home.root, here.store.home.root.with_suffix(".image"))
    number = number or complains(there, customer)
    there.record(*a_step(number, "received"))
    all_sync(country)
    here.record(*a_step(number, "investigating"))
    all_sync(country)

    put_back(here, country)
    assert here.sync().problem == ""

    assert verify(here.store).ok
    with here.store.reading() as connection:
        assert complaint_by_number(connection, number).state == "reopened"
    all_sync(country)
    check(country.headquarters, [here, there])
