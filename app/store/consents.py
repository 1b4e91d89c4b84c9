"""Reading consents: every statement, and what counts among numbers that were merged."""

import sqlalchemy as sa

from app.domain.consents import Said, Statement, in_force
from app.store.tables.merges import customer_merge
from app.store.tables.relations import consent, customer_holder


def consents_in_force(connection: sa.Connection, uid: bytes) -> dict[str, Statement]:
    """By purpose, the statement that counts for a customer and all merged into it."""
    said = _said(connection, uid)
    purposes = {each.purpose for each in _everything(said)}
    found = {purpose: in_force(said, purpose) for purpose in sorted(purposes)}
    return {purpose: statement for purpose, statement in found.items() if statement is not None}


def _said(connection: sa.Connection, uid: bytes) -> Said:
    statements = connection.execute(
        sa.select(consent.c.purpose, consent.c.given, consent.c.at_ms, consent.c.seq).where(
            consent.c.uid == uid
        )
    )
    merged = connection.execute(
        sa.select(customer_merge.c.loser, customer_merge.c.at_ms, customer_merge.c.seq).where(
            customer_merge.c.winner == uid
        )
    ).all()
    held_since = connection.execute(
        sa.select(customer_holder.c.at_ms, customer_holder.c.seq)
        .where(customer_holder.c.uid == uid)
        .order_by(customer_holder.c.at_ms.desc(), customer_holder.c.seq.desc())
        .limit(1)
    ).one_or_none()
    return Said(
        statements=tuple(
            Statement(row.purpose, bool(row.given), (row.at_ms, row.seq)) for row in statements
        ),
        merged=tuple(((row.at_ms, row.seq), _said(connection, row.loser)) for row in merged),
        valid_from=(held_since.at_ms, held_since.seq) if held_since else (0, 0),
    )


def _everything(said: Said) -> tuple[Statement, ...]:
    others = (each for _, other in said.merged for each in _everything(other))
    return (*said.statements, *others)
