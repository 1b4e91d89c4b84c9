"""What headquarters' staff decide about what is held."""

from random import Random

import sqlalchemy as sa

from sync.headquarters.office import Headquarters
from sync.headquarters.revoking import release, waive
from sync.headquarters.tables import quarantine
from sync.simulation.country import Country

FORGED = ("lease_not_granted", "number_outside_lease")
AFTER_REVOCATION = "after_revocation"
FUTURE = "unknown_kind"
MOVED_ON = "complaint_moved_on"


def decide(country: Country, chance: Random) -> int:
    """Waive what is forged, and steps of complaints that came too late; vouch, or not, for all
    that a stolen computer recorded since.

    What waits for a newer program, or for one of these, is left. Returns how many were decided.
    """
    hq, vouches, decided = country.headquarters, chance.random() < 0.6, 0
    while (row := _next(hq)) is not None:
        act = release if vouches and row.code == AFTER_REVOCATION else waive
        act(hq.database, row.terminal, row.seq, "đã kiểm tra", country.time.true_ms)
        decided += 1
    return decided


def _next(headquarters: Headquarters) -> sa.Row[int, int, str] | None:
    query = (
        sa.select(quarantine.c.terminal, quarantine.c.seq, quarantine.c.code)
        .where(quarantine.c.code.in_((*FORGED, MOVED_ON, AFTER_REVOCATION)))
        .order_by(quarantine.c.place)
        .limit(1)
    )
    with headquarters.database.reading() as connection:
        return connection.execute(query).one_or_none()
