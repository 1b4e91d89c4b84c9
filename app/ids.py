"""Identifiers made at the counter, final at once: time-ordered UUIDs (RFC 9562, version 7)."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_source: ContextVar[Callable[[int], bytes]] = ContextVar("source", default=os.urandom)


def new_id(now_ms: int) -> bytes:
    """Sixteen bytes: 48-bit epoch milliseconds, then version, variant and 74 random bits.

    The order is a convenience of storage; no rule of the business leans on it.
    """
    random = int.from_bytes(random_bytes(10), "big")
    value = (now_ms & 0xFFFF_FFFF_FFFF) << 80
    value |= 0x7 << 76 | (random >> 68 & 0xFFF) << 64
    value |= 0b10 << 62 | random & 0x3FFF_FFFF_FFFF_FFFF
    return value.to_bytes(16, "big")


def random_bytes(size: int) -> bytes:
    """For identifiers and nonces. Keys are never made of them: a simulation knows these bytes."""
    return _source.get()(size)


@contextmanager
def drawn_from(source: Callable[[int], bytes]) -> Iterator[None]:
    """In this block ids and nonces come from ``source``, so that all of it can be repeated."""
    before = _source.set(source)
    try:
        yield
    finally:
        _source.reset(before)
