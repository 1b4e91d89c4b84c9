"""Use case: become, or go on being, the terminal that a verified provisioning file describes."""

from dataclasses import dataclass

from app.domain.identities import Clerk
from app.domain.leases import Lease


@dataclass(frozen=True, slots=True)
class ProvisionedClerk:
    """``pin_hash`` is an argon2id string."""

    clerk: Clerk
    pin_hash: str


@dataclass(frozen=True, slots=True)
class ReferenceText:
    """One dated reference file, exactly as published."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class EnrolTerminal:
    """The contents of a provisioning file whose signature and addressee were checked.

    ``signed_by`` is the key of headquarters that signed it; ``digest`` is the SHA-256 of the
    signed payload, by which the journal names the file.
    """

    terminal: int
    epoch: int
    office: str
    counter: str
    device_key: bytes
    nonce: bytes
    hq_keys: tuple[bytes, ...]
    lookup_key: bytes
    operator: str
    tax_code: str
    clerks: tuple[ProvisionedClerk, ...]
    leases: tuple[Lease, ...]
    reference: tuple[ReferenceText, ...]
    issued_ms: int
    signed_by: bytes
    digest: bytes
