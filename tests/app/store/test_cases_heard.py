"""Complaints of other counters stand here; own steps rest on the version that they saw."""

import msgspec
import pytest
import sqlalchemy as sa
from msgspec.structs import replace

from app.journal.kinds.complaints import ComplaintInvestigated, ComplaintNoted
from app.store.cases import Case, CaseEvent, CaseWords, cases_of, without_words
from app.store.cases_heard import ENTITY, take_cases
from app.store.heard import Heard
from app.store.origins import place_of
from app.store.outbox import outbox
from app.store.store import Store
from app.store.tables.heard import taken_document
from app.store.verification import verify
from tests.app.store.bookkeeping import record
from tests.app.store.fold.test_complaints import NUMBER, RECEIVED, STATED

FAR = "100105-1-K0000016"
SAID = CaseWords("Lê Thị Mơ", "+84912000654", "Huế", "", "Bưu gửi không đến.", "Tìm lại")


def a_case(number: str = FAR, **changes: object) -> Case:
    event = CaseEvent(place_of(9, 4), "received", "received", 5, 1, "Hoa", "2027-01-21", 0, "", "")
    plain = Case(
        number=number,
        item="",
        item_known=0,
        customer_uid=None,
        complaint_type="loss",
        type_label="Mất bưu gửi",
        role="sender",
        international=0,
        accepted_on=None,
        transit_days=None,
        delivered_on=None,
        received_ms=5,
        received_on="2026-11-21",
        window_until=None,
        timeliness="unknown",
        due_on="2027-01-21",
        state="received",
        owner=None,
        owner_name="",
        outcome="",
        floor_vnd=0,
        compensation_vnd=0,
        paid_by="",
        changed_ms=5,
        clerk_name="Hoa",
        seq=place_of(9, 4),
        erased=0,
        events=[event],
        words=SAID,
    )
    return replace(plain, **changes)


def a_step(was: str, owner: str = "Châu") -> ComplaintInvestigated:
    return ComplaintInvestigated(number=FAR, was=was, owner=1, owner_name=owner, clerk_name="Châu")


def take(store: Store, *cases: Case, acked: int | None = None) -> None:
    with store.noting() as connection:
        box = outbox(connection)
        assert box is not None
        head = box.head.seq
        heard = Heard(head if acked is None else acked, head, 1)
        assert take_cases(connection, [msgspec.msgpack.encode(each) for each in cases], heard) == 0


def stands(store: Store, number: str = FAR) -> Case:
    with store.reading() as connection:
        (found,) = cases_of(connection, [number])
    return found


def test_a_case_of_another_counter_stands_here(store: Store) -> None:
    take(store, a_case())

    assert stands(store) == replace(a_case(), erased=1), "no entry of ours holds its words"
    assert verify(store).ok


def test_who_is_not_told_the_words_keeps_what_it_knows(store: Store) -> None:
    take(store, a_case())
    record(store, ComplaintNoted(number=FAR, step="", words="Khách hỏi lại.", clerk_name="Châu"))
    mine = stands(store).events[0]

    take(store, without_words(a_case(state="decided", events=[mine])))

    assert (stands(store).state, stands(store).words) == ("decided", SAID)
    assert stands(store).events[0].words == "Khách hỏi lại."
    assert verify(store).ok


def test_unsent_steps_of_this_counter_stay(store: Store) -> None:
    take(store, a_case())
    record(store, a_step("received"))

    take(store, a_case(state="closed"), acked=2)

    assert stands(store).state == "investigating"
    assert verify(store).ok


def test_steps_that_were_refused_are_replayed_on_the_version_that_they_saw(store: Store) -> None:
    take(store, a_case())
    record(store, a_step("received"))
    take(store, a_case(state="reopened"))
    record(store, a_step("reopened", "Hoa"))
    take(store, a_case(state="decided"))

    assert stands(store).state == "decided"
    assert verify(store).problems == ()


def test_an_own_case_goes_on_elsewhere(store: Store) -> None:
    received, _ = record(store, RECEIVED, STATED)
    mine = stands(store, NUMBER)

    take(store, replace(without_words(mine), state="decided", seq=received.seq))

    assert stands(store, NUMBER) == replace(mine, state="decided")
    assert verify(store).ok


def test_erased_words_go_from_rows_and_from_what_is_kept(store: Store) -> None:
    take(store, a_case())
    record(store, a_step("received"))
    take(store, a_case(state="closed"))

    take(store, without_words(a_case(state="closed", erased=1)))

    assert stands(store).words == CaseWords()
    with store.reading() as connection:
        kept = connection.scalars(sa.select(taken_document.c.document).filter_by(entity=ENTITY))
        assert not [document for document in kept if SAID.facts.encode() in document]
    assert verify(store).ok


def test_a_case_that_cannot_be_read_is_not_taken(store: Store) -> None:
    with pytest.raises(msgspec.DecodeError), store.noting() as connection:
        take_cases(connection, [b"\xff"], Heard(0, 1, 1))
