"""What happened with a customer, as rows of a list."""

from collections.abc import Sequence

from app.domain import item_code
from app.queries.customers import HistoryLine
from ui.formats import day, short_day
from ui.widgets.rows import RowItem


def history_rows(history: Sequence[HistoryLine], *, with_year: bool) -> list[RowItem]:
    """Newest first, as they come."""
    return [_row(line, day(line.at) if with_year else short_day(line.at)) for line in history]


def _row(line: HistoryLine, when: str) -> RowItem:
    code = item_code.grouped(line.code) if line.kind == "item" else ""
    return RowItem(
        title=line.title,
        detail=" · ".join(part for part in (code, line.detail) if part),
        lead=when,
        side=line.status,
        value=line.code,
    )
