"""Folding entries about the terminal: leases granted."""

import sqlalchemy as sa

from app.journal.entry import Entry
from app.journal.kinds.terminal import AnyLeaseGranted, TerminalEnrolled
from app.store.prepared import Prepared
from app.store.tables.station import lease

_GRANT = Prepared(sa.insert(lease))  # never waits: the next number is looked for in it


def terminal_enrolled(_connection: sa.Connection, _entry: Entry, _body: TerminalEnrolled) -> None:
    """Identity came with the provisioning file; the entry is its witness and moves no row."""


def lease_granted(connection: sa.Connection, _entry: Entry, body: AnyLeaseGranted) -> None:
    """A new range, unused."""
    _GRANT.run(
        connection,
        {
            "lease_id": body.lease_id,
            "kind": body.lease_kind,
            "prefix": body.prefix,
            "lo": body.lo,
            "hi": body.hi,
            "next": body.lo,
        },
    )
