from app.domain.request_qr import CustomerRequest, write_request
from app.queries.finding import Findings, find
from app.store.store import Store
from tests.builders import SAI_GON, registered
from tests.fakes.clock import NOON


def found(store: Store, text: str) -> Findings:
    with store.reading() as connection:
        return find(connection, text, NOON)


def codes(findings: Findings) -> list[str]:
    return [hit.code for hit in findings.hits]


def test_a_request_of_a_known_customer_says_who_sends_and_what(store: Store) -> None:
    number = registered(store)
    request = CustomerRequest(name="Đặng Văn Quyết", commune=SAI_GON, customer=number)

    findings = found(store, write_request(request))

    assert codes(findings) == [number]
    assert findings.request is not None
    assert findings.request.commune is not None
    assert findings.request.commune.code == SAI_GON


def test_a_request_tells_its_sender_by_phone_too(store: Store) -> None:
    number = registered(store)

    findings = found(store, write_request(CustomerRequest(name="Lan", sender_phone="0903123456")))

    assert codes(findings) == [number]


def test_a_request_of_nobody_known_still_fills_the_form(store: Store) -> None:
    findings = found(store, write_request(CustomerRequest(name="Lan")))

    assert findings.hits == ()
    assert findings.request is not None
    assert findings.request.name == "Lan"


def test_a_request_of_another_version_is_refused_in_words(store: Store) -> None:
    code = write_request(CustomerRequest(name="Lan"))

    assert found(store, "83609" + code[5:]).problem_code == "request.other_version"
    assert found(store, code[:-3]).problem_code == "request.damaged"
