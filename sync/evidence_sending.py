"""Files of complaints go to headquarters after the entries, some pieces in each pass.

Nothing here stops a pass or makes it wait: what does not go now goes with a later one.
"""

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from app.store.complaints import StoredEvidence
from app.store.evidence_sent import due_evidence, note_evidence
from app.store.store import Store
from app.store.vault import EvidenceGone, Vault
from sync.evidence import (
    EVIDENCE,
    EVIDENCE_HELD,
    PIECE,
    EvidenceHeld,
    EvidencePiece,
    EvidenceQuery,
)
from sync.talking import NotUnderstood, Stopped, TooLarge, ask_or_none
from sync.transport import Transport
from sync.wire import Unreadable, unpack

_log = logging.getLogger(__name__)

MOST_PIECES = 32
"""Of one pass: eight megabytes, two minutes of half a megabit."""


@dataclass(eq=False)
class _NotTaken(Exception):
    """Headquarters does not want the file, or not these bytes of it."""


def pieces_of(file: StoredEvidence, content: bytes, held: int = 0) -> Iterator[EvidencePiece]:
    """What lacks of a file of which so many bytes are held."""
    for start in range(held, len(content), PIECE):
        yield EvidencePiece(
            evidence=file.evidence, start=start, content=content[start : start + PIECE]
        )


class EvidenceSending:
    """``more``, after ``run``: files are left only because this pass has sent enough.

    ``carried``: what headquarters says was brought in a file; nothing can be sent.
    """

    def __init__(
        self, store: Store, transport: Transport, token: bytes, feed_epoch: str, *, carried: bool
    ) -> None:
        self._store = store
        self._transport = transport
        self._token = token
        self._feed_epoch = feed_epoch
        self._carried = carried
        self._left = MOST_PIECES
        self.more = False

    def run(self, acked: int, between: Callable[[], None]) -> None:
        """``between`` is called after each piece."""
        with self._store.reading() as connection:
            files = due_evidence(connection, acked, self._feed_epoch, self._store.clock.now_ms())
        for each in files:
            try:
                whole = self._bring(each, between)
            except (_NotTaken, TooLarge, NotUnderstood, EvidenceGone):
                if self._carried:  # written before headquarters had it
                    continue
                whole = False
            except (Stopped, Unreadable) as error:
                _log.info("evidence waits: %s", getattr(error, "code", "unreadable"))
                return
            if self.more:
                return
            self._note(each, whole=whole)

    def _bring(self, file: StoredEvidence, between: Callable[[], None]) -> bool:
        """Send what is lacking; whether headquarters then holds all of it."""
        state = self._held(EVIDENCE_HELD, EvidenceQuery(evidence=file.evidence))
        if state.whole:
            return True
        if self._carried:
            raise _NotTaken
        content = Vault(self._store).open(file)
        for piece in pieces_of(file, content, state.held):
            if not self._left:
                self.more = True
                return False
            state = self._held(EVIDENCE, piece)
            self._left -= 1
            between()
            if state.held != piece.start + len(piece.content):
                raise _NotTaken
        return state.whole

    def _held(self, path: str, body: EvidenceQuery | EvidencePiece) -> EvidenceHeld:
        reply = ask_or_none(self._transport, path, body, self._token)
        if reply is None:
            raise _NotTaken
        return unpack(reply, EvidenceHeld)

    def _note(self, file: StoredEvidence, *, whole: bool) -> None:
        now_ms = self._store.clock.now_ms()
        with self._store.noting() as connection:
            note_evidence(connection, file.evidence, self._feed_epoch, now_ms, whole=whole)
