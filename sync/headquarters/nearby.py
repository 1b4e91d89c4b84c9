"""A headquarters in the same process as a way to itself: for the demonstration and for tests."""

from dataclasses import dataclass

from sync.headquarters.office import Headquarters
from sync.transport import Reply


@dataclass(frozen=True, slots=True)
class Nearby:
    """``sync.transport.Transport`` without a network."""

    headquarters: Headquarters

    def send(self, path: str, body: bytes, token: bytes = b"") -> Reply:
        """Never lost."""
        answer = self.headquarters.answer(path, body, token)
        return Reply(answer.status, answer.body)
