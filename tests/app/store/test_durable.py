from pathlib import Path

from app.store.durable import sync_folder, write_durably


def test_a_file_is_replaced_whole_and_leaves_no_partial(tmp_path: Path) -> None:
    target = tmp_path / "small"
    write_durably(target, b"old")
    write_durably(target, b"new", mode=0o600)

    assert target.read_bytes() == b"new"
    assert target.stat().st_mode & 0o077 == 0
    assert [path.name for path in tmp_path.iterdir()] == ["small"]


def test_a_folder_can_be_synced(tmp_path: Path) -> None:
    sync_folder(tmp_path)
