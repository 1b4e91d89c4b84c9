import pytest

from app.domain.bulk import FIELDS
from app.services.bulk.columns import columns_of, find_heads
from app.services.bulk.refusals import BulkHeadTwice, BulkNoHeads

HEADS = ["Họ tên người nhận", "SĐT", "Địa chỉ", "Khối lượng (gam)", "NỘI DUNG", "Ghi chú"]


def fields(*heads: str) -> list[str]:
    return [column.field for column in columns_of(heads)]


def test_heads_are_known_with_and_without_accents_capitals_and_brackets() -> None:
    assert fields(*HEADS) == ["name", "phone", "address", "weight", "contents", ""]
    assert fields("Tinh/TP", "Phường, xã", "Mã đơn hàng") == ["province", "commune", "reference"]


def test_every_field_has_a_head_of_its_own_name_in_english() -> None:
    words = [field.replace("_", " ") for field in FIELDS]

    assert fields(*words) == list(FIELDS)


def test_heads_may_stand_below_a_title() -> None:
    rows = [(1, ["DANH SÁCH BƯU GỬI", ""]), (2, []), (3, HEADS), (4, ["Lan"])]

    at, columns = find_heads(rows)

    assert at == 2
    assert columns[0].head == "Họ tên người nhận"


def test_columns_that_are_needed_are_named_when_they_are_missing() -> None:
    with pytest.raises(BulkNoHeads) as told:
        find_heads([(1, ["Người nhận", "Điện thoại", "Nội dung"])])

    assert told.value.missing == "Khối lượng, Địa chỉ"


def test_an_empty_file_has_no_heads() -> None:
    with pytest.raises(BulkNoHeads):
        find_heads([])


def test_two_columns_of_one_meaning_are_refused() -> None:
    with pytest.raises(BulkHeadTwice) as told:
        columns_of(["SĐT", "Điện thoại"])

    assert (told.value.one, told.value.other) == ("SĐT", "Điện thoại")
