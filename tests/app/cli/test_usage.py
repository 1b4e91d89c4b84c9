import argparse
from datetime import date

import pytest

from app.cli.usage import Misused, Parser, Version, day, size_cm, whole


@pytest.mark.parametrize(("given", "value"), [("0", 0), ("30001", 30_001), ("0500", 500)])
def test_whole_numbers_are_digits(given: str, value: int) -> None:
    assert whole(given) == value


@pytest.mark.parametrize("given", ["", "-1", "1.5", "1_000", "٣", "1 000", "9" * 10_000])
def test_nothing_else_is_a_whole_number(given: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError, match="số nguyên"):
        whole(given)


@pytest.mark.parametrize("given", ["40x30x20", "40X30X20", "40×30×20"])
def test_a_size_is_three_sides(given: str) -> None:
    assert size_cm(given) == (40, 30, 20)


@pytest.mark.parametrize(
    "given", ["40x30", "40x30x", "40x30x20x10", "a x b x c", "4.5x1x1", "-1x1x1"]
)
def test_nothing_else_is_a_size(given: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError, match="kích thước"):
        size_cm(given)


def test_days_are_iso_dates() -> None:
    assert day("1990-01-31") == date(1990, 1, 31)
    with pytest.raises(argparse.ArgumentTypeError, match="không phải ngày"):
        day("31/02/1990")


def _parser() -> Parser:
    parser = Parser("tem", allow_abbrev=False)
    parser.add_argument("--cash", type=whole)
    parser.add_argument("--sex", choices=("male", "female"))
    parser.add_argument("number")
    return parser


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ([], "Còn thiếu: number."),
        (["1", "2"], "Không hiểu: 2."),
        (["1", "--cash"], "--cash cần một giá trị đi kèm."),
        (["1", "--cash", "x"], "--cash: «x» không phải số nguyên không âm."),
        (["1", "--sex", "x"], "--sex: không có lựa chọn 'x'."),
        (["1", "--ca", "5"], "Không hiểu: --ca 5."),
    ],
    ids=["missing", "too many", "no value", "wrong value", "no such choice", "abbreviated"],
)
def test_wrong_usage_is_told_in_vietnamese(given: list[str], said: str) -> None:
    with pytest.raises(Misused) as misuse:
        _parser().parse_args(given)

    assert misuse.value.sentence == f"{said} Xem «tem --help»."


def test_help_is_in_vietnamese() -> None:
    assert _parser().format_help().startswith("Cách dùng: tem")


def test_the_version_is_printed_and_nothing_else_is_done(
    capsys: pytest.CaptureFixture[str],
) -> None:
    parser = Parser("tem")
    parser.add_argument("--version", nargs=0, action=Version)

    with pytest.raises(SystemExit) as ended:
        parser.parse_args(["--version"])

    assert ended.value.code == 0
    assert capsys.readouterr().out.startswith("Tem ")
