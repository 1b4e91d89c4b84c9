from pathlib import Path

import pytest

from app.store.mark import Mark, read_mark, write_mark


def test_a_mark_reads_back(tmp_path: Path) -> None:
    mark = Mark(tmp_path / "counter.mark")
    write_mark(mark, 2, 15)

    assert read_mark(mark) == (2, 15)


@pytest.mark.parametrize("damaged", [b"", b"{", b"[]", b'{"epoch": 1}', b"\xff"])
def test_a_damaged_mark_says_nothing(tmp_path: Path, damaged: bytes) -> None:
    mark = Mark(tmp_path / "counter.mark")
    mark.write_bytes(damaged)

    assert read_mark(mark) == (0, 0)


def test_a_mark_that_cannot_be_written_does_not_undo_a_sale(tmp_path: Path) -> None:
    write_mark(Mark(tmp_path / "no-such-folder" / "counter.mark"), 1, 1)

    assert read_mark(Mark(tmp_path / "no-such-folder" / "counter.mark")) == (0, 0)
