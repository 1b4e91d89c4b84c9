"""Questions to the print service of the system, in its own protocol (IPP over HTTP, RFC 8010).

Its commands answer in words for people; only this tells why a queue stands still.
"""

import http.client
import os
import socket
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from getpass import getuser
from itertools import count
from pathlib import Path
from typing import Final

GET_JOB: Final = 0x0009
GET_JOBS: Final = 0x000A
GET_PRINTER: Final = 0x000B

_SOCKETS: Final = ("/run/cups/cups.sock", "/var/run/cups/cups.sock")
_PORT: Final = 631
_OPERATION, _END = 0x01, 0x03
_FIRST_VALUE: Final = 0x10  # tags below begin a group
_INTEGERS: Final = (0x21, 0x23)
_NOT_FOUND: Final = 0x0406

Attributes = Mapping[str, tuple[object, ...]]


class NoAnswer(Exception):
    """The service cannot be asked, or did not say anything that could be read."""


@dataclass(frozen=True, slots=True)
class Answer:
    """``groups`` are the jobs or the printer, each with what was asked for."""

    status: int
    groups: tuple[Attributes, ...]

    @property
    def found(self) -> bool:
        return self.status != _NOT_FOUND


@dataclass(frozen=True, slots=True)
class Server:
    """Where the service listens: a path, or a host with its port. Raises NoAnswer."""

    address: str
    patience_s: float = 5.0
    _numbers: "count[int]" = field(default_factory=lambda: count(1))

    def ask(
        self, operation: int, asked: Mapping[str, str | int], wanted: tuple[str, ...]
    ) -> Answer:
        """``asked`` names the printer or job by attributes of the protocol."""
        body = _request(operation, next(self._numbers), asked, wanted)
        connection = _connection(self.address, self.patience_s)
        try:
            connection.request("POST", "/", body, {"Content-Type": "application/ipp"})
            response = connection.getresponse()
            answer = response.read()
            if response.status != http.client.OK:
                raise NoAnswer(str(response.status))
            return _answer(answer)
        except (OSError, http.client.HTTPException, IndexError, UnicodeDecodeError) as error:
            raise NoAnswer(str(error)) from error
        finally:
            connection.close()


def server(patience_s: float = 5.0) -> Server:
    """The one that the commands of the system use."""
    if chosen := os.environ.get("CUPS_SERVER"):
        return Server(chosen, patience_s)
    listening = (path for path in _SOCKETS if Path(path).exists())
    return Server(next(listening, "localhost"), patience_s)


class _LocalConnection(http.client.HTTPConnection):
    def __init__(self, path: str, patience_s: float) -> None:
        super().__init__("localhost", timeout=patience_s)
        self._path = path
        self._patience_s = patience_s

    def connect(self) -> None:
        self.sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.sock.settimeout(self._patience_s)
        self.sock.connect(self._path)


def _connection(address: str, patience_s: float) -> http.client.HTTPConnection:
    if address.startswith("/"):
        return _LocalConnection(address, patience_s)
    host, _, port = address.partition(":")
    return http.client.HTTPConnection(
        host, int(port) if port.isdecimal() else _PORT, timeout=patience_s
    )


def _request(
    operation: int, number: int, asked: Mapping[str, str | int], wanted: tuple[str, ...]
) -> bytes:
    body = b"\x01\x01" + operation.to_bytes(2, "big") + number.to_bytes(4, "big")
    body += bytes((_OPERATION,))
    body += _attribute(0x47, "attributes-charset", b"utf-8")
    body += _attribute(0x48, "attributes-natural-language", b"en")
    for name, value in asked.items():
        if isinstance(value, int):
            body += _attribute(0x21, name, value.to_bytes(4, "big", signed=True))
        else:
            body += _attribute(0x45 if name.endswith("-uri") else 0x44, name, value.encode())
    body += _attribute(0x42, "requesting-user-name", getuser().encode())
    for place, name in enumerate(wanted):
        body += _attribute(0x44, "" if place else "requested-attributes", name.encode())
    return body + bytes((_END,))


def _attribute(tag: int, name: str, value: bytes) -> bytes:
    named = len(name).to_bytes(2, "big") + name.encode()
    return bytes((tag,)) + named + len(value).to_bytes(2, "big") + value


def _answer(body: bytes) -> Answer:
    groups: list[dict[str, tuple[object, ...]]] = []
    name = ""
    for tag, named, value in _parts(body):
        if tag < _FIRST_VALUE:
            groups.append({})
            continue
        name = named or name  # further values of one attribute come without its name
        said = int.from_bytes(value, "big", signed=True) if tag in _INTEGERS else value.decode()
        groups[-1][name] = (*(groups[-1].get(name, ()) if not named else ()), said)
    return Answer(int.from_bytes(body[2:4], "big"), tuple(groups[1:]))


def _parts(body: bytes) -> Iterator[tuple[int, str, bytes]]:
    """Tag, name and value of each attribute; a tag alone begins a group."""
    at = 8
    while (tag := body[at]) != _END:
        at += 1
        if tag < _FIRST_VALUE:
            yield tag, "", b""
            continue
        name, at = _field(body, at)
        value, at = _field(body, at)
        yield tag, name.decode(), value


def _field(body: bytes, at: int) -> tuple[bytes, int]:
    end = at + 2 + int.from_bytes(body[at : at + 2], "big")
    return body[at + 2 : end], end
