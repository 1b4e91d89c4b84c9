import pytest

from app.domain.reference import problems as wrong
from app.domain.reference.problems import ReferenceProblem, ReferenceProblems
from app.domain.reference.shipped import shipped_reference
from app.domain.reference.surcharges import parse_remote, parse_surcharges
from tests.reference_builders import a_file, places

COLUMNS = "id,service,applies,rate_bp,over_side_cm,over_sum_cm,label"
BULKY = "B,parcel,bulky,5000,100,200,Hàng cồng kềnh"
FUEL = "F,ems,always,1250,0,0,Phụ phí xăng dầu"


def test_an_item_is_bulky_by_a_side_or_by_their_sum() -> None:
    bulky = parse_surcharges(a_file(COLUMNS, BULKY, kind="surcharges"))[0]

    assert not bulky.bulky((100, 50, 50))
    assert bulky.bulky((1, 101, 1))
    assert bulky.bulky((80, 80, 41))


def test_a_limit_of_0_is_not_looked_at() -> None:
    row = BULKY.replace("100,200", "0,200")
    bulky = parse_surcharges(a_file(COLUMNS, row, kind="surcharges"))[0]

    assert not bulky.bulky((190, 5, 5))


@pytest.mark.parametrize(
    ("row", "place"),
    [
        (BULKY.replace("100,200", "0,0"), (wrong.NumberTooSmall, 8, "over_side_cm")),
        (BULKY.replace("parcel", "pigeon"), (wrong.UnknownCode, 8, "service")),
        (BULKY.replace("5000", "0"), (wrong.NumberTooSmall, 8, "rate_bp")),
        (BULKY.replace("5000", "-1"), (wrong.NegativeNumber, 8, "rate_bp")),
        (BULKY.replace("bulky", "often"), (wrong.UnknownCode, 8, "applies")),
        (FUEL.replace(",0,0,", ",10,0,"), (wrong.CellNotEmpty, 8, "over_side_cm")),
    ],
)
def test_a_bad_row_is_named(row: str, place: tuple[type[ReferenceProblem], int, str]) -> None:
    with pytest.raises(ReferenceProblems) as refused:
        parse_surcharges(a_file(COLUMNS, row, kind="surcharges"))

    assert place in places(refused)


def test_remote_communes_are_a_set_of_codes() -> None:
    file = a_file(
        "id,commune,note", "X1,26732,Côn Đảo", "X2,31078,", kind="remote", scheme="2025-07"
    )

    assert parse_remote(file) == {"26732", "31078"}


def test_a_remote_commune_stands_once_and_has_five_digits() -> None:
    file = a_file("id,commune,note", "X1,26732,", "X2,26732,", "X3,732,", kind="remote", scheme="2")

    with pytest.raises(ReferenceProblems) as refused:
        parse_remote(file)

    assert places(refused) == [(wrong.Duplicate, 10, "commune"), (wrong.WrongShape, 11, "commune")]


def test_the_shipped_islands_are_remote() -> None:
    remote = next(parse_remote(file) for file in shipped_reference() if file.kind == "remote")

    assert len(remote) == 13
