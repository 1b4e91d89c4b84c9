from tests.fakes.fake_post_office import PLACES
from ui.widgets.place_options import place_option


def test_a_commune_is_one_line_and_its_old_name_stands_below() -> None:
    option = place_option(PLACES[0])

    assert option.title == "Phường Sài Gòn, Hồ Chí Minh"
    assert "Phường Bến Nghé" in option.detail
    assert option.value == PLACES[0]


def test_a_commune_found_by_its_own_name_needs_no_second_line() -> None:
    assert place_option(PLACES[1]).detail == ""
