"""Carrying a body to headquarters and its answer back. What comes cut short did not come."""

import base64
from dataclasses import dataclass
from typing import ClassVar, Protocol
from urllib.parse import urlsplit

import requests

from app.errors import UserError
from sync.wire import MAX_PACKED, MEDIA_TYPE

CONNECT_S, READ_S = 5.0, 60.0
CHUNK = 65_536
LOOPBACK = ("127.0.0.1", "::1", "localhost")


class Unreached(Exception):
    """No answer of headquarters: no network, a time-out, a broken connection, a page of others."""


class NothingTaken(Exception):
    """This way carries nothing up now: it is an answer that somebody brought."""


@dataclass(eq=False)
class AddressUnsafe(UserError):
    """Headquarters is reached over TLS only, but for a demonstration on this very computer."""

    code: ClassVar[str] = "sync.address_unsafe"
    url: str


@dataclass(frozen=True, slots=True)
class Reply:
    """``retry_after_s`` is 0 when headquarters did not ask to wait."""

    status: int
    body: bytes
    retry_after_s: int = 0


class Transport(Protocol):
    """A way to headquarters; tests have others."""

    def send(self, path: str, body: bytes, token: bytes = b"") -> Reply:
        """Raises Unreached; a carried answer NothingTaken for entries that it says nothing of."""


class HttpTransport:
    """requests with one session, time limits, and no trust in redirects or pages of others."""

    def __init__(self, url: str, *, read_s: float = READ_S) -> None:
        """Raises AddressUnsafe."""
        self._read_s = read_s
        parts = urlsplit(url)
        safe = parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in LOOPBACK)
        if not safe or not parts.hostname:
            raise AddressUnsafe(url=url)
        self._url = url.rstrip("/")
        self._session = requests.Session()
        self._session.headers["Content-Type"] = MEDIA_TYPE

    def send(self, path: str, body: bytes, token: bytes = b"") -> Reply:
        headers = {"Authorization": f"Tem {base64.b64encode(token).decode()}"} if token else {}
        try:
            with self._session.post(
                self._url + path,
                data=body,
                headers=headers,
                timeout=(min(CONNECT_S, self._read_s), self._read_s),
                allow_redirects=False,
                stream=True,
            ) as answer:
                return _reply(answer)
        except requests.RequestException as error:
            raise Unreached from error

    def close(self) -> None:
        self._session.close()


def _reply(answer: requests.Response) -> Reply:
    if answer.headers.get("Content-Type", "").partition(";")[0] != MEDIA_TYPE:
        # A balancer or proxy may speak in place of headquarters, but only to put us off.
        return Reply(answer.status_code if answer.status_code >= 400 else 502, b"", _wait(answer))
    body = b""
    for chunk in answer.iter_content(CHUNK):
        body += chunk
        if len(body) > MAX_PACKED:
            raise Unreached
    return Reply(answer.status_code, body, _wait(answer))


def _wait(answer: requests.Response) -> int:
    given = answer.headers.get("Retry-After", "")
    return min(int(given), 3_600) if given.isdecimal() else 0
