import pytest

from app.domain.reference import problems as wrong
from app.domain.reference.checklist import parse_checklist
from app.domain.reference.problems import ReferenceProblem, ReferenceProblems
from app.domain.reference.shipped import shipped_reference
from tests.reference_builders import a_file, places

COLUMNS = "id,entry,services,label,text"
SEEN = "seen,point,,Đã xem,Đã xem nội dung."
BATTERY = "battery,point,ems parcel,Không có pin,Không có pin rời."
DRUGS = "drugs,prohibited,,Ma túy,Các chất ma túy."
GLASS = "glass,conditional,,Hàng dễ vỡ,Phải chèn lót."


def test_points_and_lists_are_told_apart() -> None:
    checklist = parse_checklist(a_file(COLUMNS, SEEN, BATTERY, DRUGS, GLASS, kind="checklist"))

    assert checklist.version == "2026-01"
    assert [point.code for point in checklist.points] == ["seen", "battery"]
    assert checklist.points[1].services == ("ems", "parcel")
    assert [notice.label for notice in checklist.prohibited] == ["Ma túy"]
    assert [notice.label for notice in checklist.conditional] == ["Hàng dễ vỡ"]


def test_the_shipped_list_says_the_three_things_that_the_clerk_confirms() -> None:
    file = next(file for file in shipped_reference() if file.kind == "checklist")
    checklist = parse_checklist(file)

    assert checklist.version == "2026-07"
    assert " · ".join(point.label for point in checklist.points) == (
        "Đã xem nội dung · Không có hàng cấm · Đã niêm phong"
    )
    assert len(checklist.prohibited) == 9


@pytest.mark.parametrize(
    ("row", "place"),
    [
        (SEEN, (wrong.Duplicate, 9, "id")),
        (BATTERY.replace("ems", "pigeon"), (wrong.UnknownCode, 9, "services")),
        (BATTERY.replace("ems", "parcel"), (wrong.Duplicate, 9, "services")),
        (DRUGS.replace(",,", ",ems,"), (wrong.CellNotEmpty, 9, "services")),
        (DRUGS.replace("prohibited", "disliked"), (wrong.UnknownCode, 9, "entry")),
        (DRUGS.replace("Ma túy", ""), (wrong.CellEmpty, 9, "label")),
        (DRUGS.replace("drugs", "Ma túy"), (wrong.WrongShape, 9, "id")),
    ],
)
def test_a_bad_row_is_named(row: str, place: tuple[type[ReferenceProblem], int, str]) -> None:
    with pytest.raises(ReferenceProblems) as refused:
        parse_checklist(a_file(COLUMNS, SEEN, row, kind="checklist"))

    assert place in places(refused)
