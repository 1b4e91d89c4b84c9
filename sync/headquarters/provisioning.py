"""Headquarters' side of enrolment: make and sign the provisioning file for one device."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

import msgspec
from nacl.exceptions import BadSignatureError
from nacl.signing import SigningKey, VerifyKey

from app.domain.leases import Lease, check_leases
from app.domain.reference.validation import check_reference
from app.errors import UserError
from app.services.provisioning import ProvisionedClerk, ReferenceText
from sync.protocol import (
    PROVISIONING_FORM,
    PROVISIONING_PREFIX,
    EnrolmentRequest,
    Provisioning,
    Signed,
    WireClerk,
    WireLease,
    WireOperator,
    WireReference,
    lease_statement,
    request_statement,
)


@dataclass(eq=False)
class RequestForged(UserError):
    """The sender of an enrolment request does not hold the key that it shows."""

    code: ClassVar[str] = "enrolment.forged"


@dataclass(frozen=True, slots=True)
class Device:
    """Whose file it is: the counter, its key and the nonce that began its journal."""

    office: str
    counter: str
    device_key: bytes
    nonce: bytes


@dataclass(frozen=True, slots=True)
class Grant:
    """What headquarters gives to one terminal. ``lookup_key`` (32 bytes) is one per scheme."""

    terminal: int
    epoch: int
    lookup_key: bytes
    operator: str
    tax_code: str
    clerks: Sequence[ProvisionedClerk]
    leases: Sequence[Lease]
    reference: Sequence[ReferenceText]


def provision(
    request: EnrolmentRequest, grant: Grant, signing_key: SigningKey, issued_ms: int
) -> bytes:
    """The signed file (``.temprov``) that enrols the device of ``request``.

    Raises RequestForged, or what ``check_leases`` and the reference data's validator raise: a
    file that a terminal would refuse is never signed.
    """
    check_request(request)
    check_reference((each.name, each.text) for each in grant.reference)
    device = Device(request.office, request.counter, request.device_key, request.nonce)
    return renew(device, grant, signing_key, issued_ms)


def renew(device: Device, grant: Grant, signing_key: SigningKey, issued_ms: int) -> bytes:
    """As ``provision``, for a device that proved its key and reference data that were checked."""
    check_leases(grant.leases)
    payload = msgspec.msgpack.encode(_contents(device, grant, signing_key, issued_ms))
    signature = signing_key.sign(PROVISIONING_PREFIX + payload).signature
    return msgspec.msgpack.encode(
        Signed(payload=payload, key=bytes(signing_key.verify_key), signature=signature)
    )


def check_request(request: EnrolmentRequest) -> None:
    """Raise RequestForged unless the sender holds the key that it shows."""
    statement = request_statement(
        request.office, request.counter, request.device_key, request.nonce
    )
    try:
        VerifyKey(request.device_key).verify(statement, request.signature)
    except BadSignatureError as error:
        raise RequestForged from error


def _contents(
    device: Device, grant: Grant, signing_key: SigningKey, issued_ms: int
) -> Provisioning:
    return Provisioning(
        form=PROVISIONING_FORM,
        issued_ms=issued_ms,
        terminal=grant.terminal,
        epoch=grant.epoch,
        office=device.office,
        counter=device.counter,
        device_key=device.device_key,
        nonce=device.nonce,
        hq_keys=(bytes(signing_key.verify_key),),
        lookup_key=grant.lookup_key,
        operator=WireOperator(name=grant.operator, tax_code=grant.tax_code),
        clerks=tuple(_wire_clerk(each) for each in grant.clerks),
        leases=tuple(_wire_lease(grant, each, signing_key) for each in grant.leases),
        reference=tuple(WireReference(name=each.name, text=each.text) for each in grant.reference),
    )


def _wire_clerk(provisioned: ProvisionedClerk) -> WireClerk:
    clerk = provisioned.clerk
    return WireClerk(
        id=clerk.id,
        code=clerk.code,
        name=clerk.name,
        role=clerk.role.value,
        pin_hash=provisioned.pin_hash,
    )


def _wire_lease(grant: Grant, lease: Lease, signing_key: SigningKey) -> WireLease:
    statement = lease_statement(grant.terminal, grant.epoch, lease)
    return WireLease(
        lease_id=lease.lease_id,
        kind=lease.kind.value,
        prefix=lease.prefix,
        lo=lease.lo,
        hi=lease.hi,
        proof=signing_key.sign(statement).signature,
    )
