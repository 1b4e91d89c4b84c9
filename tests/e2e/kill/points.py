"""Where no process may trace another: the process kills itself at its N-th call that can write.

Python reports each call into C just before it is made and just after it returned. That is coarser
than a system call (one ``execute`` of the driver writes many pages), so it only stands in.
"""

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

WRITES = frozenset(
    {"execute", "executemany", "close", "open", "write", "fsync", "replace", "rename", "unlink",
     "mkdir"}
)  # fmt: skip


@contextmanager
def kill_at_point(number: int | None) -> Iterator[None]:
    """Die at the N-th beginning or end of such a call, counted from 1; None never does."""
    if number is None:
        yield
        return
    passed = 0

    def watch(_frame: FrameType, event: str, called: object) -> None:
        nonlocal passed
        if event in {"c_call", "c_return"} and getattr(called, "__name__", "") in WRITES:
            passed += 1
            if passed == number:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.setprofile(watch)
    try:
        yield
    finally:
        sys.setprofile(None)
