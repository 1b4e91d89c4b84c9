"""The first download: everything of a scope at one position, in parts, under one signature.

A part is checked by its digest in the signed manifest, so it does not matter who carried it, nor
how often the line dropped on the way. From the manifest's position on the feed continues.
"""

from typing import Annotated

import msgspec
from msgspec import Meta

from app.store.snapshot import CustomerRow
from sync.wire import Hash, Number

SNAPSHOT_PREFIX = b"TEM1S"
"""Stands before a manifest when it is signed."""

PART_ROWS = 20_000
"""Rows of one part: a megabyte or so on the wire, a second's work at the counter."""


class SnapshotQuery(msgspec.Struct, frozen=True, kw_only=True):
    """Asks for the newest snapshot of a scope in this counting of positions."""

    scope: str
    feed_epoch: str


class PartQuery(msgspec.Struct, frozen=True, kw_only=True):
    """``part`` counts from 0."""

    snapshot: str
    part: Number


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """``parts`` are the SHA-256 of the packed parts, in order."""

    snapshot: str
    scope: str
    feed_epoch: str
    pos: Number
    rows: Number
    parts: Annotated[list[Hash], Meta(max_length=10_000)]
    made_ms: Number


class Carried(msgspec.Struct, frozen=True, array_like=True):
    """An object of the feed as it stood at the manifest's position."""

    entity: str
    body: bytes


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """Customers in the order of their numbers; after them all else that the scope's feed holds."""

    customers: list[CustomerRow] = []
    carried: list[Carried] = []
