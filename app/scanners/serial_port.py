"""A scanner at a serial port, or one whose USB calls itself a serial port."""

from contextlib import suppress
from dataclasses import dataclass

import serial


@dataclass(frozen=True, slots=True)
class SerialScanner:
    """Eight bits, no parity, as scanners leave works."""

    port: serial.Serial

    @classmethod
    def open(cls, name: str, baud: int) -> "SerialScanner":
        """Raises OSError while nothing is plugged in, or another program has it."""
        return cls(serial.Serial(name, baud, exclusive=True))

    def read(self, wait_s: float) -> bytes:
        self.port.timeout = wait_s
        first: bytes = self.port.read(1)
        return first + self.port.read(self.port.in_waiting) if first else b""

    def close(self) -> None:
        with suppress(OSError):
            self.port.close()
