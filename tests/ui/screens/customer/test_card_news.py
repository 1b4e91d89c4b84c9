from dataclasses import replace
from datetime import date

from app.domain.card_address import CardAddress
from app.domain.citizen import mask_citizen
from app.services.customers import CitizenPaper
from tests.builders import a_card
from tests.fakes.fake_desk import FakeDesk
from tests.fakes.fake_post_office import PLACES
from ui.screens.customer.card_news import news_of

CARD = a_card()
NOWHERE = CardAddress(CARD.address_text, None)
PAGE = replace(
    next(iter(FakeDesk().people.values())),
    full_name=CARD.full_name,
    birth_date=CARD.birth_date,
    sex=CARD.sex,
    citizen_masked=mask_citizen(CARD.number),
    citizen_source="card",
    street="12 Hàng Bông",
    commune=PLACES[1].code,
)


def test_a_card_that_says_the_same_is_no_news() -> None:
    assert news_of(PAGE, CARD, NOWHERE) is None
    assert news_of(PAGE, CARD, CardAddress("12 hàng bông", PLACES[1])) is None


def test_a_changed_name_and_birth_date_are_named_with_from_and_to() -> None:
    card = replace(CARD, full_name="Nguyễn Văn B", birth_date=date(1990, 2, 1))

    news = news_of(PAGE, card, NOWHERE)

    assert news is not None
    assert news.changes == {
        "full_name": ("Nguyễn Văn A", "Nguyễn Văn B"),
        "birth_date": (date(1990, 1, 1), date(1990, 2, 1)),
    }
    assert news.sentence == "Họ và tên: Nguyễn Văn B; Ngày sinh: 01/02/1990"


def test_a_move_is_told_as_one_address() -> None:
    news = news_of(PAGE, CARD, CardAddress("5 Lê Lợi", PLACES[0]))

    assert news is not None
    assert news.changes["commune"] == (PLACES[1].code, PLACES[0].code)
    assert news.sentence == f"Địa chỉ: 5 Lê Lợi, {PLACES[0].label}"


def test_a_number_typed_by_hand_is_confirmed_by_the_card() -> None:
    news = news_of(replace(PAGE, citizen_source="typed", sex=None), CARD, NOWHERE)

    assert news is not None
    assert isinstance(news.changes["citizen"][1], CitizenPaper)
    assert news.sentence == "Giới tính: nam; Số căn cước: 0010••••••01"
