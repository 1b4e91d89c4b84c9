"""Enrolment on the terminal's side: ask to be enrolled, and open the answer with due distrust."""

import hashlib
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from typing import ClassVar

import msgspec
from nacl.exceptions import BadSignatureError
from nacl.signing import SigningKey, VerifyKey

from app.domain.identities import Clerk, Role
from app.domain.leases import Lease, LeaseKind, check_leases
from app.errors import UserError
from app.ids import random_bytes
from app.services.provisioning import EnrolTerminal, ProvisionedClerk, ReferenceText
from sync.protocol import (
    PROVISIONING_FORM,
    PROVISIONING_PREFIX,
    EnrolmentRequest,
    FormOnly,
    Provisioning,
    Signed,
    WireClerk,
    request_statement,
)

LARGEST_FILE = 64 * 1024 * 1024
"""Bytes. A provisioning file with every commune of the country is under 2 MB."""


@dataclass(eq=False)
class ProvisioningUnreadable(UserError):
    """Cut short, or no provisioning file at all."""

    code: ClassVar[str] = "provisioning.unreadable"


@dataclass(eq=False)
class ProvisioningAltered(UserError):
    """The signature does not fit the bytes: something changed after headquarters signed."""

    code: ClassVar[str] = "provisioning.altered"


@dataclass(eq=False)
class ProvisioningUntrusted(UserError):
    """Signed by a key that this installation has no reason to trust."""

    code: ClassVar[str] = "provisioning.untrusted"


@dataclass(eq=False)
class ProvisioningForAnother(UserError):
    """Made for the key of another terminal."""

    code: ClassVar[str] = "provisioning.for_another"
    office: str
    counter: str


@dataclass(eq=False)
class ProvisioningFormNewer(UserError):
    """A later version of the form than this program can read."""

    code: ClassVar[str] = "provisioning.form_newer"
    form: str


@dataclass(eq=False)
class ProvisioningFormUnknown(UserError):
    """Signed by headquarters, but another kind of file."""

    code: ClassVar[str] = "provisioning.form_unknown"
    form: str


def make_request(office: str, counter: str, device_key: SigningKey) -> EnrolmentRequest:
    """Ask that the holder of ``device_key`` become counter ``counter`` of ``office``."""
    public, nonce = bytes(device_key.verify_key), random_bytes(32)
    statement = request_statement(office, counter, public, nonce)
    return EnrolmentRequest(
        office=office,
        counter=counter,
        device_key=public,
        nonce=nonce,
        signature=device_key.sign(statement).signature,
    )


def open_provisioning(file: bytes, trusted: Collection[bytes], device_key: bytes) -> EnrolTerminal:
    """Check ``file`` from the outside in and return what it says.

    ``trusted``: the public keys whose provisioning this installation believes.
    ``device_key``: this device's own public key; a file for any other is refused.
    """
    signed = _open_envelope(file, trusted)
    provisioning = _decode(signed.payload)
    if provisioning.device_key != device_key:
        raise ProvisioningForAnother(office=provisioning.office, counter=provisioning.counter)
    enrolment = _enrolment(provisioning, signed)
    check_leases(enrolment.leases)
    return enrolment


def _open_envelope(file: bytes, trusted: Collection[bytes]) -> Signed:
    if len(file) > LARGEST_FILE:
        raise ProvisioningUnreadable
    try:
        signed = msgspec.msgpack.decode(file, type=Signed)
    except msgspec.DecodeError as error:
        raise ProvisioningUnreadable from error
    if signed.key not in trusted:
        raise ProvisioningUntrusted
    try:
        VerifyKey(signed.key).verify(PROVISIONING_PREFIX + signed.payload, signed.signature)
    except BadSignatureError as error:
        raise ProvisioningAltered from error
    return signed


def _decode(payload: bytes) -> Provisioning:
    try:
        form = msgspec.msgpack.decode(payload, type=FormOnly).form
        if form != PROVISIONING_FORM:
            raise _wrong_form(form)
        return msgspec.msgpack.decode(payload, type=Provisioning)
    except msgspec.DecodeError as error:
        raise ProvisioningUnreadable from error


def _wrong_form(form: str) -> UserError:
    name, _, version = form.partition("/")
    known_name, _, known_version = PROVISIONING_FORM.partition("/")
    if name == known_name and version.isdecimal() and int(version) > int(known_version):
        return ProvisioningFormNewer(form=form)
    return ProvisioningFormUnknown(form=form[:60])


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _clerk(wire: WireClerk) -> ProvisionedClerk:
    clerk = Clerk(wire.id, wire.code, _nfc(wire.name), Role(wire.role))
    return ProvisionedClerk(clerk, wire.pin_hash)


def _enrolment(provisioning: Provisioning, signed: Signed) -> EnrolTerminal:
    return EnrolTerminal(
        terminal=provisioning.terminal,
        epoch=provisioning.epoch,
        office=provisioning.office,
        counter=provisioning.counter,
        device_key=provisioning.device_key,
        nonce=provisioning.nonce,
        hq_keys=provisioning.hq_keys,
        lookup_key=provisioning.lookup_key,
        operator=_nfc(provisioning.operator.name),
        tax_code=provisioning.operator.tax_code,
        clerks=tuple(_clerk(each) for each in provisioning.clerks),
        leases=tuple(
            Lease(each.lease_id, LeaseKind(each.kind), each.prefix, each.lo, each.hi, each.proof)
            for each in provisioning.leases
        ),
        reference=tuple(ReferenceText(each.name, each.text) for each in provisioning.reference),
        issued_ms=provisioning.issued_ms,
        signed_by=signed.key,
        digest=hashlib.sha256(signed.payload).digest(),
    )
