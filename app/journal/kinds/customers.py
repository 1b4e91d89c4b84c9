"""Entries about customers: one fact, edit commands with from and to, and lawful erasure."""

from typing import ClassVar

import msgspec

from app.journal.kinds.body import Body

Value = str | int | list[str] | None


class Citizen(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``lookup`` is the keyed hash that every counter searches by (docs/protocol.md)."""

    number: str
    lookup: bytes
    source: str
    old_number: str
    old_lookup: bytes | None
    issued_on: str | None


class CustomerRegistered(Body, frozen=True, kw_only=True):
    """A person got a number for life."""

    NUMBER: ClassVar[int] = 10
    NAME: ClassVar[str] = "customer.registered"

    uid: bytes
    number: str
    office: str
    full_name: str
    birth_date: str | None
    sex: str | None
    citizen: Citizen | None
    phones: list[str]
    street: str
    commune: str
    scheme: str
    alert_note: str


CHANGEABLE = frozenset(
    ("full_name", "birth_date", "sex", "citizen", "phones", "street", "commune", "scheme",
     "alert_note")
)  # fmt: skip
"""What an edit may be of. Number and identity of a record are for life, whatever an entry says."""


class Change(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``was`` is what the clerk saw; headquarters merges three ways by it.

    ``field`` is one of CHANGEABLE, or a fold refuses it.
    """

    field: str
    was: Value
    to: Value


class CustomerEdited(Body, frozen=True, kw_only=True):
    """An edit command. ``citizen`` stands beside the changes because it carries its lookups."""

    NUMBER: ClassVar[int] = 11
    NAME: ClassVar[str] = "customer.edited"

    uid: bytes
    base_version: int
    changes: list[Change]
    citizen: Citizen | None


class CustomerErased(Body, frozen=True, kw_only=True):
    """Personal data erased by law: the bodies of ``seqs`` go, their hashes stay."""

    NUMBER: ClassVar[int] = 12
    NAME: ClassVar[str] = "customer.erased"

    uid: bytes
    number: str
    seqs: list[int]
    reason: str
