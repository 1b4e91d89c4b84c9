"""Somebody between counter and headquarters who breaks what passes: an HTTP proxy on loopback.

Every request takes the next fault of a seeded plan. What headquarters was really told, and what of
its answer came back, is up to the fault; the counter sees only a socket.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import Enum, auto
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from random import Random
from threading import Thread
from urllib.parse import urlsplit


class Fault(Enum):
    """What happens to one request."""

    NONE = auto()
    LOST_REQUEST = auto()
    LOST_REPLY = auto()
    DUPLICATE = auto()
    LATE_DUPLICATE = auto()
    TRUNCATED_REPLY = auto()
    CUT_REQUEST = auto()
    FLIPPED_REQUEST = auto()
    FLIPPED_REPLY = auto()
    STALE_REPLY = auto()
    STRANGER_SAYS_200 = auto()
    REDIRECTED = auto()
    WRONG_DATE = auto()
    TOO_LARGE = auto()
    TOO_MANY = auto()
    SERVER_ERROR = auto()
    BAD_GATEWAY = auto()
    UNAVAILABLE = auto()


_STATUS = {
    Fault.TOO_LARGE: 413,
    Fault.TOO_MANY: 429,
    Fault.SERVER_ERROR: 500,
    Fault.BAD_GATEWAY: 502,
    Fault.UNAVAILABLE: 503,
}

Reply = tuple[int, str, bytes]


class Line:
    """``plan`` chooses a fault for each path; ``seen`` counts how often each one happened."""

    def __init__(self, headquarters: str, plan: Callable[[str], Fault], chance: Random) -> None:
        self._host = urlsplit(headquarters).netloc
        self.plan = plan
        self._chance = chance
        self._before: dict[str, Reply] = {}
        self._late: list[tuple[str, bytes, dict[str, str]]] = []
        self.seen: dict[Fault, int] = {}

    def pass_on(self, path: str, body: bytes, headers: dict[str, str]) -> Reply:
        """What headquarters answers."""
        connection = HTTPConnection(self._host, timeout=120)
        try:
            connection.request("POST", path, body, headers)
            answer = connection.getresponse()
            return answer.status, answer.headers.get("Content-Type", ""), answer.read()
        finally:
            connection.close()

    def carry(self, path: str, body: bytes, headers: dict[str, str]) -> Reply | None:
        """The reply that comes back whole; None when the line just breaks."""
        fault = self.plan(path)
        self.seen[fault] = self.seen.get(fault, 0) + 1
        while self._late:  # what was held up arrives out of order, before this one
            self.pass_on(*self._late.pop())
        if fault in _STATUS:
            return _STATUS[fault], "text/plain", b"busy"
        if fault is Fault.LOST_REQUEST:
            return None
        if fault is Fault.STRANGER_SAYS_200:
            return 200, "text/html", b"<html>Please sign in to the network</html>"
        if fault is Fault.REDIRECTED:
            return 302, "text/html", b""
        if fault is Fault.STALE_REPLY and path in self._before:
            return self._before[path]
        reply = self._asked(fault, path, body, headers)
        self._before[path] = reply
        return self._changed(fault, reply)

    def _asked(self, fault: Fault, path: str, body: bytes, headers: dict[str, str]) -> Reply:
        if fault is Fault.DUPLICATE:
            self.pass_on(path, body, headers)
        elif fault is Fault.LATE_DUPLICATE:
            self._late.append((path, body, headers))
        elif fault is Fault.FLIPPED_REQUEST:
            body = self._flipped(body)
        elif fault is Fault.CUT_REQUEST:
            body = body[: len(body) // 2]
        return self.pass_on(path, body, headers)

    def _changed(self, fault: Fault, reply: Reply) -> Reply | None:
        status, kind, body = reply
        if fault is Fault.LOST_REPLY:
            return None
        if fault is Fault.FLIPPED_REPLY:
            return status, kind, self._flipped(body)
        if fault is Fault.TRUNCATED_REPLY:
            return status, kind, body[: len(body) // 2]
        return reply

    def _flipped(self, body: bytes) -> bytes:
        if not body:
            return body
        place = self._chance.randrange(len(body))
        return (
            body[:place]
            + bytes([body[place] ^ (1 << self._chance.randrange(8))])
            + body[place + 1 :]
        )


@contextmanager
def proxied(line: Line) -> Iterator[str]:
    """The URL at which ``line`` listens."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", "0")))
            kept = ("Content-Type", "Authorization")
            headers = {name: self.headers[name] for name in kept if self.headers[name]}
            reply = line.carry(self.path, body, headers)
            if reply is None:
                self.close_connection = True
                return
            status, kind, answer = reply
            self.send_response_only(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(answer)))
            self.send_header("Date", "Thu, 01 Jan 2099 00:00:00 GMT")
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the stdlib's own name
            """Nobody reads it."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, name="line")
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
