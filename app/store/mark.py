"""How far the books had come, kept beside the store.

A store put back from an old image looks whole in itself. Only this mark knows that entries were
recorded after it, whose numbers must not be given out again (SYNC §2.5: "never reuse a seq").
It follows each commit without a disk flush: it may lag behind the books, never run ahead of them.
"""

import json
from pathlib import Path
from typing import NewType

Mark = NewType("Mark", Path)


def write_mark(mark: Mark, epoch: int, seq: int) -> None:
    """Note that the books stand at ``seq``. A disk too full for it does not undo the commit."""
    partial = mark.with_name(mark.name + ".partial")
    try:
        partial.write_text(json.dumps({"epoch": epoch, "seq": seq}), encoding="ascii")
        partial.replace(mark)
    except OSError:
        return


def read_mark(mark: Mark) -> tuple[int, int]:
    """(epoch, seq); (0, 0) when there is none or it is damaged."""
    try:
        found = json.loads(mark.read_text(encoding="ascii"))
        return int(found["epoch"]), int(found["seq"])
    except (OSError, ValueError, KeyError, TypeError):
        return 0, 0
