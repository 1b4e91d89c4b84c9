import unicodedata
from dataclasses import replace
from datetime import date
from itertools import islice

import pytest

from app.cli.sample_people import (
    FIRST_SERIAL,
    MOST,
    SampleBranch,
    sample_customers,
    sample_uid,
)
from app.domain.citizen import check_citizen_number
from app.domain.customer_number import is_customer_number
from app.domain.names import clean_name
from app.domain.phones import normalise_phone
from app.domain.places import Place

CUA_NAM = Place("00070", "Cửa Nam", "Phường", "01", "Hà Nội", "2025-07", "Phường Cửa Nam, Hà Nội")


@pytest.fixture
def branch() -> SampleBranch:
    return SampleBranch("100950", (CUA_NAM,), b"k" * 32, 2025)


def test_sample_customers_stand_every_check_that_real_ones_do(branch: SampleBranch) -> None:
    for customer in sample_customers(branch, 0, 2_000):
        assert is_customer_number(customer.number)
        assert clean_name(customer.full_name) == customer.full_name
        assert unicodedata.is_normalized("NFC", customer.street)
        assert [normalise_phone(phone) for phone in customer.phones.split()]
        assert customer.birth_date is None or date.fromisoformat(customer.birth_date)
        assert customer.commune == "00070"
        if customer.citizen_number is not None:
            check_citizen_number(customer.citizen_number)


def test_the_same_customer_comes_whatever_was_asked_before(branch: SampleBranch) -> None:
    (alone,) = sample_customers(branch, 777, 778)

    assert list(islice(sample_customers(branch, 0, 778), 777, None)) == [alone]


def test_no_two_customers_share_what_names_one_person(branch: SampleBranch) -> None:
    people = list(sample_customers(branch, 0, 5_000))
    cards = [each.citizen_number for each in people if each.citizen_number]

    assert len({each.uid for each in people}) == len(people)
    assert len({each.number for each in people}) == len(people)
    assert len(set(cards)) == len(cards)


def test_names_repeat_as_they_do_in_life(branch: SampleBranch) -> None:
    people = list(sample_customers(branch, 0, 5_000))

    surnames = [each.full_name.split()[0] for each in people]
    assert 1_700 < surnames.count("Nguyễn") < 2_150
    assert 2_000 < len({each.full_name for each in people}) < 4_800


def test_the_lookup_hash_depends_on_the_key(branch: SampleBranch) -> None:
    other = replace(branch, lookup_key=b"o" * 32)

    pairs = zip(sample_customers(branch, 0, 50), sample_customers(other, 0, 50), strict=True)

    assert all(a.citizen_lookup != b.citizen_lookup for a, b in pairs if a.citizen_number)


def test_the_last_sample_customer_still_has_a_number(branch: SampleBranch) -> None:
    (last,) = sample_customers(branch, MOST - 1, MOST)

    assert last.number[4:11] == "9999999"
    assert last.uid == sample_uid(MOST - 1)
    assert FIRST_SERIAL > 5_000
