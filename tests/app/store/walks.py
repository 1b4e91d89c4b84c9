"""Which tables a question walks through from one end to the other, and whether it sorts."""

from collections.abc import Callable

import sqlalchemy as sa

from app.store.engine import dbapi_of
from app.store.store import Store


def walks(store: Store, ask: Callable[[sa.Connection], object]) -> list[str]:
    """Steps of the plans of all statements that ``ask`` executes; one-row tables may be walked."""
    asked: list[str] = []

    def remember(*call: object) -> None:
        asked.append(str(call[2]))

    with store.reading() as connection:
        sa.event.listen(connection, "before_cursor_execute", remember)
        ask(connection)
        raw = dbapi_of(connection)
        steps = [
            str(step[3])
            for statement in asked
            for step in raw.execute(f"EXPLAIN QUERY PLAN {statement}", (1,) * statement.count("?"))
        ]
    return [
        step
        for step in steps
        if ("SCAN" in step or "TEMP B-TREE" in step) and not step.startswith(_OF_ONE_ROW)
    ]


_OF_ONE_ROW = ("SCAN journal_head", "SCAN terminal", "SCAN push_state")
