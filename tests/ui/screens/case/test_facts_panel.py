from dataclasses import replace

from PySide6.QtWidgets import QApplication

from app.domain.complaint_clock import Urgency
from app.queries.case_pages import CasePage
from app.queries.standing import PrintedState
from app.services.complaints import FileComplaint
from tests.fakes.fake_complaints import ITEM, FakeComplaints
from tests.fakes.hands import Show
from ui.screens.case.facts_panel import FactsPanel
from ui.widgets.labels import Text

PAPERS = (PrintedState(1, "Phiếu khiếu nại", "waiting", 0, ""),)


def a_page(item: str = ITEM) -> CasePage:
    desk = FakeComplaints()
    form = FileComplaint(bytes(16), "loss", "sender", "An", "0903123456", "Huế", "Mất.", "", item)
    return desk.cases[desk.file_complaint(form).number]


def words(panel: FactsPanel) -> str:
    QApplication.processEvents()  # new lines appear with the next turn of the loop
    return " | ".join(label.text() for label in panel.findChildren(Text) if not label.isHidden())


def test_the_clock_stands_on_top_and_the_phone_is_masked(show: Show) -> None:
    panel = FactsPanel()
    show(panel)

    panel.show_page(a_page(), PAPERS)

    said = words(panel)
    assert "Hạn 21/01/2027, còn 61 ngày" in said
    assert "21/12, 05/01, 18/01" in said
    assert "123456" not in said.replace(" ", "")
    assert panel.paper().startswith("Phiếu khiếu nại: đang chờ in")


def test_a_late_case_an_unknown_item_and_money_are_said(show: Show) -> None:
    panel = FactsPanel()
    show(panel)
    page = a_page("RA123456785VN")
    late = replace(page.line, timeliness="late", urgency=Urgency.ANSWERED)

    panel.show_page(replace(page, line=late, compensation_vnd=94_000, paid_by="centre"), ())

    said = words(panel)
    assert "không có trong sổ của quầy" in said
    assert "Quá thời hiệu" in said
    assert "94.000\u00a0đ · trung tâm trả" in said


def test_what_was_said_at_another_office_is_asked_for_there(show: Show) -> None:
    panel = FactsPanel()
    show(panel)

    panel.show_page(replace(a_page(), name="", facts="", words_at="100105"), ())
    assert "100105" in words(panel)

    panel.show_page(replace(a_page(), name="", facts="", erased=True), ())
    assert "đã xóa theo luật" in words(panel)
