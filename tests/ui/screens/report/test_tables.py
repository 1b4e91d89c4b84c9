from datetime import date

import pytest

from app.domain.daily_report import MadeReport, PrintingNote
from tests.fakes.fake_reports import LINES, TODAY, a_day
from ui.screens.report.tables import (
    BOOKS,
    day_entered,
    entry_rows,
    heading,
    notices,
    section_list,
    shown,
)

MADE = MadeReport(a_day(), PrintingNote((1, 2), 0))


def test_the_list_says_which_parts_are_empty_and_which_to_look_at() -> None:
    assert [(line.title, line.side) for line in section_list(MADE.report)] == [
        ("Tóm tắt", ""),
        ("Theo dịch vụ", ""),
        ("In lại (bản sao)", "–"),
        ("Bất thường", "▲"),
        ("Sổ và đầu sổ", ""),
    ]


def test_a_table_has_its_total_last_and_a_figure_for_every_cell() -> None:
    table = shown(MADE, "services")

    assert table.rows[-1].strong
    assert table.rows[0].cells == ("1", "1.200.000\u00a0đ", "96.000\u00a0đ", "1.296.000\u00a0đ")
    assert all(len(row) == len(table.columns) for row in table.figures)
    assert len(table.figures) == len(table.rows)


def test_the_chart_has_the_sums_of_the_report() -> None:
    assert [bar.amount for bar in shown(MADE, "main").bars] == [
        bar.figure.amount for bar in MADE.report.chart
    ]
    assert shown(MADE, "services").bars == ()


def test_the_books_say_up_to_which_entry_and_hash() -> None:
    table = shown(MADE, BOOKS)

    assert table.rows[0].cells == ("190", "214")
    assert bytes(range(32)).hex() in table.note
    assert "2 bút toán của ngày chưa được Trung tâm xác nhận." in table.note


def test_what_is_missing_is_named_above() -> None:
    assert "quầy 1, 3" in notices(MADE.report)
    assert heading(a_day(clerk="gdv1")).endswith("Giao dịch viên Trần Minh Châu")


def test_an_entry_is_told_by_time_kind_and_amount() -> None:
    first, second = entry_rows(LINES, TODAY)

    assert (first.lead, first.title, first.side) == ("12:00", "Nhận bưu gửi", "25.380\u00a0đ")
    assert (second.side, second.value) == ("", "")
    assert entry_rows(LINES, date(2026, 11, 20))[0].lead == "12:00 · 21/11/2026"


@pytest.mark.parametrize("words", ["21/11/2026", "21112026", "21-11-2026", " 21.11.2026 "])
def test_a_day_is_read_however_it_is_written(words: str) -> None:
    assert day_entered(words) == TODAY


@pytest.mark.parametrize("words", ["", "32/11/2026", "hôm nay", "29/02/2026"])
def test_what_is_no_day_is_none(words: str) -> None:
    assert day_entered(words) is None
