import wave
from io import BytesIO
from pathlib import Path

from ui.sounds import ACCEPTED, REFUSED, Sounds, player, wave_of


class _Loudspeaker:
    def __init__(self) -> None:
        self.played: list[str] = []

    def play(self, file: Path) -> None:
        assert file.read_bytes().startswith(b"RIFF")
        self.played.append(file.name)


def test_a_scan_is_answered_by_what_became_of_it() -> None:
    loudspeaker = _Loudspeaker()
    sounds = Sounds(loudspeaker.play)
    sounds.switch(on=True)

    sounds.heard(accepted=True)
    sounds.heard(accepted=False)

    assert loudspeaker.played == ["accepted.wav", "refused.wav"]


def test_switched_off_it_is_silent() -> None:
    loudspeaker = _Loudspeaker()
    sounds = Sounds(loudspeaker.play)

    sounds.heard(accepted=False)

    assert loudspeaker.played == []


def test_the_tones_are_short_and_the_refusal_is_longer_and_lower() -> None:
    def length_ms(tones: tuple[tuple[int, int], ...]) -> int:
        with wave.open(BytesIO(wave_of(tones))) as file:
            assert (file.getnchannels(), file.getsampwidth()) == (1, 2)
            return int(file.getnframes() * 1000 // file.getframerate())

    assert length_ms(ACCEPTED) < 150 < length_ms(REFUSED) < 500
    assert max(hertz for hertz, _ in REFUSED) < min(hertz for hertz, _ in ACCEPTED)


def test_a_tone_begins_and_ends_in_silence() -> None:
    with wave.open(BytesIO(wave_of(ACCEPTED))) as file:
        samples = file.readframes(file.getnframes())

    assert samples[:2] == b"\0\0"
    assert abs(int.from_bytes(samples[-2:], "little", signed=True)) < 200


def test_a_computer_without_a_player_is_no_failure() -> None:
    sounds = Sounds(player())
    sounds.switch(on=False)
    sounds.heard(accepted=True)
