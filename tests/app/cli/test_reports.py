from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from python_calamine import CalamineWorkbook

from app.domain.money import format_vnd
from tests.app.cli.tem import SUPERVISOR, SUPERVISOR_PIN, Tem
from tests.app.cli.test_shipments import PARCEL, RECEIVER


@pytest.fixture
def supervisor(tem: Tem) -> Tem:
    return tem.by(SUPERVISOR, SUPERVISOR_PIN)


@pytest.fixture
def sold(tem: Tem) -> dict[str, Any]:
    sender = tem.json("customer", "register", "--name", "Đặng Văn Quyết")["customer"]
    done: dict[str, Any] = tem.json(
        "ship", "accept", "--customer", sender, *PARCEL, *RECEIVER, "--cash", "200000"
    )
    return done


def gross(found: dict[str, Any]) -> dict[str, Any]:
    figure: dict[str, Any] = found["sections"]["services"]["total"]["gross_vnd"]
    return figure


def test_every_figure_comes_with_the_entries_behind_it(
    sold: dict[str, Any], supervisor: Tem
) -> None:
    found = supervisor.json("report", "daily")

    assert gross(found)["amount"] == sold["total_vnd"]
    assert len(gross(found)["entries"]) == 1
    assert found["main"]["cash_vnd"]["amount"] == sold["total_vnd"]
    assert found["unsent"] == found["books"][0]["seq"] - found["acked"]
    assert found["books"][0]["hash"] == supervisor.json("verify")["head"]


def test_pdf_and_xlsx_say_the_same_as_the_command(
    sold: dict[str, Any], supervisor: Tem, tmp_path: Path
) -> None:
    pdf, sheet = tmp_path / "ngay.pdf", tmp_path / "ngay.xlsx"
    found = supervisor.json("report", "daily", "--out", str(pdf), "--out", str(sheet))

    assert found["files"] == [str(pdf), str(sheet)]
    with pypdfium2.PdfDocument(pdf.read_bytes()) as document:
        said = " ".join(page.get_textpage().get_text_range() for page in document)
    assert format_vnd(sold["total_vnd"]) in said
    book = CalamineWorkbook.from_filelike(BytesIO(sheet.read_bytes()))
    data = book.get_sheet_by_name("Dữ liệu").to_python()
    assert ["services", "total", "gross_vnd", "vnd", float(sold["total_vnd"]), 1.0] in data


@pytest.mark.parametrize("form", ["pdf", "xlsx"])
def test_the_same_day_up_to_the_same_entry_gives_the_same_bytes(
    sold: dict[str, Any], supervisor: Tem, tem: Tem, tmp_path: Path, form: str
) -> None:
    first, again = tmp_path / f"a.{form}", tmp_path / f"b.{form}"
    before = supervisor.json("report", "daily", "--out", str(first))
    tem.json("receipt", "reprint", sold["receipt"])
    upto = str(before["books"][0]["seq"])
    supervisor.json("report", "daily", "--upto", upto, "--out", str(again))

    assert first.read_bytes() == again.read_bytes()


@pytest.mark.parametrize("form", ["pdf", "xlsx"])
def test_books_brought_back_from_a_backup_give_the_same_bytes(
    sold: dict[str, Any], supervisor: Tem, tmp_path: Path, form: str
) -> None:
    first, again, copy = tmp_path / f"a.{form}", tmp_path / f"b.{form}", tmp_path / "copy.db"
    before = supervisor.json("report", "daily", "--out", str(first))
    supervisor.json("backup", str(copy))
    supervisor.json("restore", str(copy))
    numbers = ("--upto", str(before["books"][0]["seq"]), "--acked", str(before["acked"]))
    supervisor.json("report", "daily", *numbers, "--out", str(again))

    assert gross(before)["amount"] == sold["total_vnd"]
    assert first.read_bytes() == again.read_bytes()


def test_what_headquarters_had_acknowledged_then_is_said_as_it_was(
    sold: dict[str, Any], supervisor: Tem
) -> None:
    last = supervisor.json("report", "daily")["books"][0]["seq"]

    then = supervisor.json("report", "daily", "--acked", str(last - 2))

    assert sold["receipt"]
    assert (then["acked"], then["unsent"]) == (last - 2, 2)


def test_people_read_it_line_by_line(sold: dict[str, Any], supervisor: Tem) -> None:
    said = supervisor.run("report", "daily").out

    assert f"Doanh thu (có thuế): {format_vnd(sold['total_vnd'])}" in said
    assert "Đồng hồ không có nghi vấn." in said
    assert "chưa được Trung tâm xác nhận" in said


def test_a_clerk_who_would_see_the_cash_is_refused(tem: Tem) -> None:
    assert tem.run("--json", "report", "daily").refusal == "permission.supervisor_only"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--out", "ngay.docx"), "report.format_unknown"),
        (("--office", "100105"), "report.other_office"),
        (("--counter", "77"), "report.other_office"),
        (("--clerk", "ai"), "report.no_such_clerk"),
        (("--date", "2099-01-01"), "report.day_not_begun"),
    ],
)
def test_what_cannot_be_reported_is_refused_with_a_reason(
    supervisor: Tem, words: tuple[str, ...], code: str
) -> None:
    assert supervisor.run("--json", "report", "daily", *words).refusal == code


def test_a_file_that_cannot_be_written_is_told(supervisor: Tem, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("kein Ordner", encoding="utf-8")
    there = str(tmp_path / "file" / "ngay.pdf")

    assert supervisor.run("--json", "report", "daily", "--out", there).refusal == "report.unsaved"


def test_a_day_with_nothing_has_its_report_too(supervisor: Tem) -> None:
    found = supervisor.json("report", "daily", "--date", "2026-01-05")

    assert found["books"][0]["entries"] == 0
    assert found["main"]["gross_vnd"]["amount"] == 0


def test_headquarters_reports_only_offices_whose_books_it_has(tmp_path: Path) -> None:
    headquarters = Tem(tmp_path / "hq")
    ran = headquarters.run("--json", "hq", "report", "100950", "--date", "2026-11-21")

    assert ran.refusal == "report.no_books"
