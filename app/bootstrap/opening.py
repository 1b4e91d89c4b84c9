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

KEY_BYTES = 32


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
    """Check a provisioning file and take it in, or raise what is wrong with it.

    Believed are the anchors of this installation and the keys that the file before named.
    """
    device_key = bytes(store.secrets.signing_key.verify_key)
    trusted = trusted_keys(trust_folder(store.home)) | keys_of_headquarters(store)
    command = open_provisioning(file, trusted, device_key)
    return enrol_terminal(command, store.unit_of_work())


def keys_of_headquarters(store: Store) -> frozenset[bytes]:
    """The public keys that headquarters said it signs with from now on; none before enrolment."""
    with store.reading() as connection:
        joined: bytes = connection.scalar(sa.select(terminal.c.hq_keys)) or b""
    return frozenset(joined[at : at + KEY_BYTES] for at in range(0, len(joined), KEY_BYTES))


def trust_folder(home: Home) -> Path:
    """Where the trust anchors of this installation lie."""
    return home.root / "trust"
