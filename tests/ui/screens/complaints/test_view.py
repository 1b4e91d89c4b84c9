from dataclasses import replace

from app.queries.complaints import CaseList
from app.services.complaints import FileComplaint
from tests.fakes.fake_complaints import ITEM, FakeComplaints
from tests.fakes.hands import Hands, Show
from ui.screens.complaints.presenter import Wanted
from ui.screens.complaints.view import ComplaintsView


def a_list(**changes: int) -> CaseList:
    desk = FakeComplaints()
    form = FileComplaint(bytes(16), "loss", "sender", "An", "0903123456", "Huế", "Mất.", "", ITEM)
    line = desk.cases[desk.file_complaint(form).number].line
    owned = replace(line, owner="Lê Hồng Phúc")
    counts = {"overdue": 0, "today": 0, "soon": 0, "open": 1, **changes}
    return CaseList(lines=(owned,), owners=("Lê Hồng Phúc",), **counts)


def test_a_row_says_matter_item_and_days(show: Show) -> None:
    view = ComplaintsView()
    show(view)

    view.show_cases(a_list())

    row = view.cases.row(0)
    assert row is not None
    assert row.title == "Mất bưu gửi · CA 104 882 501 VN"
    assert row.side == "còn 61 ngày"
    assert "Lê Hồng Phúc" in row.detail


def test_owners_come_along_and_the_choice_stays(show: Show) -> None:
    view = ComplaintsView()
    hands = Hands(show(view))
    wanted: list[object] = []
    view.wanted.connect(wanted.append)
    view.show_cases(a_list())

    view.owner.setFocus()
    hands.type("2")
    view.show_cases(a_list())

    assert wanted == [Wanted(owner="Lê Hồng Phúc")]
    assert view.owner.value() == "Lê Hồng Phúc"
