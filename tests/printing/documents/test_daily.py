from dataclasses import replace

import pypdfium2
import pytest

from app.domain.daily_report import DailyReport, PrintingNote, ReportRow, named, words
from printing.documents.daily import render_daily
from tests.app.domain.test_daily_report import a_report, vnd
from tests.printing.reading import is_composed


def text_of(report: DailyReport, note: PrintingNote | None = None) -> str:
    with pypdfium2.PdfDocument(render_daily(report, note)) as document:
        pages = [page.get_textpage().get_text_range() for page in document]
    return " ".join(" ".join(pages).split())


def test_day_office_figures_and_head_stand_on_it() -> None:
    said = text_of(a_report())

    assert "Báo cáo ngày 21/11/2026" in said
    assert "Bưu cục 100950 Cửa Nam" in said
    assert "Doanh thu (có thuế) 300" in said
    assert "A 100 B 200 7 Cộng 300 7" in said
    assert bytes(32).hex() in said
    assert is_composed(said)


def test_the_same_report_gives_the_same_bytes() -> None:
    assert render_daily(a_report(), PrintingNote()) == render_daily(a_report(), PrintingNote())


def test_totals_that_do_not_add_up_are_never_printed() -> None:
    with pytest.raises(AssertionError, match="net_vnd"):
        render_daily(a_report(total=301))


def test_what_is_missing_is_named_before_the_figures() -> None:
    report = replace(
        a_report(),
        missing=("1", "3"),
        notices=(words("report.notice.two_rates", rates="8 % · 10 %"),),
    )
    said = text_of(report)

    assert said.index("Chưa có sổ của: quầy 1, 3") < said.index("Theo dịch vụ")
    assert "8 % · 10 %" in said


def test_what_headquarters_has_not_acknowledged_is_said_as_of_printing() -> None:
    assert "2 bút toán của ngày chưa được Trung tâm xác nhận" in text_of(
        a_report(), PrintingNote(unsent=(8, 9), acked_seq=7)
    )
    assert "đã xác nhận mọi bút toán" in text_of(a_report(), PrintingNote(acked_seq=9))


def test_a_long_table_goes_on_under_its_headings() -> None:
    rows = tuple(
        ReportRow(f"{n:03d}", named(f"Bưu gửi chuyển phát nhanh tuyến {n}"), (vnd(1), None))
        for n in range(90)
    )
    section = a_report().sections[0]
    last = ReportRow("total", words("report.total"), (vnd(90), vnd(0)))
    said = text_of(replace(a_report(), sections=(replace(section, rows=rows, total=last),)))

    assert "tuyến 89" in said
    assert said.count("Cước chưa thuế") == 3 == int(said[-1])


def test_an_empty_section_is_one_line() -> None:
    section = replace(
        a_report().sections[0], rows=(), total=None, note=words("report.none.services")
    )
    said = text_of(replace(a_report(), sections=(section,), chart=()))

    assert "Theo dịch vụ Không nhận bưu gửi nào." in said
    assert "Doanh thu theo giờ" not in said
