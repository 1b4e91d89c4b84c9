"""Conflicts as headquarters tells a counter of them."""

import msgspec

from app.ids import new_id
from app.store.conflicts_heard import ConflictRow, Decided, Hand, take_conflicts
from app.store.heard import Heard
from app.store.store import Store

EDIT = bytes(range(16))
MINE_BY = Hand("Phạm Quốc Bảo", "100105", "1", 1_795_230_000_000)
THEIRS_BY = Hand("Trần Minh Châu", "100950", "2", 1_795_220_000_000)
STAFF = Decided("theirs", Hand("an Nguyễn Văn An", at_ms=1_795_240_000_000), "gọi khách")


def a_conflict(
    uid: bytes, field: str = "street", mine: object = "Hàng Đào", theirs: object = "Phố Huế"
) -> ConflictRow:
    """The later edit holds."""
    return ConflictRow(
        edit=EDIT,
        field=field,
        uid=uid,
        number="0126000000018",
        mine=msgspec.json.encode(mine).decode(),
        theirs=msgspec.json.encode(theirs).decode(),
        stands="mine",
        mine_by=MINE_BY,
        theirs_by=THEIRS_BY,
    )


def hear(store: Store, *rows: ConflictRow) -> None:
    """They came with a page of the feed."""
    now_ms = store.clock.now_ms()
    with store.noting() as connection:
        take_conflicts(connection, list(map(msgspec.msgpack.encode, rows)), Heard(0, 0, now_ms))


def another_edit(store: Store) -> bytes:
    """A name that no other conflict has."""
    return new_id(store.clock.now_ms())
