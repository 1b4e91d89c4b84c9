import pytest

from app.domain.identities import Role
from app.services.permissions import ALLOWED, Act, NotPermitted, may, require
from tests.builders import CHAU, PHUC


def test_every_role_is_provided_for() -> None:
    assert set(ALLOWED) == set(Role)


def test_a_supervisor_may_do_everything() -> None:
    assert all(may(PHUC, act) for act in Act)


def test_a_clerk_may_serve_but_not_erase() -> None:
    assert may(CHAU, Act.CLOSE_SHIFT)
    for act in (Act.ERASE_CUSTOMER, Act.SEE_DRAWER, Act.CORRECT_SHIFT, Act.AGREE_DIFFERENCE):
        assert not may(CHAU, act)


def test_what_one_may_not_is_refused() -> None:
    require(CHAU, Act.ACCEPT_SHIPMENTS)

    with pytest.raises(NotPermitted):
        require(CHAU, Act.ERASE_CUSTOMER)
