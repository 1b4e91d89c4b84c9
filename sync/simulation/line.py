"""The line between a counter and headquarters, and everything that goes wrong on one."""

from collections import Counter as Tally
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum
from random import Random

from sync.headquarters.office import Headquarters
from sync.transport import Reply, Unreached


class Fault(Enum):
    """What happens to one request."""

    LOST_REQUEST = "lost_request"
    LOST_REPLY = "lost_reply"
    DUPLICATE = "duplicate"
    LATE_DUPLICATE = "late_duplicate"
    TRUNCATED_REQUEST = "truncated_request"
    TRUNCATED_REPLY = "truncated_reply"
    FLIPPED_REQUEST = "flipped_request"
    FLIPPED_REPLY = "flipped_reply"
    STALE_REPLY = "stale_reply"
    STRANGER = "stranger"
    TOO_LARGE = "too_large"
    TOO_MANY = "too_many"
    SERVER_ERROR = "server_error"
    UNAVAILABLE = "unavailable"


_STATUS = {
    Fault.TOO_LARGE: 413,
    Fault.TOO_MANY: 429,
    Fault.SERVER_ERROR: 500,
    Fault.UNAVAILABLE: 503,
}
_PAGE = b"<html>Please sign in to the network</html>"


@dataclass
class Line:
    """``sync.transport.Transport`` of one counter. ``rate``: the share of requests with a fault."""

    headquarters: Callable[[], Headquarters]
    chance: Random
    rate: float = 0.0
    cut: bool = False
    seen: Tally[str] = field(default_factory=Tally)
    _before: dict[str, Reply] = field(default_factory=dict)
    _late: list[tuple[str, bytes, bytes]] = field(default_factory=list)

    def send(self, path: str, body: bytes, token: bytes = b"") -> Reply:
        if self.cut:
            self.seen["cut"] += 1
            raise Unreached
        while self._late:  # what was held up arrives out of order, before this one
            self.ask(*self._late.pop())
        if self.chance.random() >= self.rate:
            return self._answered(path, body, token)
        fault = self.chance.choice(list(Fault))
        self.seen[fault.value] += 1
        return self._faulty(fault, path, body, token)

    def ask(self, path: str, body: bytes, token: bytes) -> Reply:
        """What headquarters itself answers."""
        answer = self.headquarters().answer(path, body, token)
        return Reply(answer.status, answer.body)

    def _answered(self, path: str, body: bytes, token: bytes) -> Reply:
        self._before[path] = self.ask(path, body, token)
        return self._before[path]

    def _faulty(self, fault: Fault, path: str, body: bytes, token: bytes) -> Reply:
        if fault is Fault.LOST_REQUEST:
            raise Unreached
        if fault in _STATUS:
            return Reply(_STATUS[fault], b"")
        if fault is Fault.STRANGER:
            return Reply(200, _PAGE)
        if fault is Fault.STALE_REPLY and path in self._before:
            return self._before[path]
        return self._returned(
            fault, self._answered(path, self._sent(fault, path, body, token), token)
        )

    def _sent(self, fault: Fault, path: str, body: bytes, token: bytes) -> bytes:
        if fault is Fault.DUPLICATE:
            self.ask(path, body, token)
        elif fault is Fault.LATE_DUPLICATE:
            self._late.append((path, body, token))
        elif fault is Fault.TRUNCATED_REQUEST:
            return body[: len(body) // 2]
        elif fault is Fault.FLIPPED_REQUEST:
            return self._flipped(body)
        return body

    def _returned(self, fault: Fault, reply: Reply) -> Reply:
        if fault is Fault.LOST_REPLY:
            raise Unreached
        if fault is Fault.TRUNCATED_REPLY:
            return Reply(reply.status, reply.body[: len(reply.body) // 2])
        if fault is Fault.FLIPPED_REPLY:
            return Reply(reply.status, self._flipped(reply.body))
        return reply

    def _flipped(self, body: bytes) -> bytes:
        """One bit turned over. As much is drawn for a short body as for a long one."""
        share, bit = self.chance.random(), 1 << self.chance.randrange(8)
        if not body:
            return body
        place = int(share * len(body))
        return body[:place] + bytes([body[place] ^ bit]) + body[place + 1 :]
