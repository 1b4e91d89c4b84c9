"""Folding entries about the terminal: leases granted."""

import sqlalchemy as sa

from app.journal.entry import Entry
from app.journal.kinds.terminal import AnyLeaseGranted, TerminalEnrolled
from app.store.tables.station import lease


def terminal_enrolled(_connection: sa.Connection, _entry: Entry, _body: TerminalEnrolled) -> None:
    """Identity came with the provisioning file; the entry is its witness and moves no row."""


def lease_granted(connection: sa.Connection, _entry: Entry, body: AnyLeaseGranted) -> None:
    """A new range, unused."""
    connection.execute(
        sa.insert(lease).values(
            lease_id=body.lease_id,
            kind=body.lease_kind,
            prefix=body.prefix,
            lo=body.lo,
            hi=body.hi,
            next=body.lo,
        )
    )
