from dataclasses import replace

import msgspec
import pytest
from nacl.signing import SigningKey

from app.domain.leases import Lease, LeaseKind, LeasesOverlap
from app.domain.reference.problems import ReferenceProblems
from app.services.provisioning import ReferenceText
from sync.headquarters.provisioning import Grant, RequestForged, provision
from sync.protocol import EnrolmentRequest


def test_a_request_signed_by_another_key_is_refused(
    asked: EnrolmentRequest, grant: Grant, hq: SigningKey
) -> None:
    forged = msgspec.structs.replace(asked, device_key=bytes(hq.verify_key))

    with pytest.raises(RequestForged):
        provision(forged, grant, hq, 0)


def test_a_request_cannot_be_turned_to_another_counter(
    asked: EnrolmentRequest, grant: Grant, hq: SigningKey
) -> None:
    with pytest.raises(RequestForged):
        provision(msgspec.structs.replace(asked, counter="3"), grant, hq, 0)


def test_overlapping_leases_are_never_signed(
    asked: EnrolmentRequest, grant: Grant, hq: SigningKey
) -> None:
    leases = (*grant.leases, Lease("cp-2", LeaseKind.ITEM, "CP", 500, 501))

    with pytest.raises(LeasesOverlap):
        provision(asked, replace(grant, leases=leases), hq, 0)


def test_faulty_reference_data_is_never_signed(
    asked: EnrolmentRequest, grant: Grant, hq: SigningKey
) -> None:
    gap = grant.reference[0].text.replace("2027-01-01", "2027-02-01")
    reference = (ReferenceText("vat-2026.csv", gap),)

    with pytest.raises(ReferenceProblems):
        provision(asked, replace(grant, reference=reference), hq, 0)
