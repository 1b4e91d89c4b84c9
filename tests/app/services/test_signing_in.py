from pathlib import Path

import pytest

from app.domain.identities import Clerk
from app.services.signing_in import (
    LOCK_MS,
    LockedOut,
    PinMissing,
    PinUnusable,
    UnknownClerk,
    WrongPin,
    hash_pin,
    sign_in,
)
from app.settings import Home
from app.store.store import Store, open_store
from tests.builders import CHAU, PHUC, PIN
from tests.fakes.clock import HandClock


def enter(store: Store, pin: str = PIN, code: str = "chau") -> Clerk:
    return sign_in(code, pin, store.unit_of_work())


def lock(store: Store) -> None:
    for _ in range(4):
        with pytest.raises(WrongPin):
            enter(store, "000000")
    with pytest.raises(LockedOut):
        enter(store, "000000")


def test_the_right_pin_says_who_it_is(store: Store) -> None:
    assert enter(store) == CHAU
    assert enter(store, code="phuc") == PHUC


def test_each_wrong_pin_says_how_many_are_left(store: Store) -> None:
    left = []
    for _ in range(4):
        with pytest.raises(WrongPin) as caught:
            enter(store, "000000")
        left.append(caught.value.left)

    assert left == [4, 3, 2, 1]


def test_the_fifth_wrong_pin_locks_even_the_right_one_out(store: Store) -> None:
    lock(store)

    with pytest.raises(LockedOut) as caught:
        enter(store)

    assert (caught.value.minutes, caught.value.until) == (5, "12:05")


def test_a_lock_is_only_for_that_clerk(store: Store) -> None:
    lock(store)

    assert enter(store, code="phuc") == PHUC


def test_after_five_minutes_five_trials_begin_anew(store: Store, clock: HandClock) -> None:
    lock(store)
    clock.advance(LOCK_MS)

    with pytest.raises(WrongPin) as caught:
        enter(store, "000000")

    assert caught.value.left == 4
    assert enter(store) == CHAU


def test_the_right_pin_forgives_the_wrong_ones_before(store: Store) -> None:
    with pytest.raises(WrongPin):
        enter(store, "000000")
    enter(store)

    with pytest.raises(WrongPin) as caught:
        enter(store, "000000")
    assert caught.value.left == 4


def test_trials_and_locks_survive_a_restart(tmp_path: Path, store: Store, clock: HandClock) -> None:
    lock(store)
    store.close()

    again = open_store(Home(tmp_path / "home"), clock)
    try:
        with pytest.raises(LockedOut):
            enter(again)
    finally:
        again.close()


def test_a_clock_turned_back_does_not_shorten_a_lock(store: Store, clock: HandClock) -> None:
    lock(store)
    clock.wall_ms -= 3_600_000

    with pytest.raises(LockedOut):
        enter(store)
    clock.advance(LOCK_MS - 1)
    with pytest.raises(LockedOut):
        enter(store)


def test_a_clock_put_right_again_does_not_lock_for_hours(store: Store, clock: HandClock) -> None:
    clock.wall_ms += 86_400_000
    lock(store)
    clock.wall_ms -= 86_400_000

    with pytest.raises(LockedOut) as caught:
        enter(store)
    assert caught.value.minutes == 5
    clock.advance(LOCK_MS)
    assert enter(store) == CHAU


def test_enter_without_a_pin_is_no_trial(store: Store) -> None:
    for _ in range(9):
        with pytest.raises(PinMissing):
            enter(store, " ")

    assert enter(store) == CHAU


@pytest.mark.parametrize("pin", ["1" * 10_000, "😀😀😀😀", "１２３４５６", "\x00"])
def test_what_can_be_no_pin_is_a_wrong_one(store: Store, pin: str) -> None:
    with pytest.raises(WrongPin):
        enter(store, pin)


@pytest.mark.parametrize("code", ["", "nobody", "x" * 10_000, "chau'--"])
def test_an_unknown_clerk_is_told(store: Store, code: str) -> None:
    with pytest.raises(UnknownClerk):
        enter(store, code=code)


@pytest.mark.parametrize("pin", ["", "123", "1" * 13, "12a4", "１２３４"])
def test_a_new_pin_has_four_to_twelve_digits(pin: str) -> None:
    with pytest.raises(PinUnusable):
        hash_pin(pin)


def test_a_pin_is_kept_as_argon2id_with_the_agreed_cost() -> None:
    assert hash_pin("4321").startswith("$argon2id$v=19$m=19456,t=2,p=1$")


@pytest.mark.parametrize("restarted", [False, True])
def test_a_clock_turned_forward_does_not_end_a_lock(
    store: Store, clock: HandClock, *, restarted: bool
) -> None:
    if restarted:
        clock.reboot()
    lock(store)
    clock.wall_ms += 86_400_000

    with pytest.raises(LockedOut) as caught:
        enter(store)

    assert caught.value.minutes == 5
    clock.advance(LOCK_MS)
    assert enter(store) == CHAU
