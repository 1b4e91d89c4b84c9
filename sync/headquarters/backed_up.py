"""How much of a journal headquarters' own backup holds."""

from typing import Any

import sqlalchemy as sa

from sync.headquarters.kept_tables import backed_up_head


def backed_up_seq(connection: sa.Connection, stands: sa.Row[Any]) -> int:
    """Up to where the last backup holds that writer's journal; 0 without one."""
    query = sa.select(backed_up_head.c.seq).where(
        backed_up_head.c.terminal == stands.terminal, backed_up_head.c.epoch == stands.epoch
    )
    return min(connection.scalar(query) or 0, int(stands.head_seq))
