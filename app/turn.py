"""One process at a time: prints the documents of one home, or speaks to headquarters for it."""

import os
import sys
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType
from typing import Self

if sys.platform == "win32":
    import msvcrt
    from contextlib import suppress

    def _lock(handle: int) -> None:
        while True:
            with suppress(OSError):  # Windows gives up after ten seconds
                msvcrt.locking(handle, msvcrt.LK_LOCK, 1)
                return

else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX)


class Turn(AbstractContextManager["Turn"]):
    """An operating-system lock on ``path``: waits for its turn, and ends with the process.

    Each ``with`` opens the file anew, so threads of one process wait for one another too.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._handles: list[int] = []

    def __enter__(self) -> Self:
        handle = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _lock(handle)
        except BaseException:
            os.close(handle)
            raise
        self._handles.append(handle)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        os.close(self._handles.pop())
