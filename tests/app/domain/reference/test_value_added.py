import pytest

from app.domain.reference import problems as wrong
from app.domain.reference.problems import ReferenceProblem, ReferenceProblems
from app.domain.reference.shipped import shipped_reference
from app.domain.reference.value_added import ValueAdded, parse_value_added
from tests.reference_builders import a_file, places

COLUMNS = "id,code,service,basis,amount_vnd,rate_bp,min_vnd,excludes,payer,label,min_label"
ADVICE = "A1,advice,parcel,flat,7000,0,0,,sender,Báo phát,"
DECLARED = "D1,declared,parcel,declared,0,100,5000,,sender,Khai giá,Khai giá (tối thiểu)"
COD = "C1,cod,parcel,cod,,80,13000,advice,sender,Thu hộ,Thu hộ (tối thiểu)"


def _rows(*rows: str) -> tuple[ValueAdded, ...]:
    return parse_value_added(a_file(COLUMNS, *rows, kind="value_added"))


def test_a_flat_fee_does_not_look_at_amounts() -> None:
    assert _rows(ADVICE)[0].fee_vnd(1_000_000) == 7_000


def test_a_rate_has_its_minimum() -> None:
    declared = _rows(DECLARED)[0]

    assert declared.fee_vnd(1_500_000) == 15_000
    assert declared.fee_vnd(500_000) == 5_000
    assert declared.fee_vnd(1) == 5_000


def test_codes_that_exclude_one_another_are_read() -> None:
    assert _rows(ADVICE, COD)[1].excludes == ("advice",)


def test_all_that_the_domain_names_is_shipped() -> None:
    file = next(file for file in shipped_reference() if file.kind == "value_added")

    assert {row.code: row.label for row in parse_value_added(file)} == {
        "advice": "Báo phát",
        "declared": "Khai giá",
        "own_hands": "Phát tận tay",
        "joint_check": "Đồng kiểm",
        "receiver_pays": "Người nhận trả cước",
        "timed": "Hẹn giờ",
        "invoice": "Hóa đơn",
        "cod": "Thu hộ COD",
    }


@pytest.mark.parametrize(
    ("rows", "place"),
    [
        ((ADVICE.replace("parcel", "pigeon"),), (wrong.UnknownCode, 8, "service")),
        ((ADVICE.replace("7000", "-7000"),), (wrong.NegativeNumber, 8, "amount_vnd")),
        ((ADVICE.replace("7000", ""),), (wrong.CellEmpty, 8, "amount_vnd")),
        ((ADVICE.replace("7000,0", "7000,5"),), (wrong.CellNotEmpty, 8, "rate_bp")),
        ((DECLARED.replace("declared,0", "declared,9"),), (wrong.CellNotEmpty, 8, "amount_vnd")),
        ((DECLARED.replace("100", "10001"),), (wrong.NumberTooLarge, 8, "rate_bp")),
        ((DECLARED.replace("100", "0"),), (wrong.NumberTooSmall, 8, "rate_bp")),
        ((DECLARED.replace("Khai giá (tối thiểu)", ""),), (wrong.CellEmpty, 8, "min_label")),
        ((ADVICE.replace("flat", "cod"),), (wrong.Contradiction, 8, "basis")),
        ((DECLARED.replace(",declared,0", ",flat,0"),), (wrong.Contradiction, 8, "basis")),
        ((ADVICE.replace("sender", "nobody"),), (wrong.UnknownCode, 8, "payer")),
        ((ADVICE.replace("advice", "Báo"),), (wrong.WrongShape, 8, "code")),
        ((COD,), (wrong.UnknownCode, 8, "excludes")),
        ((ADVICE, ADVICE.replace("A1", "A2")), (wrong.Duplicate, 9, "service")),
        (
            (ADVICE, ADVICE.replace("A1", "A2").replace("parcel", "ems").replace("Báo", "BÁO")),
            (wrong.Contradiction, 9, "label"),
        ),
    ],
)
def test_a_bad_row_is_named(
    rows: tuple[str, ...], place: tuple[type[ReferenceProblem], int, str]
) -> None:
    with pytest.raises(ReferenceProblems) as refused:
        _rows(*rows)

    assert place in places(refused)
