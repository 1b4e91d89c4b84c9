from tests.fakes.fake_desk import FakeDesk
from ui.widgets.history_rows import history_rows, items_in_short

HISTORY = next(iter(FakeDesk().people.values())).history


def test_items_show_their_number_in_groups_and_their_state() -> None:
    row = history_rows(HISTORY)[0]

    assert row.lead == "18/11/2026"
    assert row.title == "Bưu kiện → Đà Nẵng"
    assert row.detail == "CA 104 882 117 VN · 4.000 g"
    assert row.side == "đã nhận"


def test_what_is_no_item_has_no_number() -> None:
    row = history_rows(HISTORY)[2]

    assert row.title == "Sửa số điện thoại"
    assert row.detail == "0903 ••• 455 → 0903 ••• 456"


def test_in_short_there_are_only_the_newest_items() -> None:
    rows = items_in_short(HISTORY, most=1)

    assert [(row.lead, row.detail) for row in rows] == [
        ("18/11", "CA 104 882 117 VN · đã nhận"),
    ]
