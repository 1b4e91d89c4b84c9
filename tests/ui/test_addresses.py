from dataclasses import replace

from tests.fakes.fake_desk import FakeDesk
from ui.addresses import commune_words

PAGE = next(iter(FakeDesk().people.values()))


def test_the_commune_stands_behind_the_street() -> None:
    assert commune_words(PAGE) == "Phường Hoàn Kiếm, Hà Nội"


def test_an_address_without_a_street_is_all_commune() -> None:
    bare = replace(PAGE, street="", address="Phường Láng, Hà Nội")

    assert commune_words(bare) == "Phường Láng, Hà Nội"


def test_a_record_without_a_commune_says_none() -> None:
    assert commune_words(replace(PAGE, commune="", address="12 Hàng Bông")) == ""
