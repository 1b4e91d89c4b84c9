"""A terminal is shut out: headquarters' signed order, which its own store obeys."""

import msgspec

from sync.wire import U16, U32, Number

REVOCATION_PREFIX = b"TEM1R"
"""Stands before an order when it is signed."""


class RevocationOrder(msgspec.Struct, frozen=True, kw_only=True):
    """Entries after ``after_seq`` are taken in and kept back until a person has looked at them."""

    terminal: U32
    epoch: U16
    after_seq: Number
    reason: str
    at_ms: Number
