from app.domain.daily_report import MadeReport, ReportFormat
from tests.fakes.fake_desk import FakeDesk
from tests.fakes.fake_reports import a_day
from tests.fakes.fake_shell import FakeShell
from ui.running import ImmediateRunner, Runners
from ui.screens.report.keeping import Keeping
from ui.style.tokens import Tone

MADE = MadeReport(a_day())


def a_keeping() -> tuple[Keeping, FakeDesk, FakeShell]:
    now, desk, shell = ImmediateRunner(), FakeDesk(), FakeShell()
    return Keeping(desk, Runners(now, now, now), shell), desk, shell


def test_files_are_saved_and_their_place_is_told() -> None:
    keeping, desk, shell = a_keeping()
    keeping.print(MADE)
    keeping.save_sheet(MADE)

    assert desk.saved == [ReportFormat.PDF, ReportFormat.XLSX]
    assert [told for told in shell.told if told[1] is Tone.GOOD] == [
        ("Đã lưu báo cáo: /quầy/reports/2026-11-21.pdf", Tone.GOOD),
        ("Đã lưu báo cáo: /quầy/reports/2026-11-21.xlsx", Tone.GOOD),
    ]


def test_a_printer_for_reports_is_named_when_it_was_sent_there() -> None:
    keeping, desk, shell = a_keeping()
    desk.report_printer = "HP tầng 2"
    keeping.print(MADE)

    assert shell.told[-1][0].startswith("Đã gửi báo cáo đến máy in HP tầng 2")
