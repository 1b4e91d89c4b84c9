"""Opening the home of a counter, and enrolling it by a provisioning file."""

from pathlib import Path

import sqlalchemy as sa

from app.clock import Clock
from app.services.provisioning import EnrolledTerminal, enrol_terminal
from app.settings import Home
from app.store.faults import StoreMissing
from app.store.store import Store, create_store, open_store
from app.store.tables.customers import customer
from app.store.tables.station import terminal
from sync.enrolment import open_provisioning
from sync.trust import trusted_keys


def open_or_create(home: Home, clock: Clock | None = None) -> Store:
    """The store of ``home``; a new one, not yet enrolled, where there is none."""
    if home.database.exists():
        return open_store(home, clock)
    return create_store(home, clock)


def open_enrolled(home: Home, clock: Clock | None = None) -> Store:
    """The store of a counter ready for work. Raises StoreMissing until it is enrolled."""
    store = open_store(home, clock)
    if not is_enrolled(store):
        store.close()
        raise StoreMissing
    return store


def is_enrolled(store: Store) -> bool:
    """Whether headquarters has said who this terminal is."""
    with store.reading() as connection:
        return connection.scalar(sa.select(terminal.c.terminal)) is not None


def has_customer(store: Store, uid: bytes) -> bool:
    """Whether this store holds the customer, whoever registered it."""
    with store.reading() as connection:
        return connection.scalar(sa.select(customer.c.id).where(customer.c.uid == uid)) is not None


def enrol(store: Store, file: bytes) -> EnrolledTerminal:
    """Check a provisioning file and take it in, or raise what is wrong with it."""
    device_key = bytes(store.secrets.signing_key.verify_key)
    command = open_provisioning(file, trusted_keys(trust_folder(store.home)), device_key)
    return enrol_terminal(command, store.unit_of_work())


def trust_folder(home: Home) -> Path:
    """Where the trust anchors of this installation lie."""
    return home.root / "trust"
