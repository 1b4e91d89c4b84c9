"""One window for each home: a lock of the operating system, which ends with its process."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import ClassVar

from app.errors import EnvironmentFault
from app.settings import Home
from app.store.faults import StoreReadOnly

if sys.platform == "win32":
    import msvcrt

    def _try_lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _try_lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


@dataclass(eq=False)
class AlreadyOpen(EnvironmentFault):
    """The counter's window is open in another process."""

    code: ClassVar[str] = "cli.already_open"


@contextmanager
def only_instance(home: Home) -> Iterator[None]:
    """Hold the home alone. Commands beside a window need no lock: the store has one writer.

    Raises AlreadyOpen, or StoreReadOnly when the home cannot be written.
    """
    try:
        handle = os.open(home.lock, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise StoreReadOnly from error
    try:
        try:
            _try_lock(handle)
        except OSError as error:
            raise AlreadyOpen from error
        yield
    finally:
        os.close(handle)
