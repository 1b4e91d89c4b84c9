import pytest

from app.queries.comparison import comparison
from app.store.customers import CustomerUnknown
from app.store.store import Store
from tests.builders import registered
from tests.fakes.clock import NOON


def test_two_records_stand_side_by_side_field_by_field(store: Store) -> None:
    number = registered(store)
    other = registered(store, full_name="Nguyễn Ánh Tuyết", phones=("0912 000 654",))

    with store.reading() as connection:
        shown = comparison(connection, number, other, NOON)

    fields = {each.label: each for each in shown.fields}
    assert (shown.one.number, shown.other.full_name) == (number, "Nguyễn Ánh Tuyết")
    assert fields["Họ và tên"].differs
    assert fields["Điện thoại"].one == "0903 ••• 456"
    assert not fields["Ngày sinh"].differs
    assert fields["Khách từ"].field == ""


def test_nobody_is_compared_with_a_stranger(store: Store) -> None:
    with store.reading() as connection, pytest.raises(CustomerUnknown):
        comparison(connection, registered(store), "0126000999958", NOON)
