from pathlib import Path

import pytest

from sync.trust import TrustUnreadable, trust, trusted_keys


def test_a_home_without_anchors_trusts_nobody(tmp_path: Path) -> None:
    assert trusted_keys(tmp_path / "trust") == frozenset()


def test_every_anchor_in_the_folder_counts(tmp_path: Path) -> None:
    trust(tmp_path, "old", b"a" * 32)
    trust(tmp_path, "new", b"b" * 32)

    assert trusted_keys(tmp_path) == {b"a" * 32, b"b" * 32}


@pytest.mark.parametrize("damaged", ["", "zz" * 32, "ab" * 31, "khóa"])
def test_a_damaged_anchor_is_named_and_not_passed_over(tmp_path: Path, damaged: str) -> None:
    (tmp_path / "hq.pub").write_text(damaged, encoding="utf-8")

    with pytest.raises(TrustUnreadable):
        trusted_keys(tmp_path)
