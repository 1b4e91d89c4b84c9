"""Reads one scanner in a thread of its own, and finds it again when it was unplugged."""

from collections.abc import Callable
from enum import StrEnum
from threading import Event, Thread
from typing import Final, Protocol

from app.scanners.framing import Framing, Scan

AGAIN_S: Final = 1.0
_LOOK_S: Final = 0.2


class State(StrEnum):
    """How the way to the scanner stands."""

    KEYBOARD = "keyboard"
    CONNECTED = "connected"
    AWAY = "away"


class Device(Protocol):
    """An open scanner. Everything raises OSError when it goes away."""

    def read(self, wait_s: float) -> bytes:
        """What came, as soon as anything did; b"" when nothing does."""

    def close(self) -> None: ...


Open = Callable[[], Device]
"""Raises OSError while there is no scanner."""


class Reader:
    """``tell`` is called in the reader's thread, with each scan and each change of state."""

    def __init__(
        self,
        way: Open,
        framing: Framing,
        tell: Callable[[Scan | State], None],
        again_s: float = AGAIN_S,
    ) -> None:
        self._open = way
        self._framing = framing
        self._tell = tell
        self._again_s = again_s
        self._state: State | None = None
        self._stopped = Event()
        self._thread = Thread(target=self._work, daemon=True)

    def start(self) -> None:
        """Begin to listen."""
        self._thread.start()

    def stop(self, patience_s: float = 2.0) -> None:
        """Listen no more; nothing is told afterwards."""
        self._stopped.set()
        self._thread.join(patience_s)

    def _work(self) -> None:
        while not self._stopped.is_set():
            try:
                device = self._open()
            except OSError:
                self._stand(State.AWAY)
            else:
                self._stand(State.CONNECTED)
                self._listen(device)
            self._stopped.wait(self._again_s)

    def _listen(self, device: Device) -> None:
        try:
            while not self._stopped.is_set():
                self._hear(device.read(self._patience_s()))
        except OSError:
            self._stand(State.AWAY)
        finally:
            self._framing.cut_off()
            device.close()

    def _patience_s(self) -> float:
        return self._framing.quiet_s if self._framing.holds else _LOOK_S

    def _hear(self, data: bytes) -> None:
        for scan in self._framing.feed(data) if data else self._framing.quiet():
            if not self._stopped.is_set():
                self._tell(scan)

    def _stand(self, state: State) -> None:
        if state != self._state and not self._stopped.is_set():
            self._state = state
            self._tell(state)
