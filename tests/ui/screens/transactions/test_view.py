from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from app.queries.day_list import DayLine, DayList
from tests.fakes.hands import Show
from ui.screens.transactions.view import TransactionsView

LINE = DayLine(
    "100950-2-0000001", "100950-2-0000001", datetime(2026, 11, 21, 5, tzinfo=UTC), "items",
    "Nguyễn Thị Ánh Tuyết", "0126000000183", "EMS", ("EA000000014VN",), "cash", 17_280, "done",
)  # fmt: skip
EMPTY = DayList(date(2026, 11, 21), (), 0, 0)


@pytest.fixture
def view(show: Show) -> TransactionsView:
    made = TransactionsView()
    show(made)
    return made


def test_a_line_says_who_what_how_much_and_its_state(view: TransactionsView) -> None:
    view.show_day(replace(EMPTY, lines=(LINE, replace(LINE, what="void", state="awaited"))))

    first, second = view.lines.row(0), view.lines.row(1)
    assert first is not None
    assert second is not None
    assert (first.title, first.lead) == ("Nguyễn Thị Ánh Tuyết · EMS", "12:00")
    assert "EA 000 000 014 VN" in first.detail
    assert "Hủy" in second.title
    assert second.note == "Chờ đối chiếu"


def test_an_empty_day_says_so(view: TransactionsView) -> None:
    view.show_day(EMPTY)

    assert not view.lines.isVisible()
    assert not view.head()


def test_what_is_awaited_stands_above(view: TransactionsView) -> None:
    view.show_day(replace(EMPTY, awaited=2, awaited_vnd=7_000))

    assert "2" in view.head()
    assert "7.000" in view.head()
