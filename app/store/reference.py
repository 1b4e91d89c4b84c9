"""The reference data of this store, parsed once and kept until its files change."""

import gc
from dataclasses import dataclass
from threading import Lock

import sqlalchemy as sa

from app.clock import utc
from app.domain.reference.book import ReferenceBook
from app.domain.reference.files import read_reference
from app.store.engine import dbapi_of
from app.store.tables.station import reference_file

_DIGESTS = "SELECT sha256 FROM reference_file ORDER BY name"


@dataclass(slots=True)
class _Kept:
    """The book read last, for the files with these digests."""

    digests: list[tuple[bytes]]
    book: ReferenceBook


_lock = Lock()
_kept: dict[str, _Kept] = {}


def reference_book(connection: sa.Connection, at_ms: int) -> ReferenceBook:
    """All reference data valid at ``at_ms``.

    The first call after a start parses some fourteen thousand rows; ``warm`` does that beforehand.
    Later calls compare digests, which costs microseconds.
    """
    digests = dbapi_of(connection).execute(_DIGESTS).fetchall()
    with _lock:
        kept = _kept.get("book")
        if kept is None or kept.digests != digests:
            kept = _kept["book"] = _Kept(digests, _read(connection, at_ms))
        else:
            kept.book = kept.book.at(utc(at_ms))
        return kept.book


def warm(connection: sa.Connection, at_ms: int) -> None:
    """Parse everything that a sale and a search need, so that the first key does not wait.

    What was parsed stays for ever: it is taken out of the garbage collector's rounds, one of which
    would take two frames' time in the middle of typing.
    """
    book = reference_book(connection, at_ms)
    book.catalogue()
    book.gazetteer()
    gc.collect()
    gc.freeze()


def _read(connection: sa.Connection, at_ms: int) -> ReferenceBook:
    query = sa.select(reference_file.c.name, reference_file.c.content)
    files = [
        read_reference(row.name, row.content)
        for row in connection.execute(query.order_by(reference_file.c.name))
    ]
    return ReferenceBook.of(files, utc(at_ms))
