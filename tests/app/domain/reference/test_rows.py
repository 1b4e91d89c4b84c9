from datetime import date

import pytest

from app.domain.reference import problems as wrong
from app.domain.reference.files import Row
from app.domain.reference.problems import ReferenceProblem, ReferenceProblems
from app.domain.reference.rows import CODE, RowChecker, by_key, rule_id
from tests.reference_builders import a_file, places

COLUMNS = ("id", "value")


def _checker(*cells: str) -> RowChecker:
    rows = [f"R{number},{cell}" for number, cell in enumerate(cells)]
    return RowChecker(a_file("id,value", *rows), COLUMNS)


def _refused(check: RowChecker) -> list[tuple[type[ReferenceProblem], int, str]]:
    with pytest.raises(ReferenceProblems) as refused:
        check.close()
    return places(refused)


def _row(check: RowChecker) -> Row:
    return check.file.rows[0]


def test_sound_cells_give_their_values_and_nothing_to_tell() -> None:
    check = _checker("800", "2026-12-31", "a b", "")
    number, day, words, empty = check.file.rows

    assert check.number(number, "value") == 800
    assert check.day(day, "value") == date(2026, 12, 31)
    assert check.words(words, "value") == ("a", "b")
    assert check.open_day(empty, "value") is None
    check.close()


@pytest.mark.parametrize(
    ("cell", "problem"),
    [
        ("", wrong.CellEmpty),
        ("1.5", wrong.NotAnInteger),
        ("1 000", wrong.NotAnInteger),
        ("1e3", wrong.NotAnInteger),
        ("+5", wrong.NotAnInteger),
        ("٥", wrong.NotAnInteger),
        ("800 đ", wrong.NotAnInteger),
        ("-1", wrong.NegativeNumber),
        ("1", wrong.NumberTooSmall),
        ("101", wrong.NumberTooLarge),
        ("9" * 400, wrong.NumberTooLarge),
    ],
)
def test_a_bad_number_is_told_and_replaced_by_the_least(
    cell: str, problem: type[ReferenceProblem]
) -> None:
    check = _checker(cell)

    assert check.number(_row(check), "value", least=2, most=100) == 2
    assert _refused(check) == [(problem, 8, "value")]


def test_a_bad_date_a_bad_code_and_a_bad_shape_are_told() -> None:
    check = _checker("31/12/2026", "nowhere", "Not A Code", "a a")
    day, code, shape, words = check.file.rows
    check.day(day, "value")
    check.choice(code, "value", ("near", "far"))
    check.shaped(shape, "value", CODE, "near")
    check.words(words, "value")

    assert _refused(check) == [
        (wrong.NotADate, 8, "value"),
        (wrong.UnknownCode, 9, "value"),
        (wrong.WrongShape, 10, "value"),
        (wrong.Duplicate, 11, "value"),
    ]


def test_a_cell_that_means_nothing_must_be_empty_or_0() -> None:
    check = _checker("0", "", "7")
    for row in check.file.rows:
        check.empty(row, "value")

    assert _refused(check) == [(wrong.CellNotEmpty, 10, "value")]


def test_a_key_that_comes_again_names_the_line_of_the_first() -> None:
    check = _checker("x", "y", "x")
    for row in check.file.rows:
        check.once(row, "value")

    with pytest.raises(ReferenceProblems) as refused:
        check.close()

    assert refused.value.problems[0].expected == "8"
    assert places(refused) == [(wrong.Duplicate, 10, "value")]


def test_a_missing_column_is_told_together_with_an_unknown_one() -> None:
    with pytest.raises(ReferenceProblems) as refused:
        RowChecker(a_file("id,valeu", "R1,7"), COLUMNS)

    assert places(refused) == [(wrong.ColumnUnknown, 7, "valeu"), (wrong.ColumnMissing, 7, "value")]


def test_columns_may_stand_in_any_order() -> None:
    check = RowChecker(a_file("value,id", "7,R1"), COLUMNS)

    assert check.number(_row(check), "value") == 7


def test_faulty_lines_are_known_so_that_one_slip_is_told_once() -> None:
    check = _checker("x", "7")
    check.each(lambda checker, row: checker.number(row, "value"))

    assert not check.sound([8, 9])
    assert check.sound([9])


def test_a_rule_has_a_plain_name_of_its_own() -> None:
    check = RowChecker(a_file("id,value", "V 8,1", "V8,1", "V8,1", ",1"), COLUMNS)
    for row in check.file.rows:
        rule_id(check, row)

    assert _refused(check) == [
        (wrong.WrongShape, 8, "id"),
        (wrong.Duplicate, 10, "id"),
        (wrong.CellEmpty, 11, "id"),
    ]


def test_rows_are_grouped_by_key_in_the_order_of_the_file() -> None:
    groups = list(by_key([(1, "ab"), (2, "cd"), (3, "ax")], lambda word: word[0]))

    assert groups == [[(1, "ab"), (3, "ax")], [(2, "cd")]]
