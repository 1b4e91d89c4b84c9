import msgspec

from app.store import outbox as boxes
from app.store.station import writer
from sync.hello import hello_of
from sync.wire import Ack
from tests.sync.country import Country


def test_a_terminal_says_how_far_it_is_and_shows_the_last_receipt(small_country: Country) -> None:
    counter = small_country.counter()
    counter.sync()
    counter.record(counter.registration(1))

    with counter.store.reading() as connection:
        box, link, here = boxes.outbox(connection), boxes.link(connection), writer(connection)
    assert box is not None
    assert link is not None
    said = hello_of(counter.store, box, link, here)

    assert (said.head_seq, said.acked_seq, said.pending) == (box.head.seq, box.acked, 1)
    assert box.receipt is not None
    assert said.receipt == msgspec.msgpack.decode(box.receipt, type=Ack)
    assert said.nonce != hello_of(counter.store, box, link, here).nonce
    assert hello_of(counter.store, box, link, here, b"n" * 32).nonce == b"n" * 32
