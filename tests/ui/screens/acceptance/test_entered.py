from dataclasses import replace

import pytest

from app.domain.drafts import ItemEntry
from app.domain.names import NameTooLong
from app.domain.phones import OldPhone
from app.domain.weight import WrongSize, WrongWeight
from tests.fakes.fake_post_office import CATALOGUE, PLACES
from tests.ui.screens.acceptance.items import WHOLE
from ui.screens.acceptance.entered import (
    SizeNotThreeNumbers,
    as_written,
    fitted,
    missing,
    read,
    read_size,
    written_size,
)
from ui.typed import CommuneNotChosen


def test_a_whole_form_is_read_into_a_draft() -> None:
    reading = read(WHOLE)

    assert not reading.problems
    assert reading.draft.receiver.phone == "+84912345654"
    assert reading.draft.receiver.commune == "02212"
    assert reading.draft.size_cm == (40, 30, 20)
    assert (reading.draft.actual_g, reading.draft.declared_vnd) == (1_250, 1_500_000)


def test_an_organisation_may_receive() -> None:
    reading = read(replace(WHOLE, name="Công ty TNHH Gốm 36 (chi nhánh 2)"))

    assert not reading.problems


def test_empty_fields_are_gaps_and_not_mistakes() -> None:
    blank = ItemEntry(service="parcel")

    assert not read(blank).problems
    assert blank.is_blank()
    assert missing(blank, CATALOGUE) == (
        "name", "phone", "street", "commune", "weight", "contents", "checked",
    )  # fmt: skip


def test_a_whole_form_lacks_nothing() -> None:
    assert missing(WHOLE, CATALOGUE) == ()


def test_every_point_of_the_service_must_be_looked_at() -> None:
    assert missing(replace(WHOLE, checked=("seen", "lawful")), CATALOGUE) == ("checked",)
    assert missing(replace(WHOLE, service="ems", checked=("seen", "lawful")), CATALOGUE) == ()


def test_what_cannot_be_read_is_named_by_field() -> None:
    wrong = replace(
        WHOLE, phone="01663123456", size="40 30", weight_g=0, commune=None, name="a" * 10_000
    )

    problems = read(wrong).problems

    assert isinstance(problems["phone"], OldPhone)
    assert isinstance(problems["size"], SizeNotThreeNumbers)
    assert isinstance(problems["weight"], WrongWeight)
    assert isinstance(problems["commune"], CommuneNotChosen)
    assert isinstance(problems["name"], NameTooLong)


@pytest.mark.parametrize("typed", ["40 30 20", "40x30x20", "40 × 30 × 20", "40*30*20", "40.30.20"])
def test_a_size_is_read_however_it_is_typed(typed: str) -> None:
    assert read_size(typed) == (40, 30, 20)


@pytest.mark.parametrize("typed", ["", "40", "40 30", "40 30 20 10", "a b c", "9" * 10_000])
def test_anything_but_three_numbers_is_refused(typed: str) -> None:
    with pytest.raises(SizeNotThreeNumbers):
        read_size(typed)


def test_sides_that_no_item_has_are_refused() -> None:
    with pytest.raises(WrongSize):
        read_size("0 30 20")
    with pytest.raises(WrongSize):
        read_size("40 30 5000")


def test_a_size_reads_back() -> None:
    assert read_size(written_size((40, 30, 20))) == (40, 30, 20)


def test_size_and_phone_are_written_as_is_usual_and_the_rest_as_typed() -> None:
    typed = replace(WHOLE, phone="+84912345654", size="40x30x20")

    assert as_written(typed, "size").size == "40 × 30 × 20"
    assert as_written(typed, "phone").phone == "0912 345 654"
    assert as_written(typed, "name") == typed
    assert as_written(replace(typed, size="40"), "size").size == "40"


def test_another_service_keeps_only_what_it_offers() -> None:
    bare = replace(CATALOGUE, services=(replace(CATALOGUE.services[0], value_added=()),))
    entry = replace(WHOLE, service="registered", cod_vnd=5_000)

    kept = fitted(entry, bare)

    assert (kept.declared_vnd, kept.cod_vnd, kept.value_added) == (None, None, ())
    assert kept.checked == ("seen", "lawful")


def test_a_price_needs_what_where_to_and_how_heavy() -> None:
    assert ItemEntry(service="ems", commune=PLACES[0], weight_g=20).has_what_prices_it()
    assert not ItemEntry(service="ems", commune=PLACES[0]).has_what_prices_it()
