"""What stands beside a customer's record, as one object: organisation, links, addresses, consents.

Each row belongs to exactly one customer; a link belongs to the person. Merges are told apart.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Any

import msgspec
import sqlalchemy as sa
from msgspec.structs import replace

from app.store.among import Among
from app.store.origins import Origin, seq_here
from app.store.tables.relations import (
    consent,
    customer_address,
    customer_holder,
    customer_link,
    customer_standing,
    organisation,
)

Uid = Annotated[bytes, msgspec.Meta(min_length=16, max_length=16)]


class OrganisationRow(msgspec.Struct, frozen=True, array_like=True):
    form: str
    tax_code: str
    parent: Uid | None
    seq: int


class LinkRow(msgspec.Struct, frozen=True, array_like=True):
    link: bytes
    organisation: Uid
    role: str
    note: str
    since_ms: int
    ended_ms: int | None
    seq: int


class AddressRow(msgspec.Struct, frozen=True, array_like=True):
    address: bytes
    use: str
    street: str
    commune: str
    scheme: str
    as_written: str
    line: str
    printed: int
    since_ms: int
    dropped_ms: int | None
    seq: int


class HolderRow(msgspec.Struct, frozen=True, array_like=True):
    seq: int
    former: str
    holder: str
    at_ms: int
    reason: str
    document: str
    clerk_name: str
    approver: str


class StandingRow(msgspec.Struct, frozen=True, array_like=True):
    standing: str
    reason: str
    since_ms: int
    seq: int


class ConsentRow(msgspec.Struct, frozen=True, array_like=True):
    seq: int
    purpose: str
    given: int
    text_version: str
    language: str
    channel: str
    clerk_name: str
    at_ms: int


class Bundle(msgspec.Struct, frozen=True, array_like=True):
    """All that stands beside one customer. ``origins`` says whose the places in it are.

    An organisation and a standing are there once or not at all.
    """

    uid: Uid
    origins: list[Origin] = []
    organisations: list[OrganisationRow] = []
    links: list[LinkRow] = []
    addresses: list[AddressRow] = []
    holders: list[HolderRow] = []
    standings: list[StandingRow] = []
    consents: list[ConsentRow] = []

    @property
    def empty(self) -> bool:
        return not any(getattr(self, part.name) for part in PARTS)


@dataclass(frozen=True, slots=True)
class PartOfBundle:
    """Where one kind of row stands, and the column that names its customer."""

    name: str
    table: sa.Table
    owner: sa.Column[bytes]
    row: type[msgspec.Struct]


PARTS = (
    PartOfBundle("organisations", organisation, organisation.c.uid, OrganisationRow),
    PartOfBundle("links", customer_link, customer_link.c.person, LinkRow),
    PartOfBundle("addresses", customer_address, customer_address.c.uid, AddressRow),
    PartOfBundle("holders", customer_holder, customer_holder.c.uid, HolderRow),
    PartOfBundle("standings", customer_standing, customer_standing.c.uid, StandingRow),
    PartOfBundle("consents", consent, consent.c.uid, ConsentRow),
)


def _rows_of(part: PartOfBundle) -> Among:
    """The owner, then the row; in the order of their keys."""
    columns = [part.table.c[name] for name in part.row.__struct_fields__]
    query = sa.select(part.owner, *columns).order_by(*part.table.primary_key.columns)
    return Among(lambda one_of: query.where(one_of(part.owner)))


_ROWS = tuple((part, _rows_of(part)) for part in PARTS)


def bundles_of(connection: sa.Connection, uids: Sequence[bytes]) -> list[Bundle]:
    """One for each of ``uids``, empty ones too, as the rows stand here; without origins."""
    found: dict[bytes, dict[str, list[Any]]] = {uid: defaultdict(list) for uid in uids}
    for part, rows in _ROWS:
        for owner, *values in rows.all(connection, uids):
            found[owner][part.name].append(part.row(*values))
    return [Bundle(uid, **parts) for uid, parts in found.items()]


def places_in(bundle: Bundle) -> set[int]:
    """Every entry that the rows name."""
    return {row.seq for part in PARTS for row in getattr(bundle, part.name)}


def as_named_here(bundle: Bundle, own: int) -> Bundle:
    """The same with entries named as the counter does whose number at headquarters is ``own``."""
    parts = {
        part.name: sorted(
            (replace(row, seq=seq_here(row.seq, own)) for row in getattr(bundle, part.name)),
            key=lambda row: row.seq if part.name in _BY_SEQ else 0,
        )
        for part in PARTS
    }
    return Bundle(bundle.uid, **parts)


_BY_SEQ = ("holders", "consents")
"""Whose rows stand in the order of their entries."""
