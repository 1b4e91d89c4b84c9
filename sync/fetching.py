"""Fetching one customer of another province while there is a line; kept here for a month."""

from dataclasses import dataclass
from typing import ClassVar

from app.domain.customer_number import grouped
from app.errors import UserError
from app.store import outbox as boxes
from app.store.cards import cards_await, print_awaited
from app.store.lookups import citizen_lookup
from app.store.pinned import awaited, drop_unused, is_over, pin, pin_customers
from app.store.station import here, writer
from app.store.store import Store
from app.store.taking import take_page
from sync.feed_rows import passed_over, unreadable_stops
from sync.foreign import CustomerAnswer, CustomerQuery
from sync.hello import hello_of
from sync.talking import NotUnderstood, Peer, Revoked, Stopped, TooLarge, ask_or_none, say_hello
from sync.transport import Transport
from sync.wire import Unreadable, unpack

MOST_AT_ONCE = 50
"""Of those of whom a counter has only a card, asked for in one pass."""


@dataclass(eq=False)
class FetchUnreached(UserError):
    """No line to headquarters just now: the card or a new registration are other ways."""

    code: ClassVar[str] = "customer.fetch_unreached"
    number: str


@dataclass(eq=False)
class CustomerNowhere(UserError):
    """Headquarters has nobody with the number either."""

    code: ClassVar[str] = "customer.nowhere"
    number: str


@dataclass(eq=False)
class HolderUnasked(UserError):
    """No line just now: whether another province knows the bearer of a citizen card is open."""

    code: ClassVar[str] = "customer.holder_unasked"


_NO_ANSWER = (Stopped, Revoked, TooLarge, NotUnderstood)


def fetch_customer(store: Store, transport: Transport, number: str, clerk: str) -> str:
    """The number under which the customer now stands here. Raises FetchUnreached, CustomerNowhere.

    A session of its own: it waits for no pass of the sync, and moves nothing of the journal.
    """
    try:
        found = _fetched(store, transport, CustomerQuery(number=number, clerk=clerk))
    except _NO_ANSWER as error:
        raise FetchUnreached(number=grouped(number)) from error
    if not found:
        raise CustomerNowhere(number=grouped(number))
    return found


def fetch_holder(store: Store, transport: Transport, citizen: str, clerk: str) -> str:
    """Under which number the bearer of a citizen number now stands here; "" when nobody knows one.

    Only the keyed hash is sent. Raises HolderUnasked.
    """
    with store.reading() as connection:
        lookup = citizen_lookup(here(connection).lookup_key, citizen)
    try:
        return _fetched(store, transport, CustomerQuery(lookup=lookup, clerk=clerk))
    except _NO_ANSWER as error:
        raise HolderUnasked from error


def _fetched(store: Store, transport: Transport, query: CustomerQuery) -> str:
    answer = _ask(transport, _token(store, transport), query)
    if answer is None:
        return ""
    _take(store, answer)
    return answer.number


def after_pull(store: Store, transport: Transport, token: bytes) -> None:
    """Bring the records of those who were served by their card alone. Raises Stopped."""
    with store.reading() as connection:
        wanted = awaited(connection, MOST_AT_ONCE)
    for number in wanted:
        answer = _ask(transport, token, CustomerQuery(number=number))
        if answer is not None:
            _take(store, answer)


def let_go(store: Store) -> None:
    """After a pass, whatever came of it: print what waited for it, forget whose month is over."""
    with store.reading() as connection:
        due = cards_await(connection) or is_over(connection, store.clock.now_ms())
    if due:
        with store.noting() as connection:
            print_awaited(connection, store.clock.now_ms())
            drop_unused(connection, store.clock.now_ms())


def _token(store: Store, transport: Transport) -> bytes:
    with store.reading() as connection:
        box, link = boxes.outbox(connection), boxes.link(connection)
        stands = writer(connection)
    if box is None or link is None:
        raise Stopped("sync.unreached")
    peer = Peer(store.secrets.signing_key, stands.hq_keys)
    _, token = say_hello(transport, peer, hello_of(store, box, link, stands, None))
    return token


def _ask(transport: Transport, token: bytes, query: CustomerQuery) -> CustomerAnswer | None:
    body = ask_or_none(transport, "/v1/customer", query, token)
    if body is None:
        return None
    try:
        return unpack(body, CustomerAnswer)
    except Unreadable as error:
        raise Stopped("sync.answer_unreadable") from error


def _take(store: Store, answer: CustomerAnswer) -> None:
    now_ms = store.clock.now_ms()
    with store.noting() as connection, unreadable_stops():
        passed_over(take_page(connection, answer.rows, now_ms))
        if answer.pinned:
            pin(connection, answer.uid, now_ms)
            pin_customers(connection, answer.rows, now_ms)
