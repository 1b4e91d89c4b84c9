"""Why a whole file is refused."""

from dataclasses import dataclass
from typing import ClassVar

from app.errors import UserError


@dataclass(eq=False)
class BulkFileUnreadable(UserError):
    """Neither text nor a workbook, or one that is broken or locked by a password."""

    code: ClassVar[str] = "bulk.unreadable"


@dataclass(eq=False)
class BulkFileUnwritable(UserError):
    """The rows left out could not be written there."""

    code: ClassVar[str] = "bulk.unwritable"
    path: str


@dataclass(eq=False)
class BulkFileTooLarge(UserError):
    code: ClassVar[str] = "bulk.too_large"
    most_mb: int


@dataclass(eq=False)
class BulkTooManyRows(UserError):
    """``most`` rows are read; the rest of the file is not even looked at."""

    code: ClassVar[str] = "bulk.too_many_rows"
    most: int


@dataclass(eq=False)
class BulkEncodingMixed(UserError):
    """``line`` is the first that is written in another encoding than those before it."""

    code: ClassVar[str] = "bulk.encoding_mixed"
    line: int


@dataclass(eq=False)
class BulkEncodingUnknown(UserError):
    """``line`` cannot be read in any encoding that is known."""

    code: ClassVar[str] = "bulk.encoding_unknown"
    line: int


@dataclass(eq=False)
class BulkNoHeads(UserError):
    """No row names the columns that are needed. ``missing`` in words."""

    code: ClassVar[str] = "bulk.no_heads"
    missing: str


@dataclass(eq=False)
class BulkHeadTwice(UserError):
    """Two columns mean the same."""

    code: ClassVar[str] = "bulk.head_twice"
    one: str
    other: str


@dataclass(eq=False)
class BulkNoRows(UserError):
    code: ClassVar[str] = "bulk.no_rows"
