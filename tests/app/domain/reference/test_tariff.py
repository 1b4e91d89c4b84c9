import pytest

from app.domain.reference import problems as wrong
from app.domain.reference.problems import ReferenceProblem, ReferenceProblems
from app.domain.reference.shipped import shipped_reference
from app.domain.reference.tariff import Tariff, parse_tariff
from app.messages import text_for
from tests.reference_builders import a_file, changed, places

COLUMNS = "id,service,zone,over_g,to_g,amount_vnd,step_g,step_vnd,label"
LOCAL = (
    "L1,parcel,local,0,500,10000,0,0,Cước",
    "L2,parcel,local,500,2000,15000,0,0,Cước",
    "L3,parcel,local,2000,,15000,500,2000,Cước",
)
OTHERS = tuple(f"{zone},parcel,{zone},0,,9000,1000,1000,Cước" for zone in
               ("regional", "near", "far"))  # fmt: skip


def _tariff(*local: str) -> Tariff:
    return parse_tariff(a_file(COLUMNS, *local, *OTHERS, kind="tariff"))


def _refused(*local: str) -> list[tuple[type[ReferenceProblem], int, str]]:
    with pytest.raises(ReferenceProblems) as refused:
        _tariff(*local)
    return places(refused)


@pytest.mark.parametrize(
    ("weight_g", "rule", "amount_vnd"),
    [(1, "L1", 10_000), (500, "L1", 10_000), (501, "L2", 15_000), (2_000, "L2", 15_000),
     (2_001, "L3", 17_000), (2_500, "L3", 17_000), (2_501, "L3", 19_000), (10**6, "L3", 4_007_000)],
)  # fmt: skip
def test_every_weight_has_one_row_and_begun_steps_count_whole(
    weight_g: int, rule: str, amount_vnd: int
) -> None:
    row = _tariff(*LOCAL).row_for("parcel", "local", weight_g)

    assert (row.id, row.postage_vnd(weight_g)) == (rule, amount_vnd)


def test_rows_may_stand_in_any_order() -> None:
    assert _tariff(*reversed(LOCAL)).row_for("parcel", "local", 501).id == "L2"


def test_a_gap_between_steps_is_named_with_file_line_and_column() -> None:
    with pytest.raises(ReferenceProblems) as refused:
        _tariff(LOCAL[0], LOCAL[1].replace("500,", "600,", 1), LOCAL[2])

    assert places(refused) == [(wrong.WeightGap, 9, "over_g")]
    assert "sample.csv, dòng 9, cột over_g" in text_for(refused.value)
    assert "trên 500 g đến 600 g không có giá" in text_for(refused.value)


def test_a_row_taken_out_of_the_shipped_tariff_is_a_gap() -> None:
    row = "C-R-1000,parcel,regional,500,1000,22000,0,0,Cước chính vùng 2\n"

    with pytest.raises(ReferenceProblems) as refused:
        parse_tariff(changed("tariff-2026-01.csv", row, ""))

    assert [type(each) for each in refused.value.problems] == [wrong.WeightGap]
    assert refused.value.problems[0].found == "1000"


def test_a_tariff_that_does_not_begin_at_nothing_has_a_gap() -> None:
    assert _refused(*LOCAL[1:]) == [(wrong.WeightGap, 8, "over_g")]


def test_steps_that_overlap_are_named() -> None:
    assert _refused(LOCAL[0], LOCAL[1].replace("500,", "400,", 1), LOCAL[2]) == [
        (wrong.WeightOverlap, 9, "over_g")
    ]


def test_nothing_follows_an_open_row() -> None:
    assert _refused(LOCAL[0].replace("500", ""), *LOCAL[1:]) == [(wrong.WeightOverlap, 9, "over_g")]


def test_the_last_row_has_no_end() -> None:
    assert _refused(*LOCAL[:2]) == [(wrong.WeightsEnd, 9, "to_g")]


def test_a_service_without_one_of_the_zones_is_incomplete() -> None:
    assert _refused() == [(wrong.Incomplete, 7, "zone")]


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("parcel", "pigeon", (wrong.UnknownCode, 8, "service")),
        ("local", "moon", (wrong.UnknownCode, 8, "zone")),
        ("10000", "-10000", (wrong.NegativeNumber, 8, "amount_vnd")),
        ("10000", "10.000", (wrong.NotAnInteger, 8, "amount_vnd")),
        ("10000", "9999999999999", (wrong.NumberTooLarge, 8, "amount_vnd")),
        ("0,500", "0,0", (wrong.NumberTooSmall, 8, "to_g")),
        ("0,500", "600,500", (wrong.NumberTooSmall, 8, "to_g")),
        ("0,0,Cước", "0,5,Cước", (wrong.NumberTooSmall, 8, "step_g")),
        ("Cước", "", (wrong.CellEmpty, 8, "label")),
        ("L1", "L2", (wrong.Duplicate, 9, "id")),
    ],
)
def test_a_bad_cell_is_named(
    old: str, new: str, place: tuple[type[ReferenceProblem], int, str]
) -> None:
    found = _refused(LOCAL[0].replace(old, new, 1), *LOCAL[1:])

    assert place in found


def test_all_faults_are_told_together() -> None:
    found = _refused(LOCAL[0].replace("parcel", "pigeon"), LOCAL[1].replace("15000", "x"), LOCAL[2])

    assert (wrong.UnknownCode, 8, "service") in found
    assert (wrong.NotAnInteger, 9, "amount_vnd") in found


def test_the_shipped_tariff_is_named_an_illustration() -> None:
    tariffs = [parse_tariff(file) for file in shipped_reference() if file.kind == "tariff"]

    assert [tariff.title for tariff in tariffs] == ["BIỂU CƯỚC MINH HỌA"]
    assert tariffs[0].services == {"registered", "parcel", "consigned", "ems"}


def test_in_the_shipped_tariff_neither_weight_nor_distance_ever_costs_less() -> None:
    tariff = next(parse_tariff(file) for file in shipped_reference() if file.kind == "tariff")
    weights = (1, 20, 21, 100, 250, 500, 1_000, 1_500, 2_000, 2_001, 5_000, 10_000, 30_000)
    for service in tariff.services:
        prices = [
            [tariff.row_for(service, zone, weight_g).postage_vnd(weight_g) for weight_g in weights]
            for zone in ("local", "regional", "near", "far")
        ]

        assert all(row == sorted(row) for row in prices)
        assert all(list(column) == sorted(column) for column in zip(*prices, strict=True))
