"""Reading the rows of a feed page. Entities that this program does not know are passed over."""

from collections.abc import Iterable
from typing import Any

import msgspec

from app.store.accounts_heard import AccountRow
from app.store.snapshot import CustomerRow
from sync.talking import Stopped
from sync.wire import FeedRow


def customers_in(rows: Iterable[FeedRow]) -> list[dict[str, Any]]:
    """The customers among them. Raises Stopped for one that cannot be read."""
    try:
        return [
            msgspec.structs.asdict(msgspec.msgpack.decode(row.body, type=CustomerRow))
            for row in rows
            if row.entity == "customer"
        ]
    except msgspec.DecodeError as error:
        raise Stopped("sync.answer_unreadable") from error


def accounts_in(rows: Iterable[FeedRow]) -> list[AccountRow]:
    """What contract customers owe at all counters together. Raises Stopped."""
    try:
        return [
            msgspec.msgpack.decode(row.body, type=AccountRow)
            for row in rows
            if row.entity == "account"
        ]
    except msgspec.DecodeError as error:
        raise Stopped("sync.answer_unreadable") from error
