"""The wire of a customer whom the feed does not bring: asked for by number or citizen hash."""

from typing import Annotated

import msgspec
from msgspec import Meta

from sync.wire import Number


class CustomerQuery(msgspec.Struct, frozen=True, kw_only=True):
    """``clerk``: who asks, for headquarters' log; "" for the sync itself.

    ``lookup``, instead of ``number``: the keyed hash of a citizen number. The number itself never
    travels.
    """

    number: Annotated[str, Meta(pattern=r"^([0-9]{13})?$")] = ""
    lookup: Annotated[bytes, Meta(max_length=32)] = b""
    clerk: Annotated[str, Meta(max_length=32)] = ""


class CustomerAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """``rows``: entity and body, as the feed has them. ``uid`` is whom the query leads to.

    ``pinned``: of another province, told to this counter for a month.
    """

    uid: Annotated[bytes, Meta(min_length=16, max_length=16)]
    number: str
    hq_ms: Number
    rows: list[tuple[str, bytes]]
    pinned: bool = True
