"""Baskets that wait at this counter, whoever began them."""

import sqlalchemy as sa

from app.domain.drafts import Draft
from app.store.drafts import kept_drafts


def waiting_baskets(connection: sa.Connection) -> tuple[Draft, ...]:
    """By their numbers, 1 to 5."""
    return kept_drafts(connection)
