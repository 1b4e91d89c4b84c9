import stat
import sys
from pathlib import Path

import pytest
from nacl.signing import SigningKey
from stdnum.vn import mst

from app.cli.sample_branch import (
    COUNTER,
    LEASED,
    OFFICE,
    PEOPLE,
    TAX_CODE,
    communes_around,
    sample_headquarters,
)
from app.cli.sample_people import FIRST_SERIAL
from app.clock import utc
from app.domain.reference.shipped import shipped_reference
from app.services.provisioning import EnrolTerminal
from sync.enrolment import make_request, open_provisioning
from tests.fakes.clock import NOON


@pytest.fixture
def opened(tmp_path: Path) -> EnrolTerminal:
    headquarters = sample_headquarters(tmp_path / "hq.json")
    device = SigningKey.generate()
    file = headquarters.answer(make_request(OFFICE, COUNTER, device), utc(NOON))
    return open_provisioning(file, {headquarters.public_key}, bytes(device.verify_key))


def test_the_sample_terminal_gets_all_that_a_day_at_the_counter_needs(
    opened: EnrolTerminal,
) -> None:
    prefixes = {(each.kind.value, each.prefix) for each in opened.leases}

    assert {("customer", "0126"), ("receipt", "100950-2")} < prefixes
    assert len([kind for kind, _ in prefixes if kind == "item"]) == 4
    assert opened.clerks[0].clerk.name == "Trần Minh Châu"
    assert {each.name for each in opened.reference} == {f.name for f in shipped_reference()}


def test_pins_travel_only_as_hashes(opened: EnrolTerminal) -> None:
    for sample, provisioned in zip(PEOPLE, opened.clerks, strict=True):
        assert provisioned.pin_hash.startswith("$argon2id$")
        assert sample.pin not in provisioned.pin_hash


def test_headquarters_keeps_its_keys_for_its_owner_alone(tmp_path: Path) -> None:
    file = tmp_path / "hq.json"

    first, second = sample_headquarters(file), sample_headquarters(file)

    assert first.public_key == second.public_key
    assert first.lookup_key == second.lookup_key
    if sys.platform != "win32":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_sample_customers_live_around_the_office() -> None:
    communes = communes_around(OFFICE, utc(NOON))

    assert len(communes) > 100
    assert {place.province_name for place in communes} == {"Hà Nội"}


def test_the_sample_operator_has_a_tax_code_of_the_right_form() -> None:
    assert mst.is_valid(TAX_CODE)


def test_imported_customers_do_not_use_the_numbers_of_the_lease() -> None:
    assert LEASED < FIRST_SERIAL
