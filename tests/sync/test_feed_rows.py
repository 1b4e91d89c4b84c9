import msgspec
import pytest

from app.store.accounts_heard import AccountRow
from sync.feed_rows import accounts_in, customers_in
from sync.talking import Stopped
from sync.wire import FeedRow

ACCOUNT = AccountRow(bytes(16), "HĐ 1", 5_000, "2026-12-31", 1, 2_000)


def a_row(entity: str, body: bytes) -> FeedRow:
    return FeedRow(1, entity, bytes(16), 1, body)


def test_each_reads_its_own_and_passes_over_the_rest() -> None:
    rows = [a_row("account", msgspec.msgpack.encode(ACCOUNT)), a_row("horse", b"\xff")]

    assert accounts_in(rows) == [ACCOUNT]
    assert customers_in(rows) == []


@pytest.mark.parametrize(("entity", "read"), [("account", accounts_in), ("customer", customers_in)])
def test_a_row_that_cannot_be_read_stops_the_pass(entity: str, read: object) -> None:
    assert callable(read)
    with pytest.raises(Stopped):
        read([a_row(entity, b"\xff")])
