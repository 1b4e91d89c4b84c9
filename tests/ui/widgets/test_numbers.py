import pytest
from PySide6.QtCore import Qt

from app.messages import Language, speak
from tests.fakes.hands import Hands, Show
from tests.fakes.seen import words_on
from ui.widgets.numbers import AmountField, NumberField


@pytest.mark.parametrize(
    ("typed", "shown", "number"),
    [
        ("5", "5", 5),
        ("1250", "1.250", 1250),
        ("1500000", "1.500.000", 1_500_000),
        ("12a5 -.0", "1.250", 1250),
        ("007", "7", 7),
        ("100k", "100.000", 100_000),
        ("150+", "150.000", 150_000),
        ("2++", "2.000.000", 2_000_000),
        ("k5", "5", 5),
        ("", "", None),
    ],
)
def test_amounts_are_grouped_while_they_are_typed(
    show: Show, typed: str, shown: str, number: int | None
) -> None:
    field = AmountField("Khách đưa")
    window = show(field)
    field.setFocus()

    Hands(window).type(typed)

    assert field.value() == shown
    assert field.number() == number


def test_a_weight_knows_no_noughts_key(show: Show) -> None:
    field = NumberField("Khối lượng", unit="g")
    window = show(field)
    field.setFocus()

    Hands(window).type("4k+")

    assert field.number() == 4


def test_no_more_digits_than_told(show: Show) -> None:
    field = NumberField("Dài", unit="cm", digits=3)
    window = show(field)
    field.setFocus()

    Hands(window).type("123456")

    assert field.number() == 123


def test_a_digit_put_into_the_middle_leaves_the_cursor_behind_it(show: Show) -> None:
    field = AmountField("Khai giá")
    window = show(field)
    field.set_number(15_000)
    field.setFocus()
    field.edit.setCursorPosition(1)

    Hands(window).type("9")

    assert field.value() == "195.000"
    assert field.edit.cursorPosition() == 2


def test_the_hand_announces_numbers_and_the_program_does_not(show: Show) -> None:
    field = AmountField("Khách đưa")
    window = show(field)
    told: list[int | None] = []
    field.number_changed.connect(told.append)
    field.setFocus()

    field.set_number(7)
    field.edit.selectAll()
    Hands(window).type("2k")

    assert told == [2, 2_000]


def test_input_methods_stay_out_of_numbers(show: Show) -> None:
    field = NumberField("Khối lượng", unit="g")
    show(field)
    field.setFocus()

    assert field.edit.inputMethodQuery(Qt.InputMethodQuery.ImEnabled) is False


def test_an_empty_field_has_no_number(show: Show) -> None:
    field = AmountField("Thu hộ", placeholder="không")
    show(field)

    field.set_number(None)

    assert field.number() is None
    assert field.value() == ""


def test_a_large_amount_is_said_in_words(show: Show) -> None:
    field = AmountField("Khách đưa")
    hands = Hands(show(field))
    field.setFocus()

    hands.type("10000k")
    assert field.in_words() == ""

    hands.type("0")
    assert field.in_words() == "một trăm triệu đồng"
    assert "một trăm triệu đồng" in words_on(field)

    field.set_number(12_570_000)
    assert "mười hai triệu năm trăm bảy mươi nghìn đồng" in words_on(field)

    field.set_number(None)
    assert words_on(field) == ["Khách đưa", "đ"]


def test_words_follow_the_language(show: Show) -> None:
    field = AmountField("Khách đưa")
    show(field)
    field.set_number(20_000_000)
    try:
        speak(Language.ENGLISH)
        field.fit_again()
        assert field.in_words() == "twenty million đồng"
        assert "twenty million đồng" in words_on(field)
    finally:
        speak(Language.VIETNAMESE)
