import pytest

from app.domain.reference import problems as wrong
from app.domain.reference.files import ReferenceFile
from app.domain.reference.problems import ReferenceProblem, ReferenceProblems
from app.domain.reference.shipped import shipped_reference
from app.domain.reference.units import parse_communes, parse_provinces
from tests.reference_builders import a_file, places

HANOI, HAI_PHONG = "01,Hà Nội,Thành phố", "31,Hải Phòng,Thành phố"
CUA_NAM = "00082,Cửa Nam,Phường,01"


def _provinces(*rows: str) -> ReferenceFile:
    return a_file("code,name,kind", *rows, kind="provinces", scheme="2025-07")


def _communes(*rows: str) -> ReferenceFile:
    return a_file("code,name,kind,province", *rows, kind="communes", scheme="2025-07")


def _shipped(kind: str) -> ReferenceFile:
    return next(file for file in shipped_reference() if file.kind == kind)


def test_a_commune_is_labelled_by_kind_name_and_province() -> None:
    place = parse_communes(_communes(CUA_NAM), _provinces(HANOI))[0]

    assert place.label == "Phường Cửa Nam, Hà Nội"
    assert (place.code, place.scheme, place.province_code) == ("00082", "2025-07", "01")


def test_an_old_commune_keeps_its_district_and_knows_what_it_became() -> None:
    provinces = a_file(
        "code,name,kind,now", "79,Hồ Chí Minh,Thành phố,79",
        kind="old_provinces", scheme="2025-06",
    )  # fmt: skip
    communes = a_file(
        "code,name,kind,province,district,now", "26740,Bến Nghé,Phường,79,Quận 1,26740 26743",
        kind="old_communes", scheme="2025-06",
    )  # fmt: skip
    place = parse_communes(communes, provinces)[0]

    assert place.label == "Phường Bến Nghé, Quận 1, Hồ Chí Minh"
    assert (place.now, place.scheme) == (("26740", "26743"), "2025-06")


def test_all_units_of_both_lists_are_shipped() -> None:
    now = parse_communes(_shipped("communes"), _shipped("provinces"))
    before = parse_communes(_shipped("old_communes"), _shipped("old_provinces"))

    assert len(parse_provinces(_shipped("provinces"))) == 34
    assert len(parse_provinces(_shipped("old_provinces"))) == 63
    assert len(now) == 3_321
    assert len(before) == 10_035


def test_what_was_parsed_of_a_file_is_kept() -> None:
    communes, provinces = _communes(CUA_NAM), _provinces(HANOI)

    assert parse_communes(communes, provinces) is parse_communes(communes, provinces)


@pytest.mark.parametrize(
    ("row", "place"),
    [
        (CUA_NAM, (wrong.Duplicate, 10, "code")),
        ("82,Cửa Nam,Phường,01", (wrong.WrongShape, 10, "code")),
        ("00083,Cửa Nam,Phường,99", (wrong.UnknownCode, 10, "province")),
        ("00083,,Phường,01", (wrong.CellEmpty, 10, "name")),
        ("00083,Cửa Nam,,01", (wrong.CellEmpty, 10, "kind")),
    ],
)
def test_a_bad_commune_is_named(row: str, place: tuple[type[ReferenceProblem], int, str]) -> None:
    with pytest.raises(ReferenceProblems) as refused:
        parse_communes(_communes(CUA_NAM, row), _provinces(HANOI))

    assert places(refused) == [place]


def test_a_bad_province_is_named() -> None:
    with pytest.raises(ReferenceProblems) as refused:
        parse_provinces(_provinces(HANOI, HANOI, "1,Huế,Thành phố", HAI_PHONG))

    assert places(refused) == [(wrong.Duplicate, 10, "code"), (wrong.WrongShape, 11, "code")]


def test_a_code_of_today_has_the_shape_of_its_kind() -> None:
    file = a_file(
        "code,name,kind,now", "79,Hồ Chí Minh,Thành phố,79 1",
        kind="old_provinces", scheme="2025-06",
    )  # fmt: skip

    with pytest.raises(ReferenceProblems) as refused:
        parse_provinces(file)

    assert places(refused) == [(wrong.WrongShape, 9, "now")]
