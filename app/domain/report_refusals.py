"""Why a report is not made, or not kept."""

from dataclasses import dataclass
from typing import ClassVar

from app.errors import EnvironmentFault, UserError


@dataclass(eq=False)
class ReportCancelled(UserError):
    """Whoever asked for the report does not wait for it any longer."""

    code: ClassVar[str] = "report.cancelled"


@dataclass(eq=False)
class DayNotBegun(UserError):
    """``day`` lies in the future: there is nothing to report yet."""

    code: ClassVar[str] = "report.day_not_begun"
    field: ClassVar[str] = "day"
    day: str


@dataclass(eq=False)
class OtherOffice(UserError):
    """The books at hand are those of ``office`` (and ``counter``): others are asked elsewhere."""

    code: ClassVar[str] = "report.other_office"
    office: str
    counter: str


@dataclass(eq=False)
class NoSuchClerk(UserError):
    """Nobody at hand has this code."""

    code: ClassVar[str] = "report.no_such_clerk"
    field: ClassVar[str] = "clerk"
    clerk: str


@dataclass(eq=False)
class NoBooks(UserError):
    """Headquarters has no books of this office, or none of this counter of it."""

    code: ClassVar[str] = "report.no_books"
    office: str
    counter: str


@dataclass(eq=False)
class ReportFormatUnknown(UserError):
    """``given`` is the name of a file that ends otherwise."""

    code: ClassVar[str] = "report.format_unknown"
    given: str


@dataclass(eq=False)
class ReportUnsaved(EnvironmentFault):
    """The disk did not take the file."""

    code: ClassVar[str] = "report.unsaved"
    path: str
