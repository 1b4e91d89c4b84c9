"""Whether anything stands beside a customer's record: one question instead of nine empty ones."""

from dataclasses import dataclass

import sqlalchemy as sa

from app.store.prepared import Prepared
from app.store.tables.conflicts import conflict_heard
from app.store.tables.merges import customer_merge, merge_fact
from app.store.tables.relations import (
    consent,
    customer_address,
    customer_holder,
    customer_link,
    customer_standing,
    organisation,
)


@dataclass(frozen=True, slots=True)
class Beside:
    """What there is. ``merged``: other numbers lead here, and theirs count as well."""

    merged: bool
    merge_told: bool
    organisation: bool
    linked: bool
    addressed: bool
    passed: bool
    standing: bool
    consented: bool
    contended: bool

    @property
    def anything(self) -> "Beside":
        """With other numbers merged in, everything is looked for."""
        return _EVERYTHING if self.merged else self


_EVERYTHING = Beside(*[True] * 9)
_UID: sa.BindParameter[bytes] = sa.bindparam("of_uid")


def _any(*owners: sa.Column[bytes]) -> sa.ColumnElement[bool]:
    wanted = sa.or_(*(owner == _UID for owner in owners))
    return sa.exists(sa.select(sa.literal(1)).select_from(owners[0].table).where(wanted))


_ASKED = Prepared(
    sa.select(
        _any(customer_merge.c.winner).label("merged"),
        _any(merge_fact.c.winner, merge_fact.c.loser).label("merge_told"),
        _any(organisation.c.uid).label("organisation"),
        _any(customer_link.c.person, customer_link.c.organisation).label("linked"),
        _any(customer_address.c.uid).label("addressed"),
        _any(customer_holder.c.uid).label("passed"),
        _any(customer_standing.c.uid).label("standing"),
        _any(consent.c.uid).label("consented"),
        _any(conflict_heard.c.uid).label("contended"),
    )
)


def beside(connection: sa.Connection, uid: bytes) -> Beside:
    """What is worth asking for; everything, once other numbers were merged in."""
    found = Beside(*map(bool, _ASKED.first(connection, {"of_uid": uid})))
    return found.anything
