"""Whom the customer has sent to before, as rows of the page; Qt-free."""

from collections.abc import Sequence

from app.messages import text
from app.queries.receiver_book import FormerReceiver
from ui.formats import short_day
from ui.widgets.rows import RowItem


def receiver_rows(book: Sequence[FormerReceiver]) -> list[RowItem]:
    """Enter on one repeats the item that was sent there last."""
    return [
        RowItem(
            title=former.name,
            detail=f"{former.address} · {former.phone_masked}",
            lead=short_day(former.last_at),
            side=text("ui.acceptance.times", count=former.times),
            note=former.entry.contents,
            value=former,
        )
        for former in book
    ]
