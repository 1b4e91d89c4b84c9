"""Figures as people see them: on the page of the window, on paper, in the sheet."""

import re
from io import BytesIO

import pypdfium2
from python_calamine import CalamineWorkbook

from ui.screens.report.view import ReportView

Table = dict[str, tuple[int, ...]]


def on_screen(view: ReportView) -> dict[str, Table]:
    """Every table of the page, walked through by the list at the left: label to figures."""
    found: dict[str, Table] = {}
    for place in range(view.sections.count()):
        view.sections.mark(place)
        row = view.sections.row(place)
        assert row is not None
        view.chosen.emit(str(row.value))
        table = view.result.table
        shown = [table.shown(number) for number in range(table.count())]
        found[str(row.value)] = {
            each.label: tuple(_number(cell) for cell in each.cells) for each in shown
        }
    return found


def on_paper(pdf: bytes) -> str:
    """All words of the PDF, lines kept apart."""
    with pypdfium2.PdfDocument(pdf) as document:
        pages = [page.get_textpage().get_text_range() for page in document]
    return "\n".join(" ".join(line.split()) for page in pages for line in page.splitlines())


def figures_on_paper(words: str, label: str) -> tuple[int, ...]:
    """What stands behind ``label`` on its line of the table."""
    found = re.search(rf"^(?:▲ )?{re.escape(label)}((?: [-−]?[\d.]+)+)$", words, re.MULTILINE)
    assert found is not None, label
    return tuple(_number(each) for each in found[1].split())


def in_sheet(xlsx: bytes) -> dict[tuple[str, str, str], int]:
    """(section, row, column) to its number."""
    book = CalamineWorkbook.from_filelike(BytesIO(xlsx))
    rows = book.get_sheet_by_name("Dữ liệu").to_python()[1:]
    return {(str(a), str(b), str(c)): int(float(str(amount))) for a, b, c, _, amount, _ in rows}


def _number(shown: str) -> int:
    """People are shown a minus as long as a digit is wide."""
    return int(re.sub(r"[.\s\u00a0đ]", "", shown).replace("−", "-") or 0)
