"""Ports for programs that must be told one: no two tests of this computer are given the same.

A port that was free a moment ago may be another worker's when the program has started. These lie
below those that the system gives by itself, and each is locked until its test process has ended.
"""

import fcntl
import os
import socket
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from tempfile import gettempdir

_FIRST, _LAST = 20_000, 30_000
_held: list[int] = []


def a_port() -> int:
    """One that nobody listens at, and nobody else is given."""
    for port in _candidates():
        if _lock(port) and _is_free(port):
            return port
    raise OSError("no port of this computer is free")


def _candidates() -> Iterator[int]:
    """Each process begins elsewhere, so that few are tried in vain."""
    begin = _FIRST + os.getpid() * 61 % (_LAST - _FIRST)
    return chain(range(begin, _LAST), range(_FIRST, begin))


def _lock(port: int) -> bool:
    folder = Path(gettempdir()) / f"tem-ports-{os.getuid()}"
    folder.mkdir(exist_ok=True)
    handle = os.open(folder / str(port), os.O_CREAT | os.O_RDWR | os.O_CLOEXEC)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(handle)
        return False
    _held.append(handle)
    return True


def _is_free(port: int) -> bool:
    with socket.socket() as listener:
        try:
            listener.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True
