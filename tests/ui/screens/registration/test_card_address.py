from dataclasses import replace

from tests.fakes.fake_post_office import PLACES, places
from ui.screens.registration.card_address import CardAddress, find_on_card
from ui.screens.registration.entered import Entered


def test_the_last_words_of_a_new_card_name_the_commune() -> None:
    found = find_on_card("12 Hàng Bông, Phường Hoàn Kiếm, Hà Nội", places)

    assert found == CardAddress("12 Hàng Bông", PLACES[1])


def test_an_older_card_has_a_district_between() -> None:
    found = find_on_card("Tổ 5, Phường Bến Nghé, Quận 1, Hồ Chí Minh", places)

    assert found == CardAddress("Tổ 5", PLACES[0])


def test_words_that_name_no_commune_are_kept_as_written() -> None:
    found = find_on_card("Số 1 phố Thử, Phường X, Hà Nội", places)

    assert found == CardAddress("Số 1 phố Thử, Phường X, Hà Nội", None)


def test_a_name_that_two_communes_bear_is_not_guessed() -> None:
    twins = (PLACES[1], replace(PLACES[1], code="00071"))

    found = find_on_card("1 Hàng Bông, Phường Hoàn Kiếm, Hà Nội", lambda _text: twins)

    assert found.commune is None


def test_an_empty_address_is_no_trouble() -> None:
    assert find_on_card("", places) == CardAddress("", None)


def test_the_address_goes_into_the_form() -> None:
    entered = CardAddress("12 Hàng Bông", PLACES[1]).into(Entered(full_name="An"))

    assert (entered.full_name, entered.street, entered.commune) == (
        "An",
        "12 Hàng Bông",
        PLACES[1],
    )
