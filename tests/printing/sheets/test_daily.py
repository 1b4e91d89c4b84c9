from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest
from python_calamine import CalamineWorkbook

from app.domain.daily_report import DailyReport, PrintingNote, figures_of, words
from printing.sheets.daily import daily_xlsx
from tests.app.domain.test_daily_report import a_report


def rows(report: DailyReport, sheet: str, note: PrintingNote | None = None) -> list[list[object]]:
    book = CalamineWorkbook.from_filelike(BytesIO(daily_xlsx(report, note)))
    return [list(row) for row in book.get_sheet_by_name(sheet).to_python()]


def test_figures_are_numbers_under_their_headings() -> None:
    found = rows(a_report(), "Báo cáo")

    assert ["Báo cáo ngày 21/11/2026", "", ""] in found
    assert ["", "Cước chưa thuế", "Thuế GTGT"] in found
    assert ["B", 200.0, 7.0] in found
    assert ["Cộng", 300.0, 7.0] in found


def test_every_figure_stands_on_a_line_of_its_own_on_the_second_sheet() -> None:
    head, *found = rows(a_report(), "Dữ liệu")

    assert head == ["section", "row", "column", "unit", "amount", "entries"]
    assert [(row[0], row[1], row[2], row[4]) for row in found] == [
        (section, row, column, float(figure.amount))
        for section, row, column, figure in figures_of(a_report())
    ]


def test_the_same_report_gives_the_same_bytes_of_no_day_of_its_own() -> None:
    content = daily_xlsx(a_report())

    assert content == daily_xlsx(a_report())
    with ZipFile(BytesIO(content)) as packed:
        assert {info.date_time[:3] for info in packed.infolist()} == {(1980, 1, 1)}
        assert b"2026-11-21T00:00:00Z" in packed.read("docProps/core.xml")


def test_totals_that_do_not_add_up_are_never_written() -> None:
    with pytest.raises(AssertionError, match="net_vnd"):
        daily_xlsx(a_report(total=301))


def test_what_a_reader_must_know_stands_on_the_first_sheet() -> None:
    report = replace(
        a_report(), missing=("3",), notices=(words("report.notice.two_rates", rates="8 % · 10 %"),)
    )
    said = str(rows(report, "Báo cáo", PrintingNote(unsent=(9,), acked_seq=8)))

    assert "Chưa có sổ của: quầy 3" in said
    assert "8 % · 10 %" in said
    assert "1 bút toán của ngày chưa được Trung tâm xác nhận" in said
    assert bytes(32).hex() in said
