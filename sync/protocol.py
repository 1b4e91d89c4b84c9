"""The wire between a terminal and headquarters: msgspec structs, each with its version.

A struct travels as a map with named fields; a field that this version does not know is passed
over. Everything signed is signed as bytes: ``Signed.payload`` is never encoded again before it is
checked. ``docs/protocol.md`` describes the bytes.
"""

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from app.domain.leases import Lease

PROVISIONING_FORM = "tem-provisioning/1"
PROVISIONING_PREFIX = b"TEM1V"
"""Stands before the payload of a provisioning file when it is signed."""

REQUEST_PREFIX = b"TEM1N"
"""Stands before the statement of an enrolment request when it is signed."""

LEASE_PREFIX = b"TEM1K"
"""Stands before the statement of a lease when headquarters signs it."""

PublicKey = Annotated[bytes, Meta(min_length=32, max_length=32)]
Secret = Annotated[bytes, Meta(min_length=32, max_length=32)]
Signature = Annotated[bytes, Meta(min_length=64, max_length=64)]
Nonce = Annotated[bytes, Meta(min_length=32, max_length=32)]
Office = Annotated[str, Meta(pattern=r"^\d{6}$")]
Counter = Annotated[str, Meta(pattern=r"^[1-9]\d?$")]


class Signed(msgspec.Struct, frozen=True, kw_only=True):
    """``signature`` by ``key`` over a prefix that names the purpose, then ``payload``."""

    payload: bytes
    key: PublicKey
    signature: Signature


class FormOnly(msgspec.Struct, frozen=True, kw_only=True):
    """What every version of a payload begins with: the name of its form."""

    form: str


class EnrolmentRequest(msgspec.Struct, frozen=True, kw_only=True):
    """A new terminal shows its key. The signature proves that it holds the private half."""

    office: Office
    counter: Counter
    device_key: PublicKey
    nonce: Nonce
    signature: Signature


class WireOperator(msgspec.Struct, frozen=True, kw_only=True):
    """The postal operator as its documents name it."""

    name: str
    tax_code: str


class WireClerk(msgspec.Struct, frozen=True, kw_only=True):
    """``pin_hash`` is an argon2id string; the PIN itself never travels."""

    id: Annotated[int, Meta(ge=1, lt=2**32)]
    code: Annotated[str, Meta(min_length=1, max_length=32)]
    name: Annotated[str, Meta(min_length=1, max_length=100)]
    role: Literal["clerk", "supervisor"]
    pin_hash: Annotated[str, Meta(pattern=r"^\$argon2id\$")]


class WireLease(msgspec.Struct, frozen=True, kw_only=True):
    """Serials ``lo`` … ``hi`` under ``prefix``, bound to the terminal and epoch of the file.

    ``proof`` is headquarters' signature over ``lease_statement``.
    """

    lease_id: Annotated[str, Meta(min_length=1, max_length=64)]
    kind: Literal["customer", "item", "receipt"]
    prefix: Annotated[str, Meta(min_length=1, max_length=16)]
    lo: Annotated[int, Meta(ge=0)]
    hi: Annotated[int, Meta(ge=0)]
    proof: bytes = b""


class WireReference(msgspec.Struct, frozen=True, kw_only=True):
    """One dated reference file, exactly as published."""

    name: str
    text: str


class Provisioning(msgspec.Struct, frozen=True, kw_only=True):
    """All that makes a device the counter of an office.

    ``lookup_key`` keys the hashes by which citizen numbers are found. ``nonce`` repeats that of
    the request: it enters the first hash of the terminal's journal.
    """

    form: str
    issued_ms: int
    terminal: Annotated[int, Meta(ge=1, lt=2**32)]
    epoch: Annotated[int, Meta(ge=1, lt=2**16)]
    office: Office
    counter: Counter
    device_key: PublicKey
    nonce: Nonce
    hq_keys: Annotated[tuple[PublicKey, ...], Meta(min_length=1)]
    lookup_key: Secret
    operator: WireOperator
    clerks: tuple[WireClerk, ...]
    leases: tuple[WireLease, ...]
    reference: tuple[WireReference, ...]


def request_statement(office: str, counter: str, device_key: bytes, nonce: bytes) -> bytes:
    """The bytes that an enrolment request signs."""
    return REQUEST_PREFIX + msgspec.msgpack.encode([office, counter, device_key, nonce])


def lease_statement(terminal: int, epoch: int, lease: Lease) -> bytes:
    """The bytes by which headquarters vouches that it lent a range to one writer."""
    told = [terminal, epoch, lease.lease_id, lease.kind.value, lease.prefix, lease.lo, lease.hi]
    return LEASE_PREFIX + msgspec.msgpack.encode(told)
