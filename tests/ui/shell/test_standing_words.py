from dataclasses import replace
from datetime import timedelta

import pytest

from app.queries.standing import PrintedState
from tests.fakes.fake_post_office import NOW, standing
from ui.shell.standing_words import (
    chip_words,
    document_title,
    document_words,
    lease_sentence,
)
from ui.style.tokens import Tone


def test_alone_the_chip_says_what_is_recorded_and_what_waits() -> None:
    words = chip_words(standing(128), NOW)

    assert words.text == "Một mình · đã ghi 128 · chờ gửi 128, cũ nhất 14 phút"
    assert not words.late


def test_confirmed_numbers_are_named() -> None:
    confirmed = replace(standing(1_210), unsent=6, acked=1_204, state="online")

    words = chip_words(confirmed, NOW)

    assert words.text == (
        "Có mạng · đã ghi 1.210 · chờ gửi 6, cũ nhất 14 phút · cấp trên xác nhận đến số 1.204"
    )


def test_when_nothing_waits_it_says_so() -> None:
    words = chip_words(replace(standing(0), state="branch"), NOW)

    assert words.text == "Mạng nội bộ · đã ghi 0 · không còn gì chờ gửi"


def test_only_what_waits_for_more_than_a_day_asks_for_attention() -> None:
    old = replace(standing(5), oldest_unsent_at=NOW - timedelta(days=1, minutes=1))

    assert chip_words(old, NOW).late


def test_a_low_lease_says_how_many_are_left_and_what_to_do() -> None:
    sentence = lease_sentence(standing(0).leases[1])

    assert "18 số khách hàng" in sentence
    assert "trưởng bưu cục" in sentence


@pytest.mark.parametrize(
    ("state", "tone"),
    [
        ("waiting", Tone.INFO),
        ("printing", Tone.INFO),
        ("printed", Tone.GOOD),
        ("failed", Tone.WARN),
        ("doubtful", Tone.WARN),
    ],
)
def test_every_state_of_a_document_has_words_and_a_sign(state: str, tone: Tone) -> None:
    words, its_tone, sign = document_words(PrintedState(1, "Biên lai", state, 0, ""))

    assert words
    assert sign
    assert its_tone is tone


def test_a_copy_is_called_a_copy() -> None:
    copy = PrintedState(1, "Biên lai", "printed", 2, "")

    assert document_title(copy) == "Biên lai · bản sao lần 2"
    assert document_title(replace(copy, copy=0)) == "Biên lai"
