from app.bootstrap.desk import CounterDesk
from app.services.conflicts import SettleConflict
from tests.app.bootstrap.sample_counter import SUPERVISOR
from tests.app.services.test_conflicts import uid_of
from tests.app.store.hearing import EDIT, a_conflict, hear
from tests.builders import a_customer


def test_a_conflict_is_read_and_settled_through_the_desk(desk: CounterDesk) -> None:
    desk.sign_in(SUPERVISOR.clerk.code, SUPERVISOR.pin)
    number = desk.register(a_customer()).number
    store = desk._store
    hear(store, a_conflict(uid_of(store, number), mine="12 Hàng Bông"))
    assert desk.conflicts().open == 1

    command = SettleConflict(
        desk.new_command_id(), f"{EDIT.hex()}-street", take=True, reason="đã hỏi khách"
    )
    assert desk.settle_conflict(command).changed

    assert desk.conflicts().open == 0
    assert desk.conflicts(settled=True, number=number).lines[0].holds.value == "Phố Huế"
