"""A counter and its headquarters: enrolment by a one-time code, and the sync between them."""

from collections.abc import Iterator
from contextlib import contextmanager

from app.bootstrap.opening import enrol, open_or_create, trust_folder
from app.clock import Clock
from app.domain.customer_number import grouped
from app.services.provisioning import EnrolledTerminal
from app.settings import Home
from app.store import outbox
from app.store.store import Store
from sync.calling import call_for_provisioning
from sync.codes import parse_code
from sync.engine import Engine, NotLinked
from sync.fetching import FetchUnreached, HolderUnasked, fetch_customer, fetch_holder
from sync.transport import HttpTransport
from sync.trust import trust, trusted_keys

PATIENCE_S = 10.0
"""Longer nobody waits for an answer while a customer stands at the window."""

FORM_WAITS_S = 3.0
"""The registration of whoever just gave a citizen card waits no longer than this."""


def enrol_by_code(home: Home, url: str, code: str, clock: Clock | None = None) -> EnrolledTerminal:
    """Become the counter that headquarters at ``url`` gave ``code`` for.

    What is sent can be sent again: after a lost answer the same command ends the same way.
    """
    parsed = parse_code(code)
    transport = HttpTransport(url)
    store = open_or_create(home, clock)
    try:
        known = trusted_keys(trust_folder(home))
        answer = call_for_provisioning(transport, parsed, store.secrets.signing_key, known)
        trust(trust_folder(home), "headquarters", answer.key)
        done = enrol(store, answer.file)
        with store.noting() as connection:
            outbox.set_link(connection, url)
        return done
    finally:
        transport.close()
        store.close()


def fetch(store: Store, number: str, clerk: str) -> str:
    """Ask headquarters for a customer, for as long as somebody waits at the window.

    Raises FetchUnreached, CustomerNowhere.
    """
    with _asking(store, PATIENCE_S) as transport:
        if transport is None:
            raise FetchUnreached(number=grouped(number))
        return fetch_customer(store, transport, number, clerk)


def seek_holder(store: Store, citizen: str, clerk: str) -> str:
    """Ask headquarters, by the hash alone, whether anybody has this citizen number; "" if nobody.

    Raises HolderUnasked.
    """
    with _asking(store, FORM_WAITS_S) as transport:
        if transport is None:
            raise HolderUnasked
        return fetch_holder(store, transport, citizen, clerk)


@contextmanager
def _asking(store: Store, patience_s: float) -> Iterator[HttpTransport | None]:
    """None for a counter that no line leads to."""
    with store.reading() as connection:
        link = outbox.link(connection)
    if link is None or not link.url:
        yield None
        return
    transport = HttpTransport(link.url, read_s=patience_s)
    try:
        yield transport
    finally:
        transport.close()


@contextmanager
def linked_engine(store: Store) -> Iterator[Engine]:
    """The engine for the headquarters that ``store`` was enrolled by. Raises NotLinked."""
    with store.reading() as connection:
        link = outbox.link(connection)
    if link is None or not link.url:
        raise NotLinked
    transport = HttpTransport(link.url)
    try:
        yield Engine(store, transport)
    finally:
        transport.close()
