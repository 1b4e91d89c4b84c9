"""What can be wrong with a bundle. Whatever it is, nothing was changed."""

from dataclasses import dataclass
from typing import ClassVar

from app.errors import EnvironmentFault, UserError


@dataclass(eq=False)
class BundleUnreadable(UserError):
    """No bundle, or one that was not copied to its end."""

    code: ClassVar[str] = "bundle.unreadable"
    path: str


@dataclass(eq=False)
class BundleAltered(UserError):
    """Some byte is not as it was signed and sealed."""

    code: ClassVar[str] = "bundle.altered"
    path: str


@dataclass(eq=False)
class BundleForAnother(UserError):
    """Sealed for somebody else: another counter, or another headquarters."""

    code: ClassVar[str] = "bundle.for_another"
    path: str


@dataclass(eq=False)
class BundleWrongWay(UserError):
    """What a counter sends up was given to a counter, or an answer to headquarters."""

    code: ClassVar[str] = "bundle.wrong_way"
    path: str


@dataclass(eq=False)
class BundleFormNewer(UserError):
    """A later version of the form than this program can read."""

    code: ClassVar[str] = "bundle.form_newer"
    path: str


@dataclass(eq=False)
class BundleOld(UserError):
    """The counter has heard of headquarters since this answer was written."""

    code: ClassVar[str] = "bundle.old"
    path: str


@dataclass(eq=False)
class BundleWriterUnknown(UserError):
    """Headquarters never enrolled the counter that this bundle is of."""

    code: ClassVar[str] = "bundle.writer_unknown"
    path: str


@dataclass(eq=False)
class NoBundle(UserError):
    """There is no such file, or none in this folder."""

    code: ClassVar[str] = "bundle.none"
    path: str


@dataclass(eq=False)
class BundleUnwritable(EnvironmentFault):
    """The stick is full, read-only or gone. What was begun on it is taken away again."""

    code: ClassVar[str] = "bundle.unwritable"
    path: str


@dataclass(eq=False)
class StickUnreadable(EnvironmentFault):
    """The stick was pulled out, or its disk fails."""

    code: ClassVar[str] = "bundle.stick_unreadable"
    path: str
