import unicodedata
from datetime import date
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.reference import problems as wrong
from app.domain.reference.files import (
    day_of,
    read_reference,
    read_reference_bytes,
    scan_bytes,
    scan_text,
    shown,
)
from app.domain.reference.problems import ReferenceProblem, ReferenceProblems
from app.messages import text_for
from tests.reference_builders import a_file, a_text, places, problems

COLUMNS = "id,class,rate_bp,valid_from,valid_to,label"
ROW = "V8,standard,800,2026-01-01,,VAT"


def test_a_sound_file_is_read_with_head_columns_and_rows() -> None:
    file = a_file(COLUMNS, ROW, valid_to="2026-12-31", title="Thuế suất")

    assert (file.kind, file.version, file.title) == ("vat", "2026-01", "Thuế suất")
    assert (file.valid_from, file.valid_to) == (date(2026, 1, 1), date(2026, 12, 31))
    assert file.columns == tuple(COLUMNS.split(","))
    assert [(row.line, row.cells["label"]) for row in file.rows] == [(8, "VAT")]


def test_the_text_is_kept_exactly_as_it_came() -> None:
    text = a_text(COLUMNS, ROW)

    assert read_reference("vat.csv", text).text == text


def test_blank_lines_blanks_and_quoted_cells_are_taken_well() -> None:
    file = a_file(COLUMNS, "", 'V8 , standard,800,2026-01-01,,"VAT, ""8 %"""')

    assert file.rows[0].line == 9
    assert file.rows[0].cells["id"] == "V8"
    assert file.rows[0].cells["label"] == 'VAT, "8 %"'


def test_windows_line_ends_and_a_byte_order_mark_do_no_harm() -> None:
    data = a_text(COLUMNS, ROW).replace("\n", "\r\n").encode("utf-8-sig")
    file = read_reference_bytes("vat.csv", data)

    assert file.rows[0].cells["label"] == "VAT"
    assert not file.text.startswith("\ufeff")


def test_a_byte_order_mark_in_a_text_does_no_harm() -> None:
    assert read_reference("vat.csv", "\ufeff" + a_text(COLUMNS, ROW)).kind == "vat"


@pytest.mark.parametrize("encoding", ["utf-16", "cp1258", "latin-1"])
def test_another_encoding_is_refused_with_the_line(encoding: str) -> None:
    data = a_text(COLUMNS, ROW, title="Café", source="test").encode(encoding)

    with pytest.raises(ReferenceProblems) as refused:
        read_reference_bytes("vat.csv", data)

    assert type(refused.value.problems[0]) is wrong.NotUtf8
    assert "UTF-8" in text_for(refused.value)


def test_the_line_of_a_wrong_byte_is_named() -> None:
    data = a_text(COLUMNS, ROW, title="Café", source="test").encode("latin-1")

    assert scan_bytes("vat.csv", data).problems[0].line == 5


def test_decomposed_letters_are_refused_line_by_line() -> None:
    decomposed = unicodedata.normalize("NFD", "Thuế")

    with pytest.raises(ReferenceProblems) as refused:
        a_file(COLUMNS, ROW.replace("VAT", decomposed), title=decomposed)

    assert places(refused) == [(wrong.NotNfc, 5, ""), (wrong.NotNfc, 8, "")]


@pytest.mark.parametrize(
    ("head", "place"),
    [
        ({"kind": ""}, (wrong.KeyMissing, 1, "kind")),
        ({"kind": "weather"}, (wrong.UnknownCode, 1, "kind")),
        ({"version": ""}, (wrong.KeyMissing, 2, "version")),
        ({"version": "bản một"}, (wrong.WrongShape, 2, "version")),
        ({"version": "v" * 10_000}, (wrong.WrongShape, 2, "version")),
        ({"valid_from": ""}, (wrong.KeyMissing, 3, "valid_from")),
        ({"valid_from": "01/01/2026"}, (wrong.NotADate, 3, "valid_from")),
        ({"valid_from": "2026-02-30"}, (wrong.NotADate, 3, "valid_from")),
        ({"valid_to": "2025-12-31"}, (wrong.DatesBackwards, 4, "valid_to")),
        ({"title": ""}, (wrong.KeyMissing, 5, "title")),
        ({"title": "T" * 501}, (wrong.CellTooLong, 5, "title")),
        ({"source": ""}, (wrong.KeyMissing, 6, "source")),
        ({"colour": "red"}, (wrong.KeyUnknown, 7, "colour")),
    ],
)
def test_a_fault_in_the_head_is_told_with_line_and_key(
    head: dict[str, str], place: tuple[type[ReferenceProblem], int, str]
) -> None:
    with pytest.raises(ReferenceProblems) as refused:
        a_file(COLUMNS, ROW, **head)

    assert place in places(refused)


def test_a_key_that_is_not_there_at_all_is_missed() -> None:
    text = a_text(COLUMNS, ROW).replace("# valid_to: \n", "")

    with pytest.raises(ReferenceProblems) as refused:
        read_reference("vat.csv", text)

    assert places(refused) == [(wrong.KeyMissing, 1, "valid_to")]


def test_a_key_given_twice_is_refused() -> None:
    with pytest.raises(ReferenceProblems) as refused:
        read_reference("vat.csv", "# kind: vat\n" + a_text(COLUMNS, ROW))

    assert places(refused) == [(wrong.KeyTwice, 2, "kind")]


def test_a_kind_with_unit_codes_needs_their_scheme() -> None:
    with pytest.raises(ReferenceProblems) as refused:
        a_file("code,name,kind", "01,Hà Nội,Thành phố", kind="provinces")

    assert places(refused) == [(wrong.KeyMissing, 1, "scheme")]


@pytest.mark.parametrize(
    ("table", "place"),
    [
        ((), (wrong.NoRows, 7, "")),
        ((COLUMNS,), (wrong.NoRows, 7, "")),
        ((COLUMNS, "V8,standard"), (wrong.CellsMiscounted, 8, "")),
        ((COLUMNS, ROW + ",more"), (wrong.CellsMiscounted, 8, "")),
        ((COLUMNS + ",id", ROW + ",V9"), (wrong.ColumnTwice, 7, "id")),
        ((COLUMNS, ROW + "\x07"), (wrong.CellUnprintable, 8, "label")),
        ((COLUMNS, ROW + "\x00"), (wrong.CellUnprintable, 8, "label")),
        ((COLUMNS, ROW.replace("VAT", '"a\nb"')), (wrong.BrokenTable, 8, "")),
        ((COLUMNS, ROW + "V" * 501), (wrong.CellTooLong, 8, "label")),
        ((COLUMNS, ROW + "V" * 200_000), (wrong.BrokenTable, 8, "")),
        ((COLUMNS, 'V8,"standard'), (wrong.BrokenTable, 8, "")),
        ((COLUMNS, 'V8,"a"b,800'), (wrong.BrokenTable, 8, "")),
    ],
)
def test_a_fault_in_the_table_is_told_with_its_line(
    table: tuple[str, ...], place: tuple[type[ReferenceProblem], int, str]
) -> None:
    with pytest.raises(ReferenceProblems) as refused:
        a_file(*table)

    assert place in places(refused)


def test_a_file_too_large_is_refused_before_it_is_read() -> None:
    scanned = scan_text("vat.csv", "x" * 4_000_001)

    assert [type(each) for each in scanned.problems] == [wrong.FileTooLarge]


def test_everything_wrong_is_told_at_once_in_the_order_of_the_lines() -> None:
    with pytest.raises(ReferenceProblems) as refused:
        a_file(COLUMNS, "V8,standard", ROW + "V" * 600, kind="weather", valid_from="never")

    assert places(refused) == [
        (wrong.UnknownCode, 1, "kind"),
        (wrong.NotADate, 3, "valid_from"),
        (wrong.CellsMiscounted, 8, ""),
        (wrong.CellTooLong, 9, "label"),
    ]
    assert text_for(refused.value).count("\n") == 4


def test_every_problem_names_its_file() -> None:
    with pytest.raises(ReferenceProblems) as refused:
        a_file(COLUMNS, "V8", name="thuế.csv", kind="weather")

    assert {problem.file for problem in problems(refused)} == {"thuế.csv"}


def test_a_file_with_faults_is_still_scanned_for_the_checks_that_follow() -> None:
    scanned = scan_text("vat.csv", a_text(COLUMNS, ROW, "V9", valid_from="never"))

    assert scanned.file is not None
    assert len(scanned.file.rows) == 1
    assert len(scanned.problems) == 2


@pytest.mark.parametrize("text", ["", "2026-1-1", "20260101", "2026-13-01", "٢٠٢٦-٠١-٠١", "x"])
def test_only_a_real_date_in_the_one_form_is_a_date(text: str) -> None:
    assert day_of(text) is None


def test_what_stands_in_a_sentence_is_short_and_printable() -> None:
    assert len(shown("x" * 10_000)) == 40
    assert shown("a\x00b\nc") == "a�b�c"


@given(st.text())
def test_no_text_makes_the_reader_fail_otherwise(text: str) -> None:
    scanned = scan_text("any.csv", text)

    assert scanned.problems


@given(st.binary())
def test_no_bytes_make_the_reader_fail_otherwise(data: bytes) -> None:
    assert scan_bytes("any.csv", data).problems


@given(st.integers(0, 2_000), st.characters())
def test_no_single_change_makes_the_reader_fail_otherwise(place: int, letter: str) -> None:
    text = a_text(COLUMNS, ROW)
    cut = place % len(text)
    scanned = scan_text("vat.csv", "".join(chain(text[:cut], letter, text[cut + 1 :])))

    assert scanned.file is not None or scanned.problems
