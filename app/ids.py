"""Identifiers made at the counter, final at once: time-ordered UUIDs (RFC 9562, version 7)."""

import os


def new_id(now_ms: int) -> bytes:
    """Sixteen bytes: 48-bit epoch milliseconds, then version, variant and 74 random bits.

    The order is a convenience of storage; no rule of the business leans on it.
    """
    random = int.from_bytes(os.urandom(10), "big")
    value = (now_ms & 0xFFFF_FFFF_FFFF) << 80
    value |= 0x7 << 76 | (random >> 68 & 0xFFF) << 64
    value |= 0b10 << 62 | random & 0x3FFF_FFFF_FFFF_FFFF
    return value.to_bytes(16, "big")
