import pytest
import sqlalchemy as sa

from app.journal.kinds.complaints import (
    ComplaintClosed,
    ComplaintNoted,
    ComplaintReceived,
    ComplaintStated,
)
from app.store.fold.complaints import CaseStoodElsewhere
from app.store.store import Store
from app.store.tables.complaints import complaint, complaint_event
from app.store.verification import verify
from tests.app.store.bookkeeping import record

NUMBER = "100950-2-K0000018"
RECEIVED = ComplaintReceived(
    number=NUMBER,
    item="",
    customer_uid=None,
    complaint_type="loss",
    type_label="Mất bưu gửi",
    role="sender",
    scope="domestic",
    accepted_on=None,
    transit_days=None,
    delivered_on=None,
    received_on="2026-11-21",
    window_until=None,
    timeliness="unknown",
    due_on="2027-01-21",
    rules="2026",
    clerk_name="Trần Minh Châu",
)
STATED = ComplaintStated(
    number=NUMBER, name="An", phone="", address="Huế", authority="", facts="Mất.", remedy=""
)


def test_a_case_and_what_was_said_stand_in_one_row(store: Store) -> None:
    record(store, RECEIVED, STATED)

    with store.reading() as connection:
        row = connection.execute(sa.select(complaint)).one()
    assert (row.state, row.name, row.facts, row.due_on) == ("received", "An", "Mất.", "2027-01-21")


def test_a_step_from_a_state_that_is_not_there_changes_nothing(store: Store) -> None:
    record(store, RECEIVED, STATED)

    with pytest.raises(CaseStoodElsewhere):
        record(store, ComplaintClosed(number=NUMBER, was="decided", clerk_name="An"))

    with store.reading() as connection:
        assert connection.scalar(sa.select(complaint.c.state)) == "received"


def test_words_without_a_step_are_an_event_of_their_own(store: Store) -> None:
    record(store, RECEIVED, STATED)
    record(store, ComplaintNoted(number=NUMBER, step="", words="Đã gọi khách.", clerk_name="Châu"))

    with store.reading() as connection:
        events = connection.execute(sa.select(complaint_event.c.kind, complaint_event.c.words))
        assert [tuple(event) for event in events] == [("received", ""), ("noted", "Đã gọi khách.")]
    assert verify(store).ok
