"""One tone for a scan that was accepted, two low ones for one that was refused.

The tones are computed here. They are played by what every desktop has: a small program on Linux,
the system itself on Windows; a computer without either stays silent.
"""

import math
import struct
import sys
import wave
from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path
from shutil import which
from typing import Final

from PySide6.QtCore import QProcess, QTemporaryDir

Play = Callable[[Path], None]
Tone = tuple[int, int]
"""Hertz and milliseconds; 0 Hz is a pause."""

ACCEPTED: Final[tuple[Tone, ...]] = ((1_320, 90),)
REFUSED: Final[tuple[Tone, ...]] = ((330, 130), (0, 60), (260, 190))

_RATE: Final = 22_050
_LOUD: Final = 0.35
_FADE_MS: Final = 8
_PLAYERS: Final = ("pw-play", "paplay", "aplay")


class Sounds:
    """Silent until it is switched on. Its files live as long as it does."""

    def __init__(self, play: Play | None = None) -> None:
        self._play = play or player()
        self._on = False
        self._folder: QTemporaryDir | None = None

    def switch(self, *, on: bool) -> None:
        """As the settings say."""
        self._on = on

    def heard(self, *, accepted: bool) -> None:
        """Answer a scan."""
        if self._on and self._play is not None:
            self._play(self._file("accepted" if accepted else "refused"))

    def _file(self, name: str) -> Path:
        if self._folder is None:
            self._folder = QTemporaryDir()
            for each, tones in (("accepted", ACCEPTED), ("refused", REFUSED)):
                Path(self._folder.filePath(f"{each}.wav")).write_bytes(wave_of(tones))
        return Path(self._folder.filePath(f"{name}.wav"))


def wave_of(tones: Sequence[Tone]) -> bytes:
    """A WAV file of 16 bits, one channel; each tone fades in and out, so that nothing cracks."""
    made = BytesIO()
    with wave.open(made, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(_RATE)
        for hertz, length_ms in tones:
            file.writeframes(_samples(hertz, length_ms))
    return made.getvalue()


def player() -> Play | None:
    """How this computer plays a file; None when it cannot."""
    if sys.platform == "win32":
        return _play_on_windows
    program = next(filter(None, map(which, _PLAYERS)), None)
    return _starting(program) if program else None


def _starting(program: str) -> Play:
    def play(file: Path) -> None:
        """Nobody waits for it, and what it says about missing loudspeakers is nobody's matter."""
        process = QProcess()
        process.setProgram(program)
        process.setArguments([str(file)])
        process.setStandardOutputFile(QProcess.nullDevice())
        process.setStandardErrorFile(QProcess.nullDevice())
        process.startDetached()

    return play


def _play_on_windows(file: Path) -> None:
    if sys.platform == "win32":
        import winsound  # noqa: PLC0415 - there is one on Windows only

        winsound.PlaySound(str(file), winsound.SND_FILENAME | winsound.SND_ASYNC)


def _samples(hertz: int, length_ms: int) -> bytes:
    count, fade = _RATE * length_ms // 1000, _RATE * _FADE_MS // 1000
    return b"".join(
        struct.pack(
            "<h",
            round(
                32_767
                * _LOUD
                * min(1, at / fade, (count - at) / fade)
                * math.sin(2 * math.pi * hertz * at / _RATE)
            ),
        )
        for at in range(count)
    )
