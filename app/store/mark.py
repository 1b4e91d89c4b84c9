"""How far the books had come, kept beside the store.

A store put back from an old image looks whole in itself. Only this mark knows that entries were
recorded after it, whose numbers must not be given out again (SYNC §2.5: "never reuse a seq").
It follows each commit without a disk flush: it may lag behind the books, never run ahead of them.
"""

import json
import os
from pathlib import Path
from typing import NewType

Mark = NewType("Mark", Path)


_LENGTH = 64
"""The file never grows or shrinks: each mark is one write over the one before."""


def write_mark(mark: Mark, epoch: int, seq: int) -> None:
    """Note that the books stand at ``seq``. A disk too full for it does not undo the commit.

    Written in place: a file renamed over another costs a disk flush on some systems, and a mark
    that a power cut spoils is read as none.
    """
    line = json.dumps({"epoch": epoch, "seq": seq}).ljust(_LENGTH - 1) + "\n"
    try:
        descriptor = os.open(mark, os.O_WRONLY | os.O_CREAT, 0o600)
        try:
            os.write(descriptor, line.encode("ascii"))
        finally:
            os.close(descriptor)
    except OSError:
        return


def read_mark(mark: Mark) -> tuple[int, int]:
    """(epoch, seq); (0, 0) when there is none or it is damaged."""
    try:
        found = json.loads(mark.read_text(encoding="ascii"))
        return int(found["epoch"]), int(found["seq"])
    except (OSError, ValueError, KeyError, TypeError):
        return 0, 0
