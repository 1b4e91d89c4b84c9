import pytest
import sqlalchemy as sa

from app.domain.complaint_number import complaint_number
from app.services.commands import CommandIdTaken
from app.services.complaint_steps import (
    CaseMovedOn,
    CompensationUnpaid,
    OwnerUnknown,
    ReopenReasonMissing,
    StepNotAllowed,
    close_complaint,
    investigate,
    reopen_complaint,
)
from app.store.complaints import ComplaintUnknown, StoredComplaint, complaint_by_number
from app.store.store import Store
from app.store.tables.complaints import complaint_event
from app.store.verification import verify
from tests.builders import CHAU
from tests.complaints import a_step, decided, filed, investigated
from tests.fakes.clock import HandClock

DAY_MS = 86_400_000


def read(store: Store, number: str) -> StoredComplaint:
    with store.reading() as connection:
        return complaint_by_number(connection, number)


def test_a_case_goes_its_way_and_its_words_stand_beside_the_steps(store: Store) -> None:
    number = filed(store).number
    investigate(
        a_step(number, "received", note="Gọi bưu cục phát.", owner="phuc"),
        store.unit_of_work(),
        CHAU,
    )
    decided_case = read(store, number)
    assert (decided_case.state, decided_case.owner_name) == ("investigating", "Lê Hồng Phúc")

    with store.reading() as connection:
        rows = connection.execute(
            sa.select(complaint_event.c.kind, complaint_event.c.words).order_by(
                complaint_event.c.seq
            )
        )
        assert [tuple(row) for row in rows] == [
            ("received", ""),
            ("investigate", "Gọi bưu cục phát."),
        ]
    assert verify(store).ok


def test_a_stale_command_is_refused_with_the_present_state_in_words(store: Store) -> None:
    number = filed(store).number
    investigated(store, number)

    with pytest.raises(CaseMovedOn) as caught:
        investigated(store, number)

    assert (caught.value.state, caught.value.at) == ("đang xác minh", "12:00 21/11/2026")


def test_a_step_that_cannot_follow_is_refused(store: Store) -> None:
    number = filed(store).number

    with pytest.raises(StepNotAllowed):
        close_complaint(a_step(number, "received"), store.unit_of_work(), CHAU)


def test_a_case_is_handed_over_by_investigating_again(store: Store) -> None:
    number = filed(store).number
    investigated(store, number)

    investigate(a_step(number, "investigating", owner="phuc"), store.unit_of_work(), CHAU)

    assert read(store, number).owner_name == "Lê Hồng Phúc"
    with pytest.raises(OwnerUnknown):
        investigate(a_step(number, "investigating", owner="ai"), store.unit_of_work(), CHAU)


def test_a_case_with_money_owed_is_not_closed(store: Store) -> None:
    number = filed(store).number
    decided(store, number)

    with pytest.raises(CompensationUnpaid) as caught:
        close_complaint(a_step(number, "decided"), store.unit_of_work(), CHAU)

    assert caught.value.compensation_vnd == 400_000


def test_reopening_begins_a_new_term(store: Store, clock: HandClock) -> None:
    number = filed(store).number
    decided(store, number, outcome="rejected", compensation_vnd=0)
    close_complaint(a_step(number, "decided"), store.unit_of_work(), CHAU)
    clock.advance(10 * DAY_MS)

    with pytest.raises(ReopenReasonMissing):
        reopen_complaint(a_step(number, "closed"), store.unit_of_work(), CHAU)
    reopen_complaint(a_step(number, "closed", note="Khách có ảnh mới."), store.unit_of_work(), CHAU)

    stored = read(store, number)
    assert (stored.state, stored.received_on, stored.due_on) == (
        "reopened", "2026-12-01", "2027-02-01"
    )  # fmt: skip
    assert verify(store).ok


def test_the_same_key_pressed_twice_takes_one_step(store: Store) -> None:
    number = filed(store).number
    step = a_step(number, "received")

    twice = [investigate(step, store.unit_of_work(), CHAU) for _ in range(2)]

    assert twice[0] == twice[1]
    with pytest.raises(CommandIdTaken):
        close_complaint(
            a_step(number, "decided", command_id=step.command_id), store.unit_of_work(), CHAU
        )


def test_a_case_that_is_not_here_is_said_so(store: Store) -> None:
    with pytest.raises(ComplaintUnknown):
        investigated(store, complaint_number("100950", "2", 77))
