import pytest

from app.bootstrap.desk import CounterDesk
from app.bootstrap.session import NobodySignedIn
from app.services.signing_in import WrongPin
from tests.app.bootstrap.sample_counter import CLERK, SUPERVISOR, a_registration


def test_nothing_is_done_in_nobodys_name(desk: CounterDesk) -> None:
    with pytest.raises(NobodySignedIn):
        desk.register(a_registration(desk))


def test_a_clerk_who_signed_in_may_work_until_signed_out(desk: CounterDesk) -> None:
    assert desk.sign_in(CLERK.clerk.code, CLERK.pin) == CLERK.clerk
    desk.register(a_registration(desk))
    desk.sign_out()

    with pytest.raises(NobodySignedIn):
        desk.register(a_registration(desk))


def test_whoever_fails_to_sign_in_does_not_work_on_in_the_last_ones_name(
    staffed: CounterDesk,
) -> None:
    with pytest.raises(WrongPin):
        staffed.sign_in(SUPERVISOR.clerk.code, "000000")

    with pytest.raises(NobodySignedIn):
        staffed.register(a_registration(staffed))
