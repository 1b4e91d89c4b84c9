"""Reading the log of what was done at headquarters, and whether its chain is whole."""

from dataclasses import dataclass

import sqlalchemy as sa

from sync.headquarters.publishing import SAID_BY, line_hash
from sync.headquarters.tables import hq_log


@dataclass(frozen=True, slots=True)
class Chain:
    """``broken_at``: the first line that does not follow from those before it; 0 for none."""

    lines: int
    broken_at: int


def check_chain(connection: sa.Connection) -> Chain:
    """Compute every line's hash again, from the first."""
    before, expected, lines, broken = bytes(32), 1, 0, 0
    for row in connection.execute(sa.select(hq_log).order_by(hq_log.c.number)):
        lines += 1
        if broken:
            continue
        told = line_hash(before, row.number, row.at_ms, (row.what, row.detail))
        if row.number != expected or told != row.hash:
            broken = int(row.number)
        before, expected = row.hash, row.number + 1
    return Chain(lines, broken)


def who_and_what(detail: str) -> tuple[str, str]:
    """Who did it, "" for the service itself, and the rest of the line."""
    who, sign, rest = detail.partition(SAID_BY)
    return (who, rest) if sign else ("", detail)
