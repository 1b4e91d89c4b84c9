from pathlib import Path

from app.queries.case_pages import CaseFile
from tests.fakes.fake_complaints import NOW
from tests.fakes.hands import Show
from tests.ui.screens.case.test_facts_panel import PAPERS, a_page
from ui.screens.case.view import CaseView


def test_the_time_line_has_a_row_for_each_event(show: Show) -> None:
    view = CaseView()
    show(view)

    view.show_page(a_page(), PAPERS)

    row = view.events.row(0)
    assert row is not None
    assert (row.title, row.lead) == ("Đã tiếp nhận khiếu nại", f"{NOW:%d/%m} 12:00")
    assert view.steps.entered().step == "investigate"


def test_a_photo_is_shown_in_the_window(show: Show, tmp_path: Path) -> None:
    view = CaseView()
    window = show(view)
    view.show_page(a_page(), PAPERS)
    picture = tmp_path / "ảnh.png"
    window.grab().save(str(picture))

    file = CaseFile("00", "ảnh.png", "image/png", 10, "", NOW)
    view.show_evidence(file, picture.read_bytes())

    assert view.shown.isVisible()
    view.shown.close()


def test_a_copy_that_cannot_be_written_is_told(show: Show, tmp_path: Path) -> None:
    view = CaseView()
    show(view)
    view.show_page(a_page(), PAPERS)

    view.write_copy(tmp_path / "bản sao.pdf", b"%PDF-")
    view.write_copy(tmp_path / "không có" / "x.pdf", b"%PDF-")

    assert (tmp_path / "bản sao.pdf").read_bytes() == b"%PDF-"
    assert "x.pdf" in view.steps.trouble.text()
