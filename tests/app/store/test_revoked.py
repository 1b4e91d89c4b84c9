from pathlib import Path

import pytest

from app.settings import Home
from app.store.keys import forget_secrets, make_secrets
from app.store.revoked import TerminalRevoked, is_revoked, lock_for_ever
from app.store.store import open_store
from tests.builders import a_store


def test_the_first_order_stays(tmp_path: Path) -> None:
    home = Home(tmp_path)
    assert not is_revoked(home)

    lock_for_ever(home, b"first")
    lock_for_ever(home, b"second")

    assert is_revoked(home)
    assert home.revocation.read_bytes() == b"first"


def test_a_locked_store_says_so_to_who_writes(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    lock_for_ever(store.home, b"order")
    store.look_again()

    with pytest.raises(TerminalRevoked), store.unit_of_work():
        pass
    store.close()


def test_without_its_key_it_cannot_even_be_opened(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    store.close()
    lock_for_ever(store.home, b"order")
    forget_secrets(store.home)

    with pytest.raises(TerminalRevoked):
        open_store(store.home)


def test_forgetting_twice_is_no_fault(tmp_path: Path) -> None:
    home = Home(tmp_path)
    make_secrets(home)

    forget_secrets(home)
    forget_secrets(home)

    assert not home.keys.exists()
