import pytest

from app.services.consents import (
    AlreadyAgreed,
    ConsentChannelUnknown,
    NothingToWithdraw,
    PurposeUnknown,
    StateConsent,
    StatedConsent,
    state_consent,
)
from app.store.consents import consents_in_force
from app.store.customers import customer_by_number
from app.store.store import Store
from tests.app.services.bookkeeping import sound
from tests.app.services.people import merge, unmerge
from tests.builders import CHAU, PHUC, a_command_id, registered


def state(
    store: Store, number: str, purpose: str = "marketing", *, given: bool = True, **how: str
) -> StatedConsent:
    command = StateConsent(a_command_id(), number, purpose, given, **how)
    return state_consent(command, store.unit_of_work(), CHAU)


def in_force(store: Store, number: str) -> dict[str, bool]:
    with store.reading() as connection:
        uid = customer_by_number(connection, number).uid
        return {code: each.given for code, each in consents_in_force(connection, uid).items()}


def test_nobody_has_agreed_to_anything_at_first(store: Store) -> None:
    assert in_force(store, registered(store)) == {}


def test_each_purpose_stands_alone_with_the_version_of_its_words(store: Store) -> None:
    number = registered(store)

    done = state(store, number, "care", language="en", channel="phone")

    assert (done.given, done.text_version) == (True, "2026-01")
    assert in_force(store, number) == {"care": True}
    assert sound(store)


def test_a_withdrawal_counts_at_once_and_a_new_consent_after_it(store: Store) -> None:
    number = registered(store)
    state(store, number)
    state(store, number, given=False)
    assert in_force(store, number) == {"marketing": False}

    state(store, number)
    assert in_force(store, number) == {"marketing": True}


def test_who_never_agreed_may_forbid(store: Store) -> None:
    number = registered(store)

    state(store, number, given=False)

    assert in_force(store, number) == {"marketing": False}


def test_the_same_word_is_not_recorded_twice(store: Store) -> None:
    number = registered(store)
    command = StateConsent(a_command_id(), number, "care", given=True)
    first = state_consent(command, store.unit_of_work(), PHUC)

    assert state_consent(command, store.unit_of_work(), PHUC) == first
    with pytest.raises(AlreadyAgreed):
        state(store, number, "care")
    state(store, number, "care", given=False)
    with pytest.raises(NothingToWithdraw):
        state(store, number, "care", given=False)


def test_only_what_is_asked_for_can_be_agreed_to(store: Store) -> None:
    number = registered(store)

    with pytest.raises(PurposeUnknown):
        state(store, number, "everything")
    with pytest.raises(ConsentChannelUnknown):
        state(store, number, channel="telepathy")


def test_in_a_merge_the_withdrawal_wins_until_it_is_undone(store: Store) -> None:
    number, other = registered(store), registered(store)
    state(store, other, given=False)
    state(store, number)

    merge(store, number, other)
    assert in_force(store, number) == {"marketing": False}

    unmerge(store, other)
    assert in_force(store, number) == {"marketing": True}
    assert in_force(store, other) == {"marketing": False}
