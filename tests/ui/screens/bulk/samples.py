"""A file of five rows, one of them without a commune; it books in one chunk."""

from dataclasses import replace

from app.domain.bulk import CheckedRow, Column, RowProblem, Sheet, SheetRow
from tests.fakes.fake_desk import FakeDesk
from tests.ui.screens.acceptance.items import WHOLE
from ui.screens.bulk.work import Work

PATH = "/don-hang.csv"
NOWHERE = RowProblem("commune", "Phường, xã", "Chưa rõ phường, xã nào: «Xã Lạ».")


def sheet(count: int = 5) -> Sheet:
    rows = tuple(SheetRow(line, {"name": WHOLE.name}) for line in range(2, 2 + count))
    return Sheet("don-hang.csv", b"d" * 32, (Column("Người nhận", "name"),), rows)


def good(line: int) -> CheckedRow:
    return CheckedRow(line, WHOLE, f"DH-{line}", (), 20_000, 20_000)


def bad(line: int) -> CheckedRow:
    entry = replace(WHOLE, commune=None, commune_text="Xã Lạ")
    return CheckedRow(line, entry, f"DH-{line}", (NOWHERE,))


def prepared(desk: FakeDesk, count: int = 5, *, faulty: int = 4) -> Sheet:
    """What the desk answers for the file at ``PATH``; line ``faulty`` has a fault."""
    file = sheet(count)
    desk.sheets[PATH] = file
    desk.judged = {
        row.line: bad(row.line) if row.line == faulty else good(row.line) for row in file.rows
    }
    return file


def work(*rows: CheckedRow, count: int = 0) -> Work:
    return Work(sheet(count or len(rows)), rows)
