import logging
from datetime import date

import pytest

from app.domain.citizen import (
    CitizenCardContradiction,
    CitizenCardField,
    CitizenCardGarbled,
    UnreadableCitizenCard,
    WrongCitizenNumber,
    born_and_sex,
    check_citizen_number,
    mask_citizen,
    parse_citizen_card,
)
from app.messages import text_for

TODAY = date(2026, 11, 21)
SYNTHETIC = (
    "001090000001|012345678|Nguyễn Văn A|01011990|Nam|Số 1 phố Thử, Phường X, Hà Nội|15042021"
)
LETTERS = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"


def card_text(**changed: str) -> str:
    fields = {
        "number": "001090000001",
        "old_number": "012345678",
        "name": "Nguyễn Văn A",
        "birth": "01011990",
        "sex": "Nam",
        "address": "Số 1 phố Thử, Phường X, Hà Nội",
        "issued": "15042021",
    }
    return "|".join((fields | changed).values())


def refusal_of(text: str) -> UnreadableCitizenCard:
    with pytest.raises(UnreadableCitizenCard) as refused:
        parse_citizen_card(text, TODAY)
    return refused.value


def test_the_synthetic_card_is_read_whole() -> None:
    card = parse_citizen_card(SYNTHETIC, TODAY)

    assert card.number == "001090000001"
    assert card.old_number == "012345678"
    assert card.full_name == "Nguyễn Văn A"
    assert card.birth_date == date(1990, 1, 1)
    assert card.sex == "male"
    assert card.address_text == "Số 1 phố Thử, Phường X, Hà Nội"
    assert card.issued_on == date(2021, 4, 15)


def test_an_empty_second_field_means_no_old_number() -> None:
    assert parse_citizen_card(card_text(old_number=""), TODAY).old_number == ""


def test_the_old_number_is_no_second_number_when_it_is_the_same() -> None:
    assert parse_citizen_card(card_text(old_number="001090000001"), TODAY).old_number == ""


def test_fields_after_the_seventh_are_not_looked_at() -> None:
    assert parse_citizen_card(SYNTHETIC + "||Cha ??|Mẹ|", TODAY) == parse_citizen_card(SYNTHETIC)


@pytest.mark.parametrize("text", [SYNTHETIC.rsplit("|", 1)[0], card_text(issued="")])
def test_a_card_without_a_date_of_issue_is_read(text: str) -> None:
    assert parse_citizen_card(text, TODAY).issued_on is None


def test_a_card_of_this_century_is_read() -> None:
    card = parse_citizen_card(card_text(number="079305000001", birth="28022005", sex="Nữ"), TODAY)

    assert (card.birth_date, card.sex) == (date(2005, 2, 28), "female")


def test_dates_with_strokes_and_names_in_nfd_are_read_the_same() -> None:
    spelt = card_text(name="Nguyễn Văn A", birth="01/01/1990")

    assert parse_citizen_card(spelt, TODAY) == parse_citizen_card(SYNTHETIC, TODAY)


@pytest.mark.parametrize(
    ("changed", "label"),
    [
        ({"sex": "Nữ"}, "giới tính"),
        ({"number": "001190000001"}, "giới tính"),
        ({"birth": "01011991"}, "ngày sinh"),
        ({"number": "001290000001"}, "ngày sinh"),
        ({"number": "001226000001", "birth": "22112026"}, "ngày sinh"),
        ({"issued": "31121989"}, "ngày cấp"),
        ({"issued": "22112026"}, "ngày cấp"),
    ],
)
def test_a_contradiction_is_refused_by_naming_the_field(
    changed: dict[str, str], label: str
) -> None:
    refusal = refusal_of(card_text(**changed))

    assert isinstance(refusal, CitizenCardContradiction)
    assert refusal.field_label == label
    assert label in text_for(refusal)


def test_without_a_day_to_compare_with_only_the_card_itself_can_contradict() -> None:
    newborn = card_text(number="001226000001", birth="22112026", issued="")

    assert parse_citizen_card(newborn).birth_date == date(2026, 11, 22)


@pytest.mark.parametrize(
    ("changed", "label"),
    [
        ({"number": ""}, "số căn cước"),
        ({"number": "00109000001"}, "số căn cước"),
        ({"number": "003090000001"}, "số căn cước"),
        ({"old_number": "12345"}, "số chứng minh cũ"),
        ({"name": ""}, "họ và tên"),
        ({"name": "Nguyễn Văn 4"}, "họ và tên"),
        ({"name": "A" * 500}, "họ và tên"),
        ({"birth": "31021990"}, "ngày sinh"),
        ({"birth": ""}, "ngày sinh"),
        ({"birth": "1990"}, "ngày sinh"),
        ({"sex": "X"}, "giới tính"),
        ({"sex": ""}, "giới tính"),
        ({"address": "A" * 500}, "nơi thường trú"),
        ({"issued": "31022021"}, "ngày cấp"),
        ({"issued": "00000000"}, "ngày cấp"),
    ],
)
def test_a_field_that_cannot_be_is_named(changed: dict[str, str], label: str) -> None:
    refusal = refusal_of(card_text(**changed))

    assert isinstance(refusal, CitizenCardField)
    assert refusal.field_label == label
    assert label in text_for(refusal)


@pytest.mark.parametrize(
    ("changed", "label"),
    [
        ({"name": "Nguy?n V?n A"}, "họ và tên"),
        ({"name": "Nguyá»…n VÄƒn A"}, "họ và tên"),
        ({"name": "Nguy\ufffdn Văn A"}, "họ và tên"),
        ({"name": "Nguyễn 💌"}, "họ và tên"),
        ({"sex": "N?", "number": "001190000001"}, "giới tính"),
        ({"sex": "N", "number": "001190000001"}, "giới tính"),
        ({"address": "S? 1 ph? Th?"}, "nơi thường trú"),
    ],
)
def test_a_scanner_that_cannot_type_vietnamese_is_told_in_words(
    changed: dict[str, str], label: str
) -> None:
    refusal = refusal_of(card_text(**changed))

    assert isinstance(refusal, CitizenCardGarbled)
    assert refusal.field_label == label
    assert "máy quét" in text_for(refusal)


@pytest.mark.parametrize("page", ["latin-1", "cp1252", "cp1258", "cp437"])
@pytest.mark.parametrize("letter", LETTERS + LETTERS.upper())
def test_every_letter_read_with_a_wrong_code_page_is_noticed(letter: str, page: str) -> None:
    garbled = f"L{letter}".encode().decode(page, errors="replace")

    assert isinstance(refusal_of(card_text(name=garbled)), CitizenCardGarbled)


@pytest.mark.parametrize("letter", LETTERS + LETTERS.upper())
def test_no_vietnamese_letter_is_taken_for_garbled(letter: str) -> None:
    assert parse_citizen_card(card_text(name=f"L{letter}"), TODAY).full_name == f"L{letter}"


@pytest.mark.parametrize("name", ["H'Hen Niê", "Y Blơ Êban", "K'Sor Phước"])
def test_names_of_other_peoples_are_read(name: str) -> None:
    assert parse_citizen_card(card_text(name=name), TODAY).full_name == name


@pytest.mark.parametrize("text", ["", "|", "001090000001", "a|b|c", "|" * 10_000, "A" * 10_000])
def test_what_is_no_card_is_refused(text: str) -> None:
    assert "QR" in text_for(refusal_of(text))


def test_nothing_of_a_card_stands_in_a_refusal_or_a_log(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    changes = [{"sex": "Nữ"}, {"birth": "31021990"}, {"name": "Ng?"}, {"name": "Văn 4"}]
    for changed in (*changes, {"number": "123"}, {"old_number": "12"}):
        refusal = refusal_of(card_text(**changed))
        told = f"{refusal!r} {refusal.args} {refusal} {text_for(refusal)} {refusal.__cause__!r}"
        assert not [part for part in SYNTHETIC.split("|") if part != "Nam" and part in told]
    assert not caplog.records


def test_a_card_shows_no_more_than_its_masked_number() -> None:
    assert repr(parse_citizen_card(SYNTHETIC)) == "CitizenCard(0010••••••01)"


def test_a_number_typed_with_blanks_is_read() -> None:
    assert check_citizen_number(" 001 090 000 001 ") == "001090000001"


def test_a_citizen_registered_abroad_has_a_country_for_a_province() -> None:
    assert check_citizen_number("174090000001") == "174090000001"


@pytest.mark.parametrize(
    "number", ["", "00109000000", "000090000001", "097090000001", "00109000000Đ", "0" * 10_000]
)
def test_a_number_that_cannot_be_is_refused_without_repeating_it(number: str) -> None:
    with pytest.raises(WrongCitizenNumber) as refused:
        check_citizen_number(number)

    assert "0010" not in repr(refused.value)


@pytest.mark.parametrize(
    ("number", "told"),
    [
        ("001090000001", (1990, "male")),
        ("001190000001", (1990, "female")),
        ("001205000001", (2005, "male")),
        ("001326000001", (2026, "female")),
    ],
)
def test_a_number_tells_the_year_of_birth_and_the_sex(number: str, told: tuple[int, str]) -> None:
    assert born_and_sex(number) == told


def test_a_number_is_masked_everywhere() -> None:
    assert mask_citizen("001090000001") == "0010••••••01"
    assert mask_citizen("012345678") == "0123•••78"
