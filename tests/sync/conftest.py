from collections.abc import Iterator
from pathlib import Path

import pytest
from nacl.signing import SigningKey

from app.bench.postgres import Postgres, postgres
from app.domain.identities import Clerk, Role
from app.domain.leases import Lease, LeaseKind
from app.services.provisioning import ProvisionedClerk, ReferenceText
from sync.enrolment import make_request
from sync.headquarters.database import open_postgresql
from sync.headquarters.provisioning import Grant, provision
from sync.protocol import EnrolmentRequest
from tests.sync.country import Country, an_embedded_country

VAT = """# kind: vat
# version: 2026
# valid_from: 2026-01-01
# valid_to:
# title: Thuế suất giá trị gia tăng
# source: mẫu
id,class,rate_bp,valid_from,valid_to,label
V8,standard,800,2026-01-01,2026-12-31,Thuế GTGT
V10,standard,1000,2027-01-01,,Thuế GTGT
"""


@pytest.fixture
def hq() -> SigningKey:
    return SigningKey.generate()


@pytest.fixture
def device() -> SigningKey:
    return SigningKey.generate()


@pytest.fixture
def asked(device: SigningKey) -> EnrolmentRequest:
    return make_request("100950", "2", device)


@pytest.fixture
def grant() -> Grant:
    clerk = Clerk(1, "gdv1", "Trần Minh Châu", Role.CLERK)
    return Grant(
        terminal=7,
        epoch=1,
        lookup_key=b"k" * 32,
        operator="Bưu điện Minh Họa",
        tax_code="0100109106",
        clerks=(ProvisionedClerk(clerk, "$argon2id$x"),),
        leases=(Lease("cp-1", LeaseKind.ITEM, "CP", 1, 500),),
        reference=(ReferenceText("vat-2026.csv", VAT),),
    )


@pytest.fixture
def file(hq: SigningKey, asked: EnrolmentRequest, grant: Grant) -> bytes:
    return provision(asked, grant, hq, 1_780_000_000_000)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[Postgres]:
    with postgres() as server:
        yield server


@pytest.fixture(params=["sqlite", "postgresql"])
def country(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Country]:
    """The same headquarters over each of its two databases."""
    if request.param == "sqlite":
        made = an_embedded_country(tmp_path)
    else:
        server: Postgres = request.getfixturevalue("postgres_server")
        lent = tmp_path / "headquarters" / "headquarters.lent"
        made = Country(tmp_path, open_postgresql(server.new_database(), lent))
    yield made
    made.close()


@pytest.fixture
def small_country(tmp_path: Path) -> Iterator[Country]:
    """For what does not touch headquarters' database."""
    made = an_embedded_country(tmp_path)
    yield made
    made.close()
