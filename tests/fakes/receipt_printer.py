"""A receipt printer at the other end of a line: answers as one does, and keeps all it was sent.

Its paper can be read back: what it was told to draw becomes a picture again.
"""

import os
import select
import socket
import tty
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Event, Thread

from PIL import Image

READY, COVER_OPEN, PAPER_STOP, ERROR = 0x12, 0x16, 0x32, 0x52
ENOUGH, EMPTY = 0x12, 0x72


@dataclass
class Mood:
    """``cause`` and ``paper`` are the answers to the two questions; None: it says nothing.

    ``finishes``: it says when all is printed; ``takes``: how many bytes before it takes no more.
    """

    cause: int | None = READY
    paper: int | None = ENOUGH
    finishes: bool = True
    takes: int | None = None


@dataclass
class Sheet:
    """One piece of paper between two cuts."""

    image: Image.Image
    cut: bool


@dataclass
class ReceiptPrinter:
    """``received`` is how many bytes arrived, ``done`` the whole commands among them."""

    mood: Mood = field(default_factory=Mood)
    received: int = 0
    done: list[bytes] = field(default_factory=list)
    stopped: Event = field(default_factory=Event)
    _rest: bytes = b""

    def take(self, data: bytes) -> bytes:
        """More bytes came; what it answers. Questions stand between commands, never in images."""
        self.received += len(data)
        self._rest += data
        answers = b""
        while length := _length(self._rest):
            command, self._rest = self._rest[:length], self._rest[length:]
            self.done.append(command)
            answers += self._answer(command)
        return answers

    def _answer(self, command: bytes) -> bytes:
        if command == b"\x10\x04\x02" and self.mood.cause is not None:
            return bytes((self.mood.cause,))
        if command == b"\x10\x04\x04" and self.mood.paper is not None:
            return bytes((self.mood.paper,))
        return b"\x00" if command == b"\x1dr\x01" and self.mood.finishes else b""

    def sheets(self) -> list[Sheet]:
        """What has come out of it."""
        return list(_sheets(self.done))

    def drawer_kicks(self) -> int:
        """How often the cash drawer sprang open."""
        return sum(command[:2] == b"\x1bp" for command in self.done)


_LENGTHS = {b"\x1b@": 2, b"\x1bp": 5, b"\x1dV": 4, b"\x1dr": 3, b"\x10\x04": 3}


def _length(stream: bytes) -> int:
    """Of the command it begins with; 0 while that is not whole. What no printer understands is an
    error.
    """
    if len(stream) < 2:
        return 0
    if stream[:2] == b"\x1dv":
        if len(stream) < 8:
            return 0
        wide, high = (int.from_bytes(stream[at : at + 2], "little") for at in (4, 6))
        length = 8 + wide * high
    else:
        length = _LENGTHS[stream[:2]]
    return length if length <= len(stream) else 0


def _sheets(done: list[bytes]) -> Iterator[Sheet]:
    rows, stride = b"", 0
    for command in done:
        if command[:2] == b"\x1dv":
            assert command[2:4] == b"0\x00", "not a raster image at its own size"
            stride = int.from_bytes(command[4:6], "little")
            rows += command[8:]
        elif command[:2] == b"\x1dV":
            yield Sheet(_image(rows, stride), cut=True)
            rows = b""
    if rows:
        yield Sheet(_image(rows, stride), cut=False)


def _image(rows: bytes, stride: int) -> Image.Image:
    """Black on white, with the margins that the paper has beside the head."""
    size = (stride * 8, len(rows) // stride)
    drawn = Image.frombytes("1", size, bytes(byte ^ 0xFF for byte in rows))
    paper = Image.new("1", (size[0] + 64, size[1] + 64), 1)
    paper.paste(drawn, (32, 32))
    return paper


@contextmanager
def in_the_network(printer: ReceiptPrinter) -> Iterator[str]:
    """It listens at the address given, one connection after the other."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(0.05)
        serving = Thread(target=_serve, args=(printer, listening))
        serving.start()
        try:
            yield f"127.0.0.1:{listening.getsockname()[1]}"
        finally:
            printer.stopped.set()
            serving.join()


def _serve(printer: ReceiptPrinter, listening: socket.socket) -> None:
    while not printer.stopped.is_set():
        try:
            connection, _ = listening.accept()
        except TimeoutError:
            continue
        with connection:
            _speak(printer, connection.fileno())


@contextmanager
def at_a_port(printer: ReceiptPrinter) -> Iterator[str]:
    """It sits behind the device file given, which the system takes for a serial port."""
    ours, theirs = os.openpty()
    tty.setraw(theirs)
    path = os.ttyname(theirs)
    speaking = Thread(target=_speak, args=(printer, ours))
    speaking.start()
    try:
        yield path
    finally:
        printer.stopped.set()
        speaking.join()
        os.close(ours)
        os.close(theirs)


def _speak(printer: ReceiptPrinter, handle: int) -> None:
    while not printer.stopped.is_set():
        takes = printer.mood.takes
        if takes is not None and printer.received >= takes:
            printer.stopped.wait(0.05)
            continue
        ready, _, _ = select.select([handle], [], [], 0.05)
        if not ready:
            continue
        data = os.read(handle, 65_536)
        if not data:
            return
        if answers := printer.take(data):
            os.write(handle, answers)
