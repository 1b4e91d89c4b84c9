"""A terminal put back from an old image gets its own entries back, and goes on where it was.

They are believed because they continue the chain and their head carries this device's signature.
"""

from collections.abc import Sequence

from nacl.signing import SigningKey

from app.journal.appending import Head, read_body
from app.journal.entry import Entry
from app.journal.heads import head_bytes, head_is_signed
from app.journal.kinds.customers import CustomerRegistered
from app.store.outbox import outbox, take_back
from app.store.received import stand_in
from app.store.store import Store
from sync.batches import chained
from sync.subjects import customers_of
from sync.talking import Stopped, fetch_own
from sync.transport import Transport
from sync.wire import MAX_BATCH, EntriesPage, Unreadable


def recover(
    store: Store, transport: Transport, token: bytes, stands: Head, device: SigningKey
) -> int:
    """Returns how many entries came back. Raises Stopped; then nothing was written."""
    lost: list[Entry] = []
    while True:
        after = lost[-1].seq if lost else stands.seq
        page = fetch_own(transport, token, after, MAX_BATCH)
        lost += _continuing(page, stands, lost)
        if lost and lost[-1].seq == page.head_seq:
            break
        if not page.entries:
            raise Stopped("sync.fork")
    last = lost[-1]
    message = head_bytes(last.terminal, last.epoch, last.seq, last.hash)
    if not head_is_signed(bytes(device.verify_key), message, page.signature):
        raise Stopped("sync.fork")
    with store.noting() as connection:
        now = outbox(connection)
        if now is None or now.head.hash != stands.hash:
            raise Stopped("sync.fork")  # somebody wrote on the old image meanwhile
        for uid in _spoken_of(lost):
            stand_in(connection, uid)
        take_back(connection, tuple(lost), page.signature)
    return len(lost)


def _spoken_of(lost: Sequence[Entry]) -> list[bytes]:
    """The customers of headquarters whom lost entries name: the image may be older than they are.

    The next page of the feed brings them as they are.
    """
    bodies = [read_body(each) for each in lost]
    registered = {body.uid for body in bodies if isinstance(body, CustomerRegistered)}
    spoken_of = {uid for body in bodies for uid in customers_of(body)}
    sold_to = {uid for body in bodies if (uid := getattr(body, "customer_uid", None)) is not None}
    return sorted((spoken_of | sold_to) - registered)


def _continuing(page: EntriesPage, stands: Head, lost: list[Entry]) -> list[Entry]:
    seq, prev = (lost[-1].seq, lost[-1].hash) if lost else (stands.seq, stands.hash)
    if page.first_seq != seq + 1:
        raise Stopped("sync.answer_unreadable")
    try:
        return list(chained(stands.terminal, stands.epoch, seq + 1, prev, page.entries))
    except Unreadable as error:
        raise Stopped("sync.answer_unreadable") from error
