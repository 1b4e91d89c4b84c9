"""A scanner in HID-POS mode: reports as its makers describe them."""

from collections.abc import Sequence


class FakeHid:
    """Hands out ``waiting`` one by one, then nothing."""

    def __init__(self, waiting: Sequence[bytes]) -> None:
        self._waiting = list(waiting)
        self._is_in = True
        self.closed = False

    def read(self, size: int, wait_ms: int) -> list[int]:
        assert wait_ms > 0
        if not self._is_in:
            raise OSError("read error")
        return list(self._waiting.pop(0)[:size]) if self._waiting else []

    def pull_out(self) -> None:
        """The system loses it."""
        self._is_in = False

    def close(self) -> None:
        self.closed = True


def reports(code: str) -> list[bytes]:
    """A code in reports of 64 bytes: number, length, class of code, data, whether it goes on."""
    data = code.encode()
    parts = [data[at : at + 56] for at in range(0, len(data), 56)]
    return [
        b"\x02" + bytes((len(part),)) + b"]Q0" + part.ljust(56, b"\0")
        + b"s\0" + bytes((part is not parts[-1],))
        for part in parts
    ]  # fmt: skip
