"""A complaint made at one counter is seen at every counter, and goes on wherever somebody is."""

from datetime import timedelta

import pytest
import sqlalchemy as sa

from app.queries.case_pages import CasePage, case_page
from app.queries.complaints import CaseFilter, case_list
from app.queries.sync_report import sync_report
from app.services.complaint_steps import TakeStep, close_complaint, investigate, reopen_complaint
from app.services.complaints import FileComplaint, file_complaint
from app.services.deciding import DecideComplaint, decide_complaint
from app.services.evidence import CaseOfAnotherCounter, EraseComplaint, erase_complaint
from app.store.tables.complaints import complaint_event
from app.store.vault import Vault
from tests.sync.country import Counter, Country
from tests.sync.test_beside_everywhere import (
    CLERK,
    SUPERVISOR,
    a_customer,
    all_sync,
    an_id,
    check,
    page,
)


def complains(at: Counter, customer: str) -> str:
    form = FileComplaint(
        command_id=an_id(at.store.clock),
        complaint_type="loss",
        role="sender",
        name="Nguyễn Thị Ánh",
        phone="0912 000 654",
        address="12 Hàng Bông",
        facts="Bưu gửi không đến.",
        remedy="Tìm lại",
        customer=customer,
    )
    return file_complaint(form, at.store.unit_of_work(), CLERK).number


def case(at: Counter, number: str) -> CasePage:
    with at.store.reading() as connection:
        return case_page(connection, number, at.store.clock.now_ms())


def looks_into(at: Counter, number: str, expects: str) -> None:
    step = TakeStep(an_id(at.store.clock), number, expects, note="Đã hỏi tuyến phát.")
    investigate(step, at.store.unit_of_work(), CLERK)


def test_an_open_case_shows_at_every_counter_and_its_words_at_its_office(country: Country) -> None:
    here, beside, far = country.counter(), country.counter(), country.counter("100105")
    customer = a_customer(here, "Nguyễn Thị Ánh")
    number = complains(here, customer)
    all_sync(country)

    for counter in country.counters:
        assert [each.number for each in page(counter, customer).open_cases] == [number]
    assert (case(beside, number).facts, case(beside, number).words_at) == ("Bưu gửi không đến.", "")
    away = case(far, number)
    assert (away.facts, away.name, away.words_at, away.erased) == ("", "", "100950", False)
    assert away.line.due_on == case(here, number).line.due_on
    with far.store.reading() as connection:
        everything = CaseFilter(open_only=False)
        assert case_list(connection, country.clock.now_ms(), everything).lines == ()
    check(country)


def test_a_case_goes_on_at_another_counter(country: Country) -> None:
    here, far = country.counter(), country.counter("100105")
    number = complains(here, a_customer(here, "Nguyễn Thị Ánh"))
    all_sync(country)

    looks_into(far, number, "received")
    all_sync(country)

    assert case(here, number).line.state == "investigating"
    assert [each.kind for each in case(here, number).events] == ["received", "investigate"]
    assert case(here, number).events[1].words == "Đã hỏi tuyến phát.", "its office reads the words"
    assert case(far, number).events[1].words == "Đã hỏi tuyến phát.", "and who wrote them"
    check(country)


def test_two_steps_at_once_and_the_later_one_is_told_why_it_has_no_effect(
    country: Country,
) -> None:
    here, there = country.counter(), country.counter()
    number = complains(here, a_customer(here, "Nguyễn Thị Ánh"))
    all_sync(country)
    looks_into(here, number, "received")
    looks_into(there, number, "received")

    all_sync(country)

    with there.store.reading() as connection:
        (held,) = sync_report(connection, country.clock).held
    assert "quầy khác" in held.why
    assert len(case(there, number).events) == 2
    check(country)
    reject(there, number)
    all_sync(country)
    assert case(here, number).line.state == "decided", "the refused step keeps nobody from it"
    check(country)


def reject(at: Counter, number: str) -> None:
    decided = DecideComplaint(
        command_id=an_id(at.store.clock),
        number=number,
        expects="investigating",
        outcome="rejected",
        actual_loss_vnd=0,
        compensation_vnd=0,
        reason="Đã phát đúng người.",
    )
    decide_complaint(decided, at.store.unit_of_work(), SUPERVISOR)


@pytest.mark.parametrize("reopens", [0, 1])
def test_erased_words_go_from_every_counter(country: Country, reopens: int) -> None:
    here, there = country.counter(), country.counter()
    number = complains(here, a_customer(here, "Nguyễn Thị Ánh"))
    all_sync(country)
    looks_into(there, number, "received")
    reject(there, number)
    step = TakeStep(an_id(country.clock), number, "decided")
    close_complaint(step, there.store.unit_of_work(), CLERK)
    all_sync(country)
    country.clock.advance(round(timedelta(days=800).total_seconds() * 1000))

    def erase(at: Counter) -> None:
        wanted = EraseComplaint(an_id(country.clock), number, "đơn ngày 1/11")
        erase_complaint(wanted, at.store.unit_of_work(), Vault(at.store), SUPERVISOR)

    with pytest.raises(CaseOfAnotherCounter):
        erase(there)
    erase(here)
    all_sync(country)

    for counter in country.counters:
        seen = case(counter, number)
        assert (seen.facts, seen.name, seen.erased) == ("", "", True)
        with counter.store.reading() as connection:
            assert set(connection.scalars(sa.select(complaint_event.c.words))) == {""}
    check(country)
    again = TakeStep(an_id(country.clock), number, "closed", note="Khách không đồng ý.")
    reopen_complaint(again, country.counters[reopens].store.unit_of_work(), CLERK)
    all_sync(country)
    for counter in country.counters:
        assert case(counter, number).line.state == "reopened"
    check(country)
