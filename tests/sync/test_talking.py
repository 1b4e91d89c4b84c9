"""What of an answer is believed."""

import msgspec
import pytest
import sqlalchemy as sa

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
