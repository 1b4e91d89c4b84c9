from pathlib import Path

import pytest
from nacl.signing import SigningKey

from app.bootstrap.desk import CounterDesk
from sync.bundles.faults import BundleForAnother, NoBundle
from sync.bundles.form import DOWN, Piece
from sync.bundles.writing import writing_bundle


def test_the_books_go_onto_a_stick_while_the_counter_is_open(
    desk: CounterDesk, tmp_path: Path
) -> None:
    told: list[tuple[int, int]] = []

    done = desk.carry_up(tmp_path, lambda done, of: told.append((done, of)))

    assert done.path.parent == tmp_path
    assert done.path.is_file()
    assert told[-1] == (done.entries, done.entries)


def test_what_is_not_for_this_counter_is_refused(desk: CounterDesk, tmp_path: Path) -> None:
    other = SigningKey(b"o" * 32)
    file = tmp_path / "a.temdown"
    with writing_bundle(file, DOWN, [bytes(other.verify_key)], other) as bundle:
        bundle.add(Piece(path="cover"))

    with pytest.raises(BundleForAnother):
        desk.carry_down(file)
    with pytest.raises(NoBundle):
        desk.carry_down(tmp_path / "b.temdown")
