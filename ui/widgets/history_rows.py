"""What happened with a customer, as rows of a list."""

from collections.abc import Sequence

from app.domain import item_code
from app.queries.customers import HistoryLine
from ui.formats import day, short_day
from ui.widgets.rows import RowItem


def history_rows(history: Sequence[HistoryLine]) -> list[RowItem]:
    """Newest first, as they come."""
    return [_whole(line) for line in history]


def items_in_short(history: Sequence[HistoryLine], most: int) -> list[RowItem]:
    """The newest items, for a narrow column."""
    return [_short(line) for line in history if line.kind == "item"][:most]


def _short(line: HistoryLine) -> RowItem:
    return RowItem(
        title=line.title,
        detail=_joined(item_code.grouped(line.code), line.status),
        lead=short_day(line.at),
        value=line.code,
    )


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _whole(line: HistoryLine) -> RowItem:
    code = item_code.grouped(line.code) if line.kind == "item" else ""
    return RowItem(
        title=line.title,
        detail=_joined(code, line.detail),
        lead=day(line.at),
        side=line.status,
        value=line.code,
    )
