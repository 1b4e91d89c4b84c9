import re
from dataclasses import replace

from app.cli.shift_words import shift_lines, summary_lines, summary_shape
from app.domain.shift_summary import CorrectionLine, ShiftRow
from tests.printing.shift_samples import CLERK, CLOSED_AT, CLOSED_SHIFT, OPEN_SHIFT, OPENED_AT


def test_a_blind_summary_has_no_amount_anywhere() -> None:
    shape = summary_shape(OPEN_SHIFT.blind())

    amounts = [value for name, value in _walk(shape) if name.endswith("_vnd")]
    assert amounts
    assert set(amounts) == {None}
    assert not re.search(r"[0-9] đ", "\n".join(summary_lines(OPEN_SHIFT.blind())))


def test_a_correction_is_told_below_what_was_frozen() -> None:
    correction = CorrectionLine(CLOSED_AT, 1, 2, 0, "đếm sót", CLERK, "Lê Hồng Phúc")

    said = summary_lines(replace(CLOSED_SHIFT, corrections=(correction,)))

    assert "Đã sửa: 1 đ thành 2 đ, chênh lệch 0 đ · đếm sót · Lê Hồng Phúc" in said


def test_z_in_words_says_the_difference_and_who_stands_by_it() -> None:
    said = "\n".join(summary_lines(CLOSED_SHIFT))

    assert "chênh lệch -20.000 đ" in said
    assert "chưa ai xác nhận" in said
    assert bytes(range(32)).hex() in said


def test_a_shift_is_one_line_and_none_is_a_sentence() -> None:
    row = ShiftRow("100950-2-C00001", 1, "counted", CLERK, OPENED_AT, CLOSED_AT, 5, 5, 0, "", 0)

    assert shift_lines(()) == ("Quầy này chưa có ca nào.",)
    assert "07:30 21/11/2026 đến 17:02" in shift_lines((row,))[0]


def _walk(value: object) -> list[tuple[str, object]]:
    found: list[tuple[str, object]] = []
    if isinstance(value, dict):
        for name, each in value.items():
            found += [(name, each), *_walk(each)]
    elif isinstance(value, list):
        for each in value:
            found += _walk(each)
    return found
