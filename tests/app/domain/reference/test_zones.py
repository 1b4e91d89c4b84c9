import pytest

from app.domain.reference import problems as wrong
from app.domain.reference.problems import ReferenceProblem, ReferenceProblems
from app.domain.reference.shipped import shipped_reference
from app.domain.reference.zones import UnknownProvince, ZoneTable, parse_zones
from app.messages import text_for
from tests.reference_builders import a_file, places

COLUMNS = "id,entry,from,to,zone"
PROVINCES = ("P1,province,01,north,", "P2,province,31,north,", "P3,province,79,south,")
PAIRS = ("Z1,pair,north,north,regional", "Z2,pair,south,south,regional", "Z3,pair,south,north,far")


def _zones(*rows: str) -> ZoneTable:
    return parse_zones(a_file(COLUMNS, *rows, kind="zones", scheme="2025-07"))


def _refused(*rows: str) -> list[tuple[type[ReferenceProblem], int, str]]:
    with pytest.raises(ReferenceProblems) as refused:
        _zones(*rows)
    return places(refused)


def test_a_zone_lies_between_regions_both_ways_and_local_within_a_province() -> None:
    zones = _zones(*PROVINCES, *PAIRS)

    assert zones.between("01", "01") == "local"
    assert zones.between("01", "31") == "regional"
    assert zones.between("01", "79") == zones.between("79", "01") == "far"


@pytest.mark.parametrize("province", ["02", "", "1", "x" * 10_000])
def test_an_unknown_province_is_refused_in_words(province: str) -> None:
    with pytest.raises(UnknownProvince) as refused:
        _zones(*PROVINCES, *PAIRS).between("01", province)

    assert len(text_for(refused.value)) < 200


def test_the_shipped_table_has_all_34_provinces() -> None:
    zones = next(parse_zones(file) for file in shipped_reference() if file.kind == "zones")

    assert len(zones.regions) == 34
    assert zones.scheme == "2025-07"


@pytest.mark.parametrize(
    ("rows", "place"),
    [
        ((*PROVINCES, *PAIRS[:2]), (wrong.Incomplete, 8, "zone")),
        ((*PROVINCES, *PAIRS, "Z4,pair,north,south,near"), (wrong.Duplicate, 15, "from")),
        ((*PROVINCES, "P4,province,01,south,", *PAIRS), (wrong.Duplicate, 12, "from")),
        ((*PROVINCES, "P4,province,1,south,", *PAIRS), (wrong.WrongShape, 12, "from")),
        ((*PROVINCES, "P4,province,04,south,far", *PAIRS), (wrong.CellNotEmpty, 12, "zone")),
        ((*PROVINCES, *PAIRS, "Z4,pair,north,west,orbit"), (wrong.UnknownCode, 15, "zone")),
        ((*PROVINCES, *PAIRS, "Z4,line,north,west,far"), (wrong.UnknownCode, 15, "entry")),
        ((*PROVINCES, *PAIRS, "Z1,pair,west,west,far"), (wrong.Duplicate, 15, "id")),
    ],
)
def test_a_table_with_a_fault_is_refused(
    rows: tuple[str, ...], place: tuple[type[ReferenceProblem], int, str]
) -> None:
    assert place in _refused(*rows)
