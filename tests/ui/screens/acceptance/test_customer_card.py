from dataclasses import replace

from tests.fakes.fake_desk import FakeDesk
from tests.fakes.hands import Show
from tests.fakes.seen import words_on
from ui.screens.acceptance.customer_card import CustomerCard

TUYET = next(iter(FakeDesk().people.values()))


def test_the_sender_stands_there_in_short_and_masked(show: Show) -> None:
    card = CustomerCard()
    show(card)

    card.show_customer(TUYET)

    words = words_on(card)
    assert {"Nguyễn Thị Ánh Tuyết", "01 19 0048213 17", "0903 ••• 456"} <= set(words)
    assert any(word.startswith("Nghe kém") for word in words)


def test_without_alert_and_history_there_are_no_empty_boxes(show: Show) -> None:
    card = CustomerCard()
    show(card)

    card.show_customer(replace(TUYET, alert_note="", history=(), phones_masked=()))

    words = words_on(card)
    assert "Đã gửi gần đây" not in words
    assert "Lưu ý" not in words
    assert "chưa có" in words
