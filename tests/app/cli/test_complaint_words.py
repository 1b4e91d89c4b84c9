from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from app.cli.complaint_words import due_words, line_shape, one_line
from app.domain.complaint_clock import Urgency
from app.domain.complaints import CaseState
from app.queries.complaints import CaseLine

LINE = CaseLine(
    number="100950-2-K0000012",
    item="RA000000015VN",
    type_label="Mất bưu gửi",
    complainant="Nguyễn Thị Ánh Tuyết",
    state=CaseState.RECEIVED,
    state_label="đã tiếp nhận",
    owner="",
    received_at=datetime(2026, 11, 21, 5, 0, tzinfo=UTC),
    due_on=date(2027, 1, 21),
    days_left=61,
    urgency=Urgency.CALM,
    timeliness="in_time",
)


def test_a_line_says_number_due_day_matter_and_state() -> None:
    assert one_line(LINE) == (
        "100950-2-K0000012 · hạn 21/01/2027, còn 61 ngày · Mất bưu gửi · đã tiếp nhận"
    )


@pytest.mark.parametrize(
    ("urgency", "days", "said"),
    [
        (Urgency.OVERDUE, -3, "QUÁ HẠN 21/01/2027, trễ 3 ngày"),
        (Urgency.TODAY, 0, "ĐẾN HẠN HÔM NAY 21/01/2027"),
        (Urgency.SOON, 2, "SẮP ĐẾN HẠN 21/01/2027, còn 2 ngày"),
        (Urgency.ANSWERED, 5, "hạn 21/01/2027, đã trả lời"),
    ],
)
def test_how_near_it_is_stands_in_words(urgency: Urgency, days: int, said: str) -> None:
    assert due_words(replace(LINE, urgency=urgency, days_left=days)) == said


def test_scripts_read_iso_days() -> None:
    assert line_shape(LINE)["due_on"] == "2027-01-21"
