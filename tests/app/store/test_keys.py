import json
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend

from app.settings import Home, HomeUnwritable
from app.store.faults import KeyMissing
from app.store.keys import lies_in_file, load_secrets, make_secrets


class ShelfKeyring(KeyringBackend):
    """A key store that works: a shelf in memory."""

    priority = 1

    def __init__(self) -> None:
        self.shelf: dict[tuple[str, str], str] = {}

    def set_password(self, service: str, username: str, password: str) -> None:
        self.shelf[service, username] = password

    def get_password(self, service: str, username: str) -> str | None:
        return self.shelf.get((service, username))

    def delete_password(self, service: str, username: str) -> None:
        del self.shelf[service, username]


@pytest.fixture
def shelf() -> Iterator[ShelfKeyring]:
    before, own = keyring.get_keyring(), ShelfKeyring()
    keyring.set_keyring(own)
    yield own
    keyring.set_keyring(before)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home")


def test_without_a_key_store_the_declared_file_holds_them_for_the_owner_alone(home: Home) -> None:
    made = make_secrets(home)

    assert load_secrets(home) == made
    assert lies_in_file(home)
    assert home.keys.stat().st_mode & 0o777 == 0o600


def test_with_a_key_store_nothing_secret_lies_in_the_home(home: Home, shelf: ShelfKeyring) -> None:
    made = make_secrets(home)

    assert load_secrets(home) == made
    assert not lies_in_file(home)
    assert made.database.hex() not in home.keys.read_text(encoding="utf-8")
    assert len(shelf.shelf) == 1


def test_two_counters_have_different_secrets(home: Home, tmp_path: Path) -> None:
    one, other = make_secrets(home), make_secrets(Home(tmp_path / "other"))

    assert one.database != other.database
    assert one.device != other.device
    assert one.database != one.device


def test_a_lost_key_is_told(home: Home, shelf: ShelfKeyring) -> None:
    make_secrets(home)
    shelf.shelf.clear()

    with pytest.raises(KeyMissing):
        load_secrets(home)


@pytest.mark.parametrize(
    "damaged",
    [
        "",
        "{",
        "[]",
        '{"where": "file"}',
        json.dumps({"where": "file", "secrets": '{"database": "00", "device": "00"}'}),
    ],
)
def test_a_damaged_key_file_is_told(home: Home, damaged: str) -> None:
    home.make()
    home.keys.write_text(damaged, encoding="utf-8")

    with pytest.raises(KeyMissing):
        load_secrets(home)


def test_secrets_do_not_show_themselves(home: Home) -> None:
    assert repr(make_secrets(home)) == "Secrets(…)"


def test_a_home_that_may_not_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder", encoding="utf-8")

    with pytest.raises(HomeUnwritable):
        make_secrets(Home(tmp_path / "file" / "home"))
