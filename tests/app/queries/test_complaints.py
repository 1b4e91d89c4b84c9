from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.domain.complaint_clock import Urgency
from app.queries.complaints import (
    CaseFilter,
    case_list,
    cases_of_item,
    complaint_day,
    open_cases_of_customer,
)
from app.services.complaint_steps import close_complaint
from app.store.store import Store
from tests.builders import CHAU, a_store, accepted
from tests.complaints import a_step, decided, filed, investigated
from tests.fakes.clock import HandClock

DAY_MS = 86_400_000


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def store(tmp_path: Path, clock: HandClock) -> Iterator[Store]:
    opened = a_store(tmp_path, clock)
    yield opened
    opened.close()


def closed(store: Store, number: str) -> None:
    decided(store, number, outcome="rejected", compensation_vnd=0)
    close_complaint(a_step(number, "decided"), store.unit_of_work(), CHAU)


def test_the_most_pressing_case_stands_first_and_is_counted(store: Store, clock: HandClock) -> None:
    older = filed(store, item="").number  # due 21/01/2027
    clock.advance(3 * DAY_MS)
    newer = filed(store, item="").number  # due 24/01/2027
    clock.advance(59 * DAY_MS)  # 22/01/2027

    with store.reading() as connection:
        found = case_list(connection, clock.now_ms())

    assert [line.number for line in found.lines] == [older, newer]
    assert [line.urgency for line in found.lines] == [Urgency.OVERDUE, Urgency.SOON]
    assert [line.days_left for line in found.lines] == [-1, 2]
    assert (found.overdue, found.today, found.soon, found.open) == (1, 0, 1, 2)


def test_a_list_is_filtered_by_state_owner_and_urgency(store: Store, clock: HandClock) -> None:
    waiting, mine, done = (filed(store, item="").number for _ in range(3))
    investigated(store, mine)
    closed(store, done)

    def numbers(wanted: CaseFilter | None = None) -> list[str]:
        with store.reading() as connection:
            found = case_list(connection, clock.now_ms(), wanted)
        return [line.number for line in found.lines]

    assert numbers() == [waiting, mine]
    assert numbers(CaseFilter(open_only=False)) == [waiting, mine, done]
    assert numbers(CaseFilter(state="investigating")) == [mine]
    assert numbers(CaseFilter(owner="Trần Minh Châu")) == [mine]
    assert numbers(CaseFilter(urgency="pressing")) == []


def test_an_answered_case_presses_nobody(store: Store, clock: HandClock) -> None:
    number = filed(store, item="").number
    decided(store, number)
    clock.advance(90 * DAY_MS)

    with store.reading() as connection:
        (line,) = case_list(connection, clock.now_ms()).lines

    assert line.urgency is Urgency.ANSWERED


def test_cases_are_found_by_item_and_by_either_side_of_its_customer(
    store: Store, clock: HandClock
) -> None:
    sale = accepted(store)
    item = sale.done.items[0].code
    of_sender = filed(store, item=item).number
    clock.advance(1000)
    of_addressee = filed(store, item=item, role="addressee", name="Đặng Văn Quyết").number
    filed(store, item="")

    with store.reading() as connection:
        of_item = cases_of_item(connection, item, clock.now_ms())
        of_customer = open_cases_of_customer(connection, sale.customer, clock.now_ms())

    assert [line.number for line in of_item] == [of_addressee, of_sender]
    assert [line.number for line in of_customer] == [of_sender, of_addressee]


def test_a_past_day_reads_the_same_after_more_has_happened(store: Store, clock: HandClock) -> None:
    early = filed(store, item="").number
    filed(store, item="")
    closed(store, early)
    day = date(2026, 11, 21)

    with store.reading() as connection:
        before = complaint_day(connection, day)
    clock.advance(61 * DAY_MS)
    late = filed(store, item="").number
    with store.reading() as connection:
        after = complaint_day(connection, day)
        due = complaint_day(connection, date(2027, 1, 21))
        overdue = complaint_day(connection, date(2027, 1, 22))

    assert before == after
    assert [ref.number for ref in before.closed] == [early]
    assert len(before.opened) == 2
    assert all(ref.seqs for ref in before.opened)
    assert [ref.number for ref in due.opened] == [late]
    assert len(due.due) == 1
    assert len(overdue.overdue) == 1
    assert early not in {ref.number for ref in (*due.due, *overdue.overdue)}
