import pytest

from app.domain import accounts
from app.services.handing_over import HandedToOneself
from app.store.store import Store
from tests.app.services.bookkeeping import balance, kinds, sound
from tests.builders import accepted
from tests.shift_builders import BY_CHAU, BY_PHUC, FLOAT_VND, closed, handed_over, opened


def test_a_drawer_is_handed_over_in_one_transaction_that_both_sign(store: Store) -> None:
    opened(store)
    accepted(store)

    done = handed_over(store, FLOAT_VND, BY_PHUC)

    assert (done.shift, done.next_shift) == ("100950-2-C00001", "100950-2-C00002")
    assert done.difference_vnd < 0
    assert kinds(store)[-3:] == ["shift.counted", "shift.closed", "shift.opened"]
    assert balance(store, accounts.DRAWER) == FLOAT_VND
    assert closed(store, FLOAT_VND).difference_vnd == 0, "the next shift starts with what was seen"
    assert sound(store)


def test_nobody_hands_a_drawer_to_themselves(store: Store) -> None:
    opened(store)

    with pytest.raises(HandedToOneself):
        handed_over(store, FLOAT_VND, BY_CHAU)
