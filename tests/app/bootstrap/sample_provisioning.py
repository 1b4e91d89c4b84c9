"""A headquarters without a database: it only signs the file that enrols the sample counter."""

from dataclasses import dataclass

from nacl.signing import SigningKey

from app.cli.sample_branch import COUNTER, OFFICE, OPERATOR, PEOPLE, TAX_CODE
from app.clock import utc
from app.domain.leases import Lease, LeaseKind
from app.domain.reference.book import ReferenceBook
from app.domain.reference.shipped import shipped_reference
from app.services.provisioning import ProvisionedClerk, ReferenceText
from app.services.signing_in import hash_pin
from sync.headquarters.provisioning import Grant, provision
from sync.protocol import EnrolmentRequest

TERMINAL, LEASED = 7001, 5_000


@dataclass(frozen=True)
class Signer:
    signing_key: SigningKey
    lookup_key: bytes

    @property
    def public_key(self) -> bytes:
        return bytes(self.signing_key.verify_key)

    def answer(self, request: EnrolmentRequest, now_ms: int) -> bytes:
        reference = shipped_reference()
        book = ReferenceBook.of(reference, utc(now_ms))
        prefixes = [
            (LeaseKind.CUSTOMER, "0126"),
            (LeaseKind.RECEIPT, f"{OFFICE}-{COUNTER}"),
            *((LeaseKind.ITEM, service.s10_prefix) for service in book.services),
        ]
        grant = Grant(
            terminal=TERMINAL,
            epoch=1,
            lookup_key=self.lookup_key,
            operator=OPERATOR,
            tax_code=TAX_CODE,
            clerks=tuple(ProvisionedClerk(each.clerk, hash_pin(each.pin)) for each in PEOPLE),
            leases=tuple(
                Lease(f"{TERMINAL}-1-{prefix}-1", kind, prefix, 1, LEASED)
                for kind, prefix in prefixes
            ),
            reference=tuple(ReferenceText(file.name, file.text) for file in reference),
        )
        return provision(request, grant, self.signing_key, now_ms)


HQ = Signer(SigningKey(bytes(32)), bytes(32))
