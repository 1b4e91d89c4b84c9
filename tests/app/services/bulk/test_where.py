from datetime import UTC, datetime

import pytest

from app.domain.reference.book import ReferenceBook
from app.domain.reference.shipped import shipped_reference
from app.services.bulk.where import read_destination
from tests.builders import SAI_GON

PLACES = ReferenceBook.of(shipped_reference(), datetime(2026, 11, 21, tzinfo=UTC)).gazetteer().find


@pytest.mark.parametrize(
    "said",
    [
        {"address": "5 Lê Lợi, Phường Sài Gòn, Hồ Chí Minh"},
        {"address": "5 Lê Lợi", "commune": "Phường Sài Gòn", "province": "Hồ Chí Minh"},
        {"street": "5 Lê Lợi", "commune": "phuong sai gon", "province": "TP Ho Chi Minh"},
        {"street": "5 Lê Lợi", "commune": "Phường Sài Gòn, Hồ Chí Minh"},
        {"street": "5 Lê Lợi", "address": "Phường Sài Gòn, Hồ Chí Minh"},
    ],
)
def test_an_address_is_found_however_its_columns_are_cut(said: dict[str, str]) -> None:
    found = read_destination(said, PLACES)

    assert found.commune is not None
    assert (found.commune.code, found.street, found.words) == (SAI_GON, "5 Lê Lợi", "")


@pytest.mark.parametrize(
    "said",
    [
        {"address": "5 Lê Lợi, Sài Gòn"},
        {"street": "5 Lê Lợi", "commune": "Phường Sài Gòn"},
        {"address": "5 Lê Lợi, Phường Không Có, Hồ Chí Minh"},
    ],
)
def test_what_names_no_single_commune_is_kept_in_words(said: dict[str, str]) -> None:
    found = read_destination(said, PLACES)

    assert found.commune is None
    assert found.words


def test_a_row_without_an_address_has_no_destination() -> None:
    found = read_destination({}, PLACES)

    assert (found.commune, found.street, found.words) == (None, "", "")
