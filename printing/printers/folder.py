"""A folder as printer: each document becomes ``<title>.pdf``, whole or not at all."""

import errno
import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from app.errors import EnvironmentFault
from printing.printers.base import Fate, Order, Trace

_FULL = {errno.ENOSPC, errno.EDQUOT}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}


@dataclass(eq=False)
class PrintFolderFull(EnvironmentFault):
    """The disk has no room for the document."""

    code: ClassVar[str] = "printer.folder_full"
    folder: str


@dataclass(eq=False)
class PrintFolderReadOnly(EnvironmentFault):
    """The disk or the rights of the folder let nothing be written."""

    code: ClassVar[str] = "printer.folder_read_only"
    folder: str


@dataclass(eq=False)
class PrintFolderFailed(EnvironmentFault):
    """Anything else that the disk said."""

    code: ClassVar[str] = "printer.folder_failed"
    folder: str
    reason: str


class FolderPrinter:
    """Sending one title again writes the same file again: never a second document."""

    def __init__(self, folder: Path, name: str = "") -> None:
        self._folder = folder
        self._name = name or str(folder)

    @property
    def name(self) -> str:
        return self._name

    def send(self, order: Order) -> str:
        """Returns when the file is on the disk and not only in the system's memory."""
        target = self._path(order.title)
        unfinished = target.with_name(f".{target.name}.part")
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            _write(unfinished, order.pdf)
            unfinished.replace(target)
            _settle(self._folder)
        except OSError as error:
            with suppress(OSError):
                unfinished.unlink(missing_ok=True)
            raise self._fault(error) from error
        return ""

    def trace(self, title: str) -> Trace:
        try:
            self._path(title).stat()
        except (FileNotFoundError, NotADirectoryError):
            return Trace(taken=False)
        except OSError as error:
            raise self._fault(error) from error
        return Trace(taken=True)

    def fate(self, ticket: str) -> Fate:  # noqa: ARG002 - the protocol's signature
        return "unknown"

    def withdraw(self, ticket: str) -> None:
        """Nothing is ever under way here."""

    def _path(self, title: str) -> Path:
        if not title or title.startswith(".") or {"/", "\\", "\0"} & set(title):
            raise ValueError(f"{title!r} is no title of a document")
        return self._folder / f"{title}.pdf"

    def _fault(self, error: OSError) -> EnvironmentFault:
        if error.errno in _FULL:
            return PrintFolderFull(str(self._folder))
        if error.errno in _FORBIDDEN:
            return PrintFolderReadOnly(str(self._folder))
        return PrintFolderFailed(str(self._folder), error.strerror or type(error).__name__)


def _write(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _settle(folder: Path) -> None:
    """Make the new name durable; Windows does so by itself and opens no folders."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
