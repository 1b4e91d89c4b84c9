"""Headquarters and the branch of ``tem demo``: a key of its own, people, ranges of numbers.

It speaks to the terminal only through the enrolment request and the provisioning file, as the real
one does.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import ClassVar

from nacl.signing import SigningKey
from nacl.utils import random

from app.domain.calendar import local_day
from app.domain.identities import Clerk, Role
from app.domain.leases import Lease, LeaseKind
from app.domain.places import Place
from app.domain.reference.book import ReferenceBook
from app.domain.reference.shipped import shipped_reference
from app.domain.reference.units import parse_communes
from app.domain.reference.versions import valid_on
from app.errors import UserError
from app.services.provisioning import ProvisionedClerk, ReferenceText
from app.services.signing_in import hash_pin
from app.store.durable import write_durably
from sync.headquarters.provisioning import Grant, provision
from sync.protocol import EnrolmentRequest

OFFICE, COUNTER, TERMINAL = "100950", "2", 7001
OPERATOR, TAX_CODE = "Bưu điện Minh Họa", "0199999991"
LEASED = 5_000
"""Numbers of each kind that the sample terminal starts with."""


@dataclass(eq=False)
class SampleKeysDamaged(UserError):
    """The keys of the sample headquarters are cut or altered."""

    code: ClassVar[str] = "demo.keys_damaged"
    path: str


@dataclass(frozen=True, slots=True)
class SampleClerk:
    """Only sample people have a PIN in the clear: it is shown, so that one can sign in."""

    clerk: Clerk
    pin: str


PEOPLE = (
    SampleClerk(Clerk(1, "gdv1", "Trần Minh Châu", Role.CLERK), "246810"),
    SampleClerk(Clerk(2, "gdv2", "Nguyễn Thị Phương Thảo", Role.CLERK), "135790"),
    SampleClerk(Clerk(3, "tbc", "Lê Hồng Phúc", Role.SUPERVISOR), "864209"),
)


@dataclass(frozen=True, slots=True)
class SampleHeadquarters:
    """``lookup_key`` is the one by which all counters of the sample country find citizens."""

    signing_key: SigningKey
    lookup_key: bytes

    @property
    def public_key(self) -> bytes:
        return bytes(self.signing_key.verify_key)

    def answer(self, request: EnrolmentRequest, now: datetime) -> bytes:
        """The provisioning file for the terminal that asks."""
        reference = shipped_reference()
        book = ReferenceBook.of(reference, now)
        grant = Grant(
            terminal=TERMINAL,
            epoch=1,
            lookup_key=self.lookup_key,
            operator=OPERATOR,
            tax_code=TAX_CODE,
            clerks=_with_hashed_pins(PEOPLE),
            leases=_leases(book, now),
            reference=tuple(ReferenceText(file.name, file.text) for file in reference),
        )
        return provision(request, grant, self.signing_key, round(now.timestamp() * 1000))


def sample_headquarters(file: Path) -> SampleHeadquarters:
    """The headquarters whose keys lie in ``file``; a new one where there is none.

    Raises SampleKeysDamaged.
    """
    if file.exists():
        return _kept(file)
    seed, lookup_key = random(32), random(32)
    made = json.dumps({"signing": seed.hex(), "lookup": lookup_key.hex()})
    write_durably(file, made.encode("ascii"), mode=0o600)
    return SampleHeadquarters(SigningKey(seed), lookup_key)


def _kept(file: Path) -> SampleHeadquarters:
    try:
        kept = json.loads(file.read_text(encoding="ascii"))
        seed, lookup_key = bytes.fromhex(kept["signing"]), bytes.fromhex(kept["lookup"])
        return SampleHeadquarters(SigningKey(seed), lookup_key)
    except (ValueError, KeyError, TypeError) as error:
        raise SampleKeysDamaged(path=str(file)) from error


def communes_around(office: str, now: datetime) -> tuple[Place, ...]:
    """The communes in force in the province of ``office``."""
    files = shipped_reference()
    valid = valid_on(files, local_day(now))
    province = ReferenceBook.of(files, now).office(office).province
    places = parse_communes(valid["communes"][0], valid["provinces"][0])
    return tuple(place for place in places if place.province_code == province)


def _with_hashed_pins(people: Sequence[SampleClerk]) -> tuple[ProvisionedClerk, ...]:
    return tuple(ProvisionedClerk(each.clerk, hash_pin(each.pin)) for each in people)


def _leases(book: ReferenceBook, now: datetime) -> tuple[Lease, ...]:
    province = book.office(OFFICE).province
    prefixes = [
        (LeaseKind.CUSTOMER, f"{province}{local_day(now).year % 100:02d}"),
        (LeaseKind.RECEIPT, f"{OFFICE}-{COUNTER}"),
        *((LeaseKind.ITEM, service.s10_prefix) for service in book.services),
    ]
    return tuple(
        Lease(f"{TERMINAL}-1-{prefix}-1", kind, prefix, 1, LEASED) for kind, prefix in prefixes
    )
