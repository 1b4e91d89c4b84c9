from pathlib import Path

import pytest

from sync.headquarters.keys import HeadquartersKeysUnreadable, keys_in


def test_keys_are_made_once_and_read_only_by_their_owner(tmp_path: Path) -> None:
    made = keys_in(tmp_path / "hq")

    assert keys_in(tmp_path / "hq") == made
    assert (tmp_path / "hq" / "headquarters.keys").stat().st_mode & 0o777 == 0o600
    assert made.signing.hex() not in repr(made)


@pytest.mark.parametrize("damage", ["", "{}", '{"signing": "00"}', "[]"])
def test_damaged_keys_are_never_replaced(tmp_path: Path, damage: str) -> None:
    file = tmp_path / "headquarters.keys"
    file.write_text(damage)

    with pytest.raises(HeadquartersKeysUnreadable):
        keys_in(tmp_path)
    assert file.read_text() == damage
