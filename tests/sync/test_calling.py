import pytest
from nacl.signing import SigningKey

from sync.calling import (
    CodeRefused,
    HeadquartersImpostor,
    HeadquartersSilent,
    call_for_provisioning,
)
from sync.codes import EnrolmentCode
from sync.enrolment import ProvisioningUntrusted
from sync.headquarters.enrolling import VALID_MS, issue_code
from sync.transport import Reply
from sync.wire import EnrolAnswer, pack
from tests.sync.country import OFFICE, Country, Wire, lost


@pytest.fixture
def code(small_country: Country) -> EnrolmentCode:
    with small_country.headquarters.database.writing() as connection:
        return issue_code(connection, OFFICE, "5", small_country.clock.now_ms())


@pytest.fixture
def wire(small_country: Country) -> Wire:
    return Wire(small_country.headquarters)


def test_headquarters_is_known_by_the_code_where_nothing_else_is_known(
    wire: Wire, code: EnrolmentCode, small_country: Country
) -> None:
    answer = call_for_provisioning(wire, code, SigningKey.generate(), ())

    assert answer.key == small_country.keys.public


def test_a_lost_answer_can_be_asked_for_again_by_the_same_device_only(
    wire: Wire, code: EnrolmentCode
) -> None:
    device = SigningKey.generate()
    wire.after = lambda _path, _reply: lost()
    with pytest.raises(HeadquartersSilent):
        call_for_provisioning(wire, code, device, ())
    wire.calm()

    assert call_for_provisioning(wire, code, device, ()).file
    with pytest.raises(CodeRefused):
        call_for_provisioning(wire, code, SigningKey.generate(), ())


def test_a_code_ends_after_a_day(wire: Wire, code: EnrolmentCode, small_country: Country) -> None:
    small_country.clock.advance(VALID_MS)

    with pytest.raises(CodeRefused):
        call_for_provisioning(wire, code, SigningKey.generate(), ())


def test_five_wrong_tries_end_a_code(wire: Wire, code: EnrolmentCode) -> None:
    wrong = EnrolmentCode(code.office, code.counter, "0000000000")
    for _ in range(5):
        with pytest.raises(CodeRefused):
            call_for_provisioning(wire, wrong, SigningKey.generate(), ())

    with pytest.raises(CodeRefused):
        call_for_provisioning(wire, code, SigningKey.generate(), ())


def test_who_does_not_know_the_code_is_not_headquarters(wire: Wire, code: EnrolmentCode) -> None:
    wire.instead["/v1/enrol"] = Reply(200, pack(EnrolAnswer(file=b"mine", proof=bytes(32))))

    with pytest.raises(HeadquartersImpostor):
        call_for_provisioning(wire, code, SigningKey.generate(), ())


def test_a_key_other_than_the_installed_one_is_not_believed(
    wire: Wire, code: EnrolmentCode
) -> None:
    with pytest.raises(ProvisioningUntrusted):
        call_for_provisioning(wire, code, SigningKey.generate(), [bytes(32)])


def test_a_page_of_somebody_else_is_silence(wire: Wire, code: EnrolmentCode) -> None:
    wire.instead["/v1/enrol"] = Reply(200, b"<html>")

    with pytest.raises(HeadquartersSilent):
        call_for_provisioning(wire, code, SigningKey.generate(), ())
