"""The wire of evidence: a file of a complaint, piece by piece, after the entry that names it."""

from typing import Annotated

import msgspec
from msgspec import Meta

from sync.wire import Id, Number

EVIDENCE, EVIDENCE_HELD = "/v1/evidence", "/v1/evidence-held"

PIECE = 256 * 1024
"""Bytes sent at once: some seconds of a slow line, and entries go between two of them."""

LONGEST_PIECE = 1024 * 1024


class EvidenceQuery(msgspec.Struct, frozen=True, kw_only=True):
    """Asks how much of a file is held; ``evidence`` is its id in the entry."""

    evidence: Id


class EvidencePiece(msgspec.Struct, frozen=True, kw_only=True):
    """The bytes from ``start`` on. Those that are not wanted next are passed over."""

    evidence: Id
    start: Number
    content: Annotated[bytes, Meta(min_length=1, max_length=LONGEST_PIECE)]


class EvidenceHeld(msgspec.Struct, frozen=True, kw_only=True):
    """So many bytes are held, from the first on; ``whole``: all, and their hash is the entry's."""

    held: Number
    whole: bool
