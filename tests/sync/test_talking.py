"""What of an answer is believed, and what stands open while it is waited for."""

from contextlib import closing

import msgspec
import pytest
import sqlalchemy as sa

from app.store.engine import connect
from app.store.tables.journal import push_state
from sync.transport import Reply
from sync.wire import Ack, ack_statement, pack, unpack
from tests.sync.country import Counter, Country


@pytest.fixture
def counter(small_country: Country) -> Counter:
    made = small_country.counter()
    assert made.sync().problem == ""
    return made


def acked(counter: Counter) -> int:
    return counter.scalar(sa.select(push_state.c.acked_seq))


def test_a_receipt_for_another_history_is_no_receipt(
    counter: Counter, small_country: Country
) -> None:
    """Headquarters itself signed it, and what it names is not what this counter wrote."""
    counter.record(counter.registration(1))
    before = acked(counter)

    def of_another(path: str, reply: Reply) -> Reply:
        if path != "/v1/push":
            return reply
        ack = msgspec.structs.replace(unpack(reply.body, Ack), hash=bytes(32))
        signature = small_country.keys.signing_key.sign(ack_statement(ack)).signature
        return Reply(200, pack(msgspec.structs.replace(ack, signature=signature)))

    counter.wire.after = of_another

    assert counter.sync().problem == "sync.answer_forged"
    assert acked(counter) == before


def test_no_transaction_is_open_while_a_message_is_on_its_way(
    counter: Counter, small_country: Country
) -> None:
    """Neither a writer nor a reader: the clerk goes on, and the log can be folded into the file."""
    other = small_country.counter()
    other.record(other.registration(1))
    assert other.sync().problem == ""
    counter.record(counter.registration(1))
    free: list[tuple[str, bool]] = []

    def looks(path: str) -> None:
        with closing(connect(store.home.database, store.secrets.database, busy_ms=0)) as alone:
            alone.execute("BEGIN IMMEDIATE")
            alone.execute("COMMIT")
            free.append((path, alone.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0] == 0))

    store, counter.wire.before = counter.store, looks
    passed = counter.sync()

    assert (passed.problem, passed.pushed > 0, passed.pulled > 0) == ("", True, True)
    assert {path for path, _ in free} >= {"/v1/hello", "/v1/push", "/v1/feed"}
    assert all(alone for _, alone in free), free
