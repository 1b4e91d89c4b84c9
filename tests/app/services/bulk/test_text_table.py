import pytest

from app.services.bulk.refusals import (
    BulkEncodingMixed,
    BulkEncodingUnknown,
    BulkFileUnreadable,
)
from app.services.bulk.text_table import decoded, text_rows

NAME = "Nguyễn Thị Ánh Tuyết"
TEXT = f"ten,dia chi\n{NAME},Hà Nội\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_the_same_rows_come_out_of_every_encoding(encoding: str) -> None:
    assert text_rows(TEXT.encode(encoding), 10)[1] == (2, [NAME, "Hà Nội"])


def test_the_code_page_of_old_windows_is_read() -> None:
    data = "ten,dia chi\nNguy\u00ea\u0303n,Ha\u0300 Nô\u0323i\n".encode("cp1258")

    assert text_rows(data, 10)[1][1] == ["Nguy\u00ea\u0303n", "Ha\u0300 Nô\u0323i"]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_the_separator_is_found(separator: str) -> None:
    text = separator.join(("ten", "dia chi")) + "\n" + separator.join(("Lan", '"5, Lê Lợi; P. X"'))

    assert text_rows(text.encode(), 10)[1][1] == ["Lan", "5, Lê Lợi; P. X"]


def test_two_encodings_in_one_file_are_refused_with_the_first_line_of_the_other() -> None:
    data = b"ten\n" + "Tuyết\n".encode() + b"Lan\n" + "Ha\u0300\n".encode("cp1258")

    with pytest.raises(BulkEncodingMixed) as told:
        decoded(data)

    assert told.value.line == 4


def test_two_encodings_the_other_way_round() -> None:
    data = "Ha\u0300\n".encode("cp1258") + "Tuyết\n".encode()

    with pytest.raises(BulkEncodingMixed) as told:
        decoded(data)

    assert told.value.line == 2


def test_bytes_of_no_encoding_are_refused_with_their_line() -> None:
    with pytest.raises(BulkEncodingUnknown) as told:
        decoded(b"ten\nx\x90y\n")
    assert told.value.line == 2

    with pytest.raises(BulkEncodingUnknown):
        decoded("Tuyết".encode("utf-16")[:-1])


def test_what_is_no_text_is_refused() -> None:
    with pytest.raises(BulkFileUnreadable):
        text_rows(b"\x7fELF\0\0", 10)
    with pytest.raises(BulkFileUnreadable):
        text_rows(b'ten\n"Lan', 10)


def test_a_cell_may_hold_several_lines_and_rows_know_where_they_begin() -> None:
    rows = text_rows('ten,noi dung\nLan,"Áo\ndài"\nHoa,Mũ\n'.encode(), 10)

    assert [line for line, _ in rows] == [1, 2, 4]


def test_only_so_many_rows_are_read() -> None:
    assert len(text_rows(b"a\n" * 1_000, 10)) == 10
