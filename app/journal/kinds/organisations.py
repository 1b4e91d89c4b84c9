"""Entries about organisations, those who act for them, and the further addresses of a customer.

An organisation is a customer like any other: ``customer.registered`` gave it its number, and
``organisation.described`` in the same transaction says what it is.
"""

from typing import ClassVar

import msgspec

from app.journal.kinds.body import Body


class Description(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``form``: company, branch, agency. ``parent`` is the whole that a branch belongs to."""

    form: str
    tax_code: str
    parent: bytes | None


class OrganisationDescribed(Body, frozen=True, kw_only=True):
    """What kind of organisation a customer is. ``was`` is what the clerk saw, None the first time.

    Headquarters merges three ways by ``was``.
    """

    NUMBER: ClassVar[int] = 13
    NAME: ClassVar[str] = "organisation.described"

    uid: bytes
    was: Description | None
    to: Description


class CustomerLinked(Body, frozen=True, kw_only=True):
    """A person acts for an organisation. ``link`` names this link for ever."""

    NUMBER: ClassVar[int] = 14
    NAME: ClassVar[str] = "customer.linked"

    link: bytes
    person: bytes
    organisation: bytes
    role: str
    note: str


class CustomerUnlinked(Body, frozen=True, kw_only=True):
    """From now on no longer; the link stays in the history."""

    NUMBER: ClassVar[int] = 15
    NAME: ClassVar[str] = "customer.unlinked"

    link: bytes
    person: bytes
    reason: str


class AddressNoted(Body, frozen=True, kw_only=True):
    """A further address of a customer, and of an old one its very words.

    ``use``: old, pickup, delivery, billing. ``as_written`` keeps a three-level address as it was
    given. ``street``, ``commune`` and ``scheme`` are today's, "" until converted, and ``line`` is
    both in one line. ``printed`` 1: what was written stands on the sender's papers too.
    """

    NUMBER: ClassVar[int] = 63
    NAME: ClassVar[str] = "address.noted"

    address: bytes
    uid: bytes
    use: str
    street: str
    commune: str
    scheme: str
    as_written: str
    line: str
    printed: int


class AddressDropped(Body, frozen=True, kw_only=True):
    """The address is no longer used; the history keeps it."""

    NUMBER: ClassVar[int] = 64
    NAME: ClassVar[str] = "address.dropped"

    address: bytes
    uid: bytes
