"""Which column of a file holds what, told by the words at its head (docs/bulk.md)."""

from collections.abc import Sequence

from app.domain.bulk import Column
from app.domain.names import fold
from app.messages import text
from app.services.bulk.refusals import BulkHeadTwice, BulkNoHeads

_WORDS: dict[str, tuple[str, ...]] = {
    "name": (
        "nguoi nhan", "ten nguoi nhan", "ho ten", "ho ten nguoi nhan", "ho va ten",
        "ho va ten nguoi nhan", "ten nhan", "receiver", "receiver name", "name",
    ),
    "phone": (
        "dien thoai", "so dien thoai", "dien thoai nguoi nhan", "so dien thoai nguoi nhan", "sdt",
        "sdt nguoi nhan", "sdt nhan", "phone", "receiver phone",
    ),
    "street": ("so nha", "duong", "so nha duong", "so nha ten duong", "dia chi chi tiet", "street"),
    "commune": (
        "phuong xa", "xa phuong", "phuong", "xa", "phuong xa dac khu", "xa phuong dac khu",
        "commune", "ward",
    ),
    "province": ("tinh", "tinh thanh", "tinh thanh pho", "tinh tp", "province"),
    "address": (
        "dia chi", "dia chi nguoi nhan", "dia chi nhan", "dia chi day du", "address",
        "receiver address",
    ),
    "service": ("dich vu", "loai dich vu", "service"),
    "weight": (
        "khoi luong", "khoi luong g", "khoi luong gam", "khoi luong gram", "trong luong",
        "trong luong g", "trong luong gam", "weight", "weight g",
    ),
    "size": ("kich thuoc", "kich thuoc cm", "d x r x c", "dai x rong x cao", "size"),
    "contents": ("noi dung", "noi dung khai", "noi dung hang", "hang hoa", "ten hang", "contents"),
    "declared": ("khai gia", "gia tri khai", "gia tri hang", "declared", "declared value"),
    "cod": ("thu ho", "thu ho cod", "tien thu ho", "cod", "tien cod"),
    "value_added": ("dich vu cong them", "dich vu gia tang", "dv cong them", "value added"),
    "label": ("so hieu", "so hieu buu gui", "ma buu gui", "ma van don", "label"),
    "reference": ("ma don", "ma don hang", "so don", "so tham chieu", "tham chieu", "reference"),
}  # fmt: skip
_FIELD = {word: field for field, words in _WORDS.items() for word in words}
_NEEDED = ("name", "phone", "weight", "contents")
_WHERE = ("address", "commune")
LOOKED_AT = 20
"""Titles and blank lines may stand above the heads, so many at most."""


def find_heads(rows: Sequence[tuple[int, list[str]]]) -> tuple[int, tuple[Column, ...]]:
    """Which of ``rows`` holds the heads, and what each column is for.

    Raises BulkNoHeads and BulkHeadTwice.
    """
    best = max(range(len(rows[:LOOKED_AT])), key=lambda at: _known(rows[at][1]), default=None)
    columns = () if best is None else columns_of(rows[best][1])
    fields = {column.field for column in columns}
    missing = [field for field in _NEEDED if field not in fields]
    if fields.isdisjoint(_WHERE):
        missing.append("address")
    if best is None or missing:
        labels = (text(f"bulk.field.{field}") for field in missing or _NEEDED)
        raise BulkNoHeads(missing=", ".join(labels))
    return best, columns


def columns_of(heads: Sequence[str]) -> tuple[Column, ...]:
    """Raises BulkHeadTwice."""
    found: dict[str, str] = {}
    columns = []
    for head in heads:
        field = _FIELD.get(_packed(head), "")
        if field in found:
            raise BulkHeadTwice(one=found[field], other=head.strip())
        if field:
            found[field] = head.strip()
        columns.append(Column(head.strip(), field))
    return tuple(columns)


def _known(heads: Sequence[str]) -> int:
    return sum(_packed(head) in _FIELD for head in heads)


def _packed(head: str) -> str:
    """Without accents, signs and what stands in brackets."""
    bare = head.split("(", maxsplit=1)[0] if head.split("(", maxsplit=1)[0].strip() else head
    return " ".join("".join(c if c.isalnum() else " " for c in fold(bare)).split())
