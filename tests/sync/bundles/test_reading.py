from pathlib import Path

import pytest
from nacl.signing import SigningKey

from app.errors import UserError
from sync.bundles.faults import (
    BundleAltered,
    BundleForAnother,
    BundleFormNewer,
    BundleUnreadable,
    BundleWrongWay,
    NoBundle,
    StickUnreadable,
)
from sync.bundles.form import DOWN, FORM, UP, Piece
from sync.bundles.reading import open_bundle, whole_paths
from sync.bundles.writing import writing_bundle

READER, SENDER, OTHER = (SigningKey(letter * 32) for letter in (b"r", b"s", b"o"))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    target = tmp_path / "a.temup"
    with writing_bundle(target, UP, [bytes(READER.verify_key)], SENDER) as bundle:
        bundle.add(Piece(path="cover", body=b"c" * 40))
        bundle.add(Piece(path="/v1/push", body=b"p" * 60))
    return target


def test_it_comes_out_as_it_went_in(file: Path) -> None:
    opened = open_bundle(file, UP, READER)

    assert [piece for _, piece in opened.pieces()] == [
        Piece(path="cover", body=b"c" * 40),
        Piece(path="/v1/push", body=b"p" * 60),
    ]
    assert opened.signed_by == bytes(SENDER.verify_key)


def test_one_altered_byte_anywhere_is_refused(file: Path) -> None:
    whole = file.read_bytes()
    for place in range(len(whole)):
        file.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        with pytest.raises(UserError):
            open_bundle(file, UP, READER)


def test_a_file_that_was_not_copied_to_its_end_is_refused(file: Path) -> None:
    whole = file.read_bytes()
    for length in range(len(whole)):
        file.write_bytes(whole[:length])
        with pytest.raises((BundleUnreadable, BundleAltered)):
            open_bundle(file, UP, READER)


def test_something_appended_is_refused(file: Path) -> None:
    file.write_bytes(file.read_bytes() + b"x")

    with pytest.raises(BundleAltered):
        open_bundle(file, UP, READER)


def test_pieces_that_changed_places_are_refused(tmp_path: Path) -> None:
    target = tmp_path / "b.temup"
    with writing_bundle(target, UP, [bytes(READER.verify_key)], SENDER) as bundle:
        bundle.add(Piece(path="a", body=b"1" * 20))
        bundle.add(Piece(path="b", body=b"2" * 20))
    first, second = open_bundle(target, UP, READER).places
    raw = target.read_bytes()
    one = raw[first.offset : first.offset + first.length]
    two = raw[second.offset : second.offset + second.length]
    target.write_bytes(
        raw.replace(one, b"-" * len(one)).replace(two, one).replace(b"-" * len(one), two)
    )

    with pytest.raises(BundleAltered):
        open_bundle(target, UP, READER)


def test_a_bundle_for_somebody_else_is_told_so(file: Path) -> None:
    with pytest.raises(BundleForAnother):
        open_bundle(file, UP, OTHER)


def test_a_bundle_of_the_other_way_is_told_so(file: Path) -> None:
    with pytest.raises(BundleWrongWay):
        open_bundle(file, DOWN, READER)


def test_a_later_form_is_told_so(file: Path) -> None:
    later = FORM.replace("/1", "/2").encode()
    file.write_bytes(file.read_bytes().replace(FORM.encode(), later))

    with pytest.raises(BundleFormNewer):
        open_bundle(file, UP, READER)


@pytest.mark.parametrize("content", [b"", b"TEM", b"PK\x03\x04 a zip file, say", b"TEMUSB1\n"])
def test_other_files_are_no_bundles(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x").write_bytes(content)

    with pytest.raises(BundleUnreadable):
        open_bundle(tmp_path / "x", UP, READER)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(NoBundle):
        open_bundle(tmp_path / "x.temup", UP, READER)
    with pytest.raises(StickUnreadable):
        open_bundle(tmp_path, UP, READER)


def test_a_stick_exchanged_between_check_and_use_is_refused(file: Path) -> None:
    opened = open_bundle(file, UP, READER)
    with writing_bundle(file, UP, [bytes(READER.verify_key)], OTHER) as bundle:
        bundle.add(Piece(path="cover", body=b"d" * 40))

    with pytest.raises(BundleAltered):
        opened.read(opened.places[0])

    file.unlink()
    with pytest.raises(StickUnreadable):
        opened.read(opened.places[0])


def test_a_folder_stands_for_the_bundles_in_it(file: Path, tmp_path: Path) -> None:
    (tmp_path / "b.temup").write_bytes(b"")
    (tmp_path / "c.temdown").write_bytes(b"")
    (tmp_path / "empty").mkdir()

    assert whole_paths([tmp_path], UP) == [file, tmp_path / "b.temup"]
    assert whole_paths([file], UP) == [file]
    with pytest.raises(NoBundle):
        whole_paths([tmp_path / "empty"], UP)
