import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from nacl.signing import SigningKey

from sync.bundles.faults import BundleUnwritable
from sync.bundles.form import UP, Piece
from sync.bundles.reading import open_bundle
from sync.bundles.writing import writing_bundle

READER, SENDER = SigningKey(b"r" * 32), SigningKey(b"s" * 32)
FOR = [bytes(READER.verify_key)]


@contextmanager
def a_stick_with(room: int) -> Iterator[None]:
    """No file becomes longer: the disk answers EFBIG, as a full stick answers ENOSPC."""
    import signal

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)


def test_a_bundle_has_its_name_only_when_it_is_whole(tmp_path: Path) -> None:
    target = tmp_path / "a.temup"
    with writing_bundle(target, UP, FOR, SENDER) as bundle:
        bundle.add(Piece(path="cover"))
        assert not target.exists()

    assert [path.name for path in tmp_path.iterdir()] == ["a.temup"]
    assert open_bundle(target, UP, READER).signed_by == bytes(SENDER.verify_key)


def test_a_newer_bundle_takes_the_place_of_an_older_one(tmp_path: Path) -> None:
    for body in (b"old", b"new"):
        with writing_bundle(tmp_path / "a.temup", UP, FOR, SENDER) as bundle:
            bundle.add(Piece(path="cover", body=body))

    (found,) = [piece for _, piece in open_bundle(tmp_path / "a.temup", UP, READER).pieces()]
    assert found.body == b"new"


def test_a_full_stick_is_told_and_what_was_begun_on_it_goes(tmp_path: Path) -> None:
    target = tmp_path / "a.temup"
    with writing_bundle(target, UP, FOR, SENDER) as bundle:
        bundle.add(Piece(path="cover", body=b"before"))
    before = target.read_bytes()

    def write() -> None:
        with writing_bundle(target, UP, FOR, SENDER) as bundle:
            bundle.add(Piece(path="cover", body=bytes(200_000)))

    with a_stick_with(room=100_000), pytest.raises(BundleUnwritable):
        write()

    assert target.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["a.temup"]


def test_a_stick_that_is_gone_is_told(tmp_path: Path) -> None:
    with (
        pytest.raises(BundleUnwritable),
        writing_bundle(tmp_path / "gone" / "a.temup", UP, FOR, SENDER),
    ):
        pass


def test_nothing_of_what_is_carried_can_be_read_on_the_way(tmp_path: Path) -> None:
    with writing_bundle(tmp_path / "a.temup", UP, FOR, SENDER) as bundle:
        bundle.add(Piece(path="cover", body="Nguyễn Thị Hoa".encode()))

    assert "Nguyễn".encode() not in (tmp_path / "a.temup").read_bytes()
