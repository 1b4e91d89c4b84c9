"""How much of a journal headquarters' own backup holds."""

from typing import Any

import sqlalchemy as sa

from app.store.prepared import Prepared
from sync.headquarters.kept_tables import backed_up_head


def backed_up_seq(connection: sa.Connection, stands: sa.Row[Any]) -> int:
    """Up to where the last backup holds that writer's journal; 0 without one."""
    found = _KEPT.first(connection, {"of_terminal": stands.terminal, "of_epoch": stands.epoch})
    return min(found.seq, int(stands.head_seq)) if found else 0


_KEPT = Prepared(
    sa.select(backed_up_head.c.seq).where(
        backed_up_head.c.terminal == sa.bindparam("of_terminal"),
        backed_up_head.c.epoch == sa.bindparam("of_epoch"),
    )
)
