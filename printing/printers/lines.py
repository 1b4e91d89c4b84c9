"""Ways to carry bytes to a receipt printer and its answers back: TCP, USB, a serial port."""

import os
import select
import socket
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Final, Protocol

import serial
from serial.tools import list_ports


def ports() -> tuple[str, ...]:
    """Serial ports that the system has, by name."""
    return tuple(sorted(port.device for port in list_ports.comports()))


PORT: Final = 9100
_CONNECT_S: Final = 5.0
_PIECE: Final = 4_096


class Stuck(OSError):
    """The other end has taken nothing for too long."""


class Line(Protocol):
    """An open way to one printer. Everything raises OSError when the printer goes away."""

    def write(self, data: bytes, patience_s: float) -> None:
        """All of ``data``. Raises Stuck when nothing of it moves for ``patience_s``."""

    def read(self, patience_s: float) -> bytes:
        """What came back, as soon as anything did; b"" when nothing does."""

    def close(self) -> None: ...


Open = Callable[[], Line]
"""Raises OSError when there is no printer."""


@dataclass(frozen=True, slots=True)
class TcpLine:
    """A printer in the network."""

    socket: socket.socket

    @classmethod
    def open(cls, address: str) -> "TcpLine":
        host, _, port = address.partition(":")
        return cls(socket.create_connection((host, int(port or PORT)), _CONNECT_S))

    def write(self, data: bytes, patience_s: float) -> None:
        self.socket.settimeout(patience_s)
        left = memoryview(data)
        try:
            while left:
                left = left[self.socket.send(left[:_PIECE]) :]
        except TimeoutError as error:
            raise Stuck from error

    def read(self, patience_s: float) -> bytes:
        self.socket.settimeout(patience_s)
        try:
            came = self.socket.recv(_PIECE)
        except TimeoutError:
            return b""
        if not came:
            raise ConnectionResetError
        return came

    def close(self) -> None:
        """Let the printer have what is still on its way before the connection ends."""
        with suppress(OSError):
            self.socket.shutdown(socket.SHUT_WR)
        self.socket.close()


@dataclass(frozen=True, slots=True)
class DeviceLine:
    """A device file of Linux, as /dev/usb/lp0 is. On Windows USB printers go by the spooler."""

    handle: int

    @classmethod
    def open(cls, path: str) -> "DeviceLine":
        flags = os.O_RDWR | (0 if sys.platform == "win32" else os.O_NONBLOCK | os.O_NOCTTY)
        return cls(os.open(path, flags))

    def write(self, data: bytes, patience_s: float) -> None:
        left = memoryview(data)
        while left:
            _, ready, _ = select.select([], [self.handle], [], patience_s)
            if not ready:
                raise Stuck
            with suppress(BlockingIOError):
                left = left[os.write(self.handle, left[:_PIECE]) :]

    def read(self, patience_s: float) -> bytes:
        ready, _, _ = select.select([self.handle], [], [], patience_s)
        if not ready:
            return b""
        with suppress(BlockingIOError):
            return os.read(self.handle, _PIECE)
        return b""

    def close(self) -> None:
        os.close(self.handle)


@dataclass(frozen=True, slots=True)
class SerialLine:
    """A serial port, or USB that calls itself one. Eight bits, no parity."""

    port: serial.Serial

    @classmethod
    def open(cls, name: str, baud: int) -> "SerialLine":
        return cls(serial.Serial(name, baud, timeout=0, xonxoff=False, exclusive=True))

    def write(self, data: bytes, patience_s: float) -> None:
        self.port.write_timeout = patience_s
        try:
            for start in range(0, len(data), _PIECE):
                self.port.write(data[start : start + _PIECE])
        except serial.SerialTimeoutException as error:
            raise Stuck from error

    def read(self, patience_s: float) -> bytes:
        self.port.timeout = patience_s
        first = self.port.read(1)
        return first + self.port.read(self.port.in_waiting) if first else b""

    def close(self) -> None:
        self.port.close()
