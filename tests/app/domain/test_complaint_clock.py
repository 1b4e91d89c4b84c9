"""The legal clock against dates that were worked out by hand from the rules, with a calendar."""

from datetime import date

import pytest

from app.domain.complaint_clock import (
    Term,
    Timeliness,
    Urgency,
    compensation_floor,
    due_day,
    term,
    window,
)
from app.domain.reference.book import ReferenceBook
from app.domain.reference.shipped import shipped_reference
from app.domain.reference.versions import ValidFiles

BOOK = ReferenceBook(ValidFiles(shipped_reference(), date(2026, 11, 21)))
RULES, WORKING = BOOK.complaint_rules, BOOK.working_days
TYPES = {each.code: each for each in BOOK.complaint_types}

IN_TIME, LATE, UNKNOWN = Timeliness.IN_TIME, Timeliness.LATE, Timeliness.UNKNOWN


def a_day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


@pytest.mark.parametrize(
    ("facts", "received", "until", "timeliness"),
    [
        # Loss and delay: six months after the last day of the published transit time.
        (("loss", "2026-05-29", 2, None), "2026-11-30", "2026-11-30", IN_TIME),
        (("loss", "2026-05-29", 2, None), "2026-12-01", "2026-11-30", LATE),
        (("loss", "2026-05-25", 6, None), "2026-11-30", "2026-11-30", IN_TIME),
        (("delay", "2026-08-25", 6, None), "2027-02-28", "2027-02-28", IN_TIME),
        (("delay", "2026-08-25", 6, None), "2027-03-01", "2027-02-28", LATE),
        (("loss", "2027-08-29", 2, None), "2028-02-29", "2028-02-29", IN_TIME),
        (("loss", "2027-08-29", 2, None), "2028-03-01", "2028-02-29", LATE),
        (("loss", "2028-02-27", 2, None), "2028-08-29", "2028-08-29", IN_TIME),
        (("loss", "2026-12-28", 3, None), "2027-06-30", "2027-06-30", IN_TIME),
        # No published time: six months after acceptance.
        (("loss", "2026-05-31", None, None), "2026-11-30", "2026-11-30", IN_TIME),
        (("loss", "2026-05-31", None, None), "2026-12-01", "2026-11-30", LATE),
        (("delay", "2026-11-21", None, None), "2026-11-21", "2027-05-21", IN_TIME),
        # A day of delivery does not matter for loss; an acceptance nobody knows starts nothing.
        (("loss", "2026-05-29", 2, "2026-10-01"), "2026-12-01", "2026-11-30", LATE),
        (("loss", None, None, None), "2026-11-21", None, UNKNOWN),
        (("delay", None, None, "2026-01-05"), "2026-11-21", None, UNKNOWN),
        # The rest: one month after delivery.
        (("damage", "2026-10-15", 6, "2026-10-21"), "2026-11-21", "2026-11-21", IN_TIME),
        (("damage", "2026-10-15", 6, "2026-10-21"), "2026-11-22", "2026-11-21", LATE),
        (("missing", None, None, "2026-01-31"), "2026-02-28", "2026-02-28", IN_TIME),
        (("missing", None, None, "2026-01-31"), "2026-03-01", "2026-02-28", LATE),
        (("postage", None, None, "2028-01-31"), "2028-02-29", "2028-02-29", IN_TIME),
        (("postage", None, None, "2028-02-29"), "2028-03-29", "2028-03-29", IN_TIME),
        (("cod", "2026-12-20", 6, "2026-12-31"), "2027-01-31", "2027-01-31", IN_TIME),
        (("cod", "2026-12-20", 6, "2026-12-31"), "2027-02-01", "2027-01-31", LATE),
        (("misdelivery", "2026-11-01", 2, "2026-11-21"), "2026-11-21", "2026-12-21", IN_TIME),
        # Delivery not known (yet): the month has not begun, so nothing is late.
        (("damage", "2025-01-02", 6, None), "2026-11-21", None, UNKNOWN),
        (("attitude", "2026-11-20", 2, None), "2026-11-21", None, UNKNOWN),
        (("no_advice", "2026-03-01", 6, None), "2026-11-21", None, UNKNOWN),
    ],
)  # fmt: skip
def test_a_complaint_is_in_time_until_the_last_day_of_its_window(
    facts: tuple[str, str | None, int | None, str | None],
    received: str,
    until: str | None,
    timeliness: Timeliness,
) -> None:
    kind, accepted, transit, delivered = facts
    found = window(
        TYPES[kind],
        date.fromisoformat(received),
        accepted_on=a_day(accepted),
        transit_days=transit,
        delivered_on=a_day(delivered),
    )

    assert (found.until, found.timeliness) == (a_day(until), timeliness)


@pytest.mark.parametrize(
    ("received", "scope", "due", "warnings"),
    [
        # 31 December and two months clamp to 28 February, a Sunday; the Fridays before are worked.
        ("2026-12-31", "domestic", "2027-02-28", ("2027-01-29", "2027-02-13", "2027-02-24")),
        ("2026-12-30", "domestic", "2027-02-28", ("2027-01-29", "2027-02-13", "2027-02-24")),
        ("2027-12-31", "domestic", "2028-02-29", ("2028-01-30", "2028-02-14", "2028-02-24")),
        ("2027-12-29", "domestic", "2028-02-29", ("2028-01-29", "2028-02-13", "2028-02-24")),
        ("2028-02-29", "domestic", "2028-04-29", ("2028-03-30", "2028-04-14", "2028-04-26")),
        # Saturday 21 November 2026: 61 days, due on a Thursday.
        ("2026-11-21", "domestic", "2027-01-21", ("2026-12-21", "2027-01-05", "2027-01-18")),
        ("2026-11-21", "international", "2027-02-21", ("2027-01-06", "2027-01-29", "2027-02-17")),
        # Due in Tết (5 to 11 February 2027 are free): counted back over it to early February.
        ("2026-12-08", "domestic", "2027-02-08", ("2027-01-08", "2027-01-23", "2027-02-02")),
        ("2026-12-12", "domestic", "2027-02-12", ("2027-01-12", "2027-01-27", "2027-02-02")),
        ("2026-12-15", "domestic", "2027-02-15", ("2027-01-15", "2027-01-30", "2027-02-03")),
        # Due right after 2 September 2026, with the two free days before it and 31 August.
        ("2026-07-03", "domestic", "2026-09-03", ("2026-08-03", "2026-08-18", "2026-08-26")),
        # Due on Monday 24 August: the Saturday before is made up and counts.
        ("2026-06-24", "domestic", "2026-08-24", ("2026-07-24", "2026-08-08", "2026-08-20")),
        # Over New Year's Day 2027, a Friday.
        ("2026-11-04", "domestic", "2027-01-04", ("2026-12-04", "2026-12-19", "2026-12-29")),
        ("2026-11-30", "international", "2027-02-28", ("2027-01-14", "2027-02-05", "2027-02-24")),
        # Over Hùng Vương, Monday 27 April 2026, and the two days at the month's turn.
        ("2026-03-04", "domestic", "2026-05-04", ("2026-04-03", "2026-04-18", "2026-04-24")),
    ],
)  # fmt: skip
def test_due_day_and_warnings(
    received: str, scope: str, due: str, warnings: tuple[str, str, str]
) -> None:
    received_on = date.fromisoformat(received)
    due_on = due_day(received_on, RULES, international=scope == "international")
    runs = term(received_on, due_on, RULES, WORKING)

    half, three_quarters, soon = map(date.fromisoformat, warnings)
    assert runs == Term(date.fromisoformat(due), (half, three_quarters), soon)


@pytest.mark.parametrize(
    ("today", "urgency"),
    [
        ("2026-11-21", Urgency.CALM),
        ("2026-12-20", Urgency.CALM),
        ("2026-12-21", Urgency.FIRST_WARNING),
        ("2027-01-04", Urgency.FIRST_WARNING),
        ("2027-01-05", Urgency.SECOND_WARNING),
        ("2027-01-17", Urgency.SECOND_WARNING),
        ("2027-01-18", Urgency.SOON),
        ("2027-01-20", Urgency.SOON),
        ("2027-01-21", Urgency.TODAY),
        ("2027-01-22", Urgency.OVERDUE),
    ],
)
def test_a_case_of_21_november_presses_more_and_more(today: str, urgency: Urgency) -> None:
    runs = term(date(2026, 11, 21), date(2027, 1, 21), RULES, WORKING)

    assert runs.urgency(date.fromisoformat(today)) is urgency


@pytest.mark.parametrize(
    ("postage", "declared", "loss", "floor"),
    [
        (23_500, 0, 0, 94_000),
        (23_500, 0, 5_000_000, 94_000),
        (23_500, 2_000_000, 1_500_000, 1_500_000),
        (23_500, 2_000_000, 3_000_000, 2_000_000),
        (23_500, 2_000_000, 0, 0),
    ],
)
def test_four_times_the_postage_is_a_floor_and_a_declared_value_a_ceiling(
    postage: int, declared: int, loss: int, floor: int
) -> None:
    found = compensation_floor(
        RULES, postage_vnd=postage, declared_vnd=declared, actual_loss_vnd=loss
    )

    assert found == floor
