"""What can go wrong between the program and its file, sorted into sentences; the rest is a bug."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import ClassVar

import sqlalchemy as sa
from sqlcipher3 import dbapi2

from app.errors import EnvironmentFault


@dataclass(eq=False)
class DiskFull(EnvironmentFault):
    """Nothing more can be written; what was shown as recorded is safe."""

    code: ClassVar[str] = "store.disk_full"


@dataclass(eq=False)
class DiskFault(EnvironmentFault):
    """The disk refused to read or write."""

    code: ClassVar[str] = "store.disk_fault"


@dataclass(eq=False)
class StoreReadOnly(EnvironmentFault):
    """The file or its folder may not be written."""

    code: ClassVar[str] = "store.read_only"


@dataclass(eq=False)
class StoreBusy(EnvironmentFault):
    """Another process held the write lock for longer than a clerk should wait."""

    code: ClassVar[str] = "store.busy"


@dataclass(eq=False)
class StoreDamaged(EnvironmentFault):
    """The file is cut or altered, or the key does not belong to it: the two look alike."""

    code: ClassVar[str] = "store.damaged"


@dataclass(eq=False)
class StoreMissing(EnvironmentFault):
    """This home holds no counter yet."""

    code: ClassVar[str] = "store.missing"


@dataclass(eq=False)
class KeyMissing(EnvironmentFault):
    """The store is there and its key is not."""

    code: ClassVar[str] = "store.key_missing"


@dataclass(eq=False)
class SchemaTooNew(EnvironmentFault):
    """A later version of the program has written this store."""

    code: ClassVar[str] = "store.schema_too_new"
    found: str
    known: str


@dataclass(eq=False)
class StoreOlderThanBooks(EnvironmentFault):
    """An old image: entries after it were recorded once, and their numbers must not be reused."""

    code: ClassVar[str] = "store.older_than_books"
    missing: int


_BY_WORDS: tuple[tuple[str, type[EnvironmentFault]], ...] = (
    ("disk is full", DiskFull),
    ("readonly database", StoreReadOnly),
    ("unable to open", StoreReadOnly),
    ("database is locked", StoreBusy),
    ("not a database", StoreDamaged),
    ("malformed", StoreDamaged),
    ("disk i/o error", DiskFault),
)


def fault_of(error: BaseException) -> EnvironmentFault | None:
    """The environment's fault behind a database error; None when it is our bug."""
    # The driver's own words: SQLAlchemy's hold the statement too.
    words = str(getattr(error, "orig", None) or error).lower()
    for part, fault in _BY_WORDS:
        if part in words:
            return fault()
    return None


@contextmanager
def translating() -> Iterator[None]:
    """Turn database errors of the environment into sentences; let bugs through."""
    try:
        yield
    except (sa.exc.DBAPIError, dbapi2.Error) as error:
        fault = fault_of(error)
        if fault is None:
            raise
        raise fault from error
