import unicodedata

import msgspec
import pytest
from nacl.signing import SigningKey

from app.domain.leases import LeasesOverlap
from app.errors import UserError
from app.messages import text_for
from app.services.provisioning import EnrolTerminal
from sync.enrolment import (
    LARGEST_FILE,
    ProvisioningAltered,
    ProvisioningForAnother,
    ProvisioningFormNewer,
    ProvisioningFormUnknown,
    ProvisioningUnreadable,
    ProvisioningUntrusted,
    open_provisioning,
)
from sync.headquarters.provisioning import Grant
from sync.protocol import PROVISIONING_PREFIX, EnrolmentRequest, Signed


def _public(key: SigningKey) -> bytes:
    return bytes(key.verify_key)


def _open(file: bytes, hq: SigningKey, device: SigningKey) -> EnrolTerminal:
    return open_provisioning(file, {_public(hq)}, _public(device))


def _sign(hq: SigningKey, payload: bytes) -> bytes:
    signature = hq.sign(PROVISIONING_PREFIX + payload).signature
    return msgspec.msgpack.encode(Signed(payload=payload, key=_public(hq), signature=signature))


def _rewritten(hq: SigningKey, file: bytes, **changes: object) -> bytes:
    contents = msgspec.msgpack.decode(msgspec.msgpack.decode(file, type=Signed).payload)
    return _sign(hq, msgspec.msgpack.encode(contents | changes))


def test_a_device_opens_what_headquarters_made_for_it(
    file: bytes, grant: Grant, hq: SigningKey, device: SigningKey
) -> None:
    opened = _open(file, hq, device)

    assert (opened.terminal, opened.epoch, opened.office, opened.counter) == (7, 1, "100950", "2")
    assert opened.clerks == grant.clerks
    assert opened.leases == grant.leases
    assert opened.reference == grant.reference
    assert opened.hq_keys == (_public(hq),)
    assert opened.signed_by == _public(hq)


def test_the_nonce_of_the_request_comes_back(
    file: bytes, asked: EnrolmentRequest, hq: SigningKey, device: SigningKey
) -> None:
    assert _open(file, hq, device).nonce == asked.nonce


def test_names_arrive_composed(file: bytes, hq: SigningKey, device: SigningKey) -> None:
    decomposed = unicodedata.normalize("NFD", "Bưu điện")

    file = _rewritten(hq, file, operator={"name": decomposed, "tax_code": "1"})

    assert _open(file, hq, device).operator == "Bưu điện"


def test_no_altered_byte_goes_unnoticed(file: bytes, hq: SigningKey, device: SigningKey) -> None:
    for at in range(0, len(file), 7):
        altered = file[:at] + bytes([file[at] ^ 1]) + file[at + 1 :]
        with pytest.raises(UserError):
            _open(altered, hq, device)


def test_an_altered_payload_is_called_altered(
    file: bytes, hq: SigningKey, device: SigningKey
) -> None:
    signed = msgspec.msgpack.decode(file, type=Signed)
    renamed = signed.payload.replace("Minh Châu".encode(), "Minh Chấu".encode())
    file = msgspec.msgpack.encode(msgspec.structs.replace(signed, payload=renamed))

    with pytest.raises(ProvisioningAltered):
        _open(file, hq, device)


def test_a_file_cut_short_anywhere_is_unreadable(
    file: bytes, hq: SigningKey, device: SigningKey
) -> None:
    for length in range(0, len(file), 11):
        with pytest.raises(ProvisioningUnreadable):
            _open(file[:length], hq, device)


def test_a_file_of_senseless_size_is_not_even_decoded(hq: SigningKey, device: SigningKey) -> None:
    with pytest.raises(ProvisioningUnreadable):
        _open(bytes(LARGEST_FILE + 1), hq, device)


def test_the_file_of_another_device_is_refused_and_says_whose_it_is(
    file: bytes, hq: SigningKey
) -> None:
    with pytest.raises(ProvisioningForAnother) as refused:
        _open(file, hq, SigningKey.generate())

    assert "bưu cục 100950, quầy 2" in text_for(refused.value)


def test_a_signature_by_a_stranger_is_not_believed(file: bytes, device: SigningKey) -> None:
    with pytest.raises(ProvisioningUntrusted):
        _open(file, SigningKey.generate(), device)


def test_a_newer_form_asks_for_an_update_of_the_program(hq: SigningKey, device: SigningKey) -> None:
    file = _sign(hq, msgspec.msgpack.encode({"form": "tem-provisioning/2", "all": "new"}))

    with pytest.raises(ProvisioningFormNewer) as refused:
        _open(file, hq, device)

    assert "cập nhật chương trình" in text_for(refused.value)


@pytest.mark.parametrize("form", ["tem-revocation/1", "tem-provisioning/x", "", "x" * 10_000])
def test_a_form_of_another_kind_is_refused(form: str, hq: SigningKey, device: SigningKey) -> None:
    file = _sign(hq, msgspec.msgpack.encode({"form": form}))

    with pytest.raises(ProvisioningFormUnknown):
        _open(file, hq, device)


@pytest.mark.parametrize("payload", [b"", b"\xc0", msgspec.msgpack.encode(["form"])])
def test_signed_nonsense_is_unreadable(payload: bytes, hq: SigningKey, device: SigningKey) -> None:
    with pytest.raises(ProvisioningUnreadable):
        _open(_sign(hq, payload), hq, device)


A_CLERK = {"id": 1, "code": "a", "name": "A", "role": "clerk", "pin_hash": "$argon2id$x"}


@pytest.mark.parametrize(
    "change",
    [
        {"hq_keys": []},
        {"lookup_key": b"short"},
        {"epoch": 0},
        {"office": "CuaNam"},
        {"clerks": [A_CLERK | {"role": "owner"}]},
        {"clerks": [A_CLERK | {"pin_hash": "2468"}]},
    ],
    ids=["no key", "short key", "no epoch", "no office", "unknown role", "a PIN in the clear"],
)
def test_a_signed_file_with_an_impossible_field_is_unreadable(
    change: dict[str, object], file: bytes, hq: SigningKey, device: SigningKey
) -> None:
    with pytest.raises(ProvisioningUnreadable):
        _open(_rewritten(hq, file, **change), hq, device)


def test_overlapping_leases_are_refused_even_when_headquarters_signed_them(
    file: bytes, hq: SigningKey, device: SigningKey
) -> None:
    lease = {"lease_id": "a", "kind": "item", "prefix": "CP", "lo": 1, "hi": 500}
    leases = [lease, lease | {"lease_id": "b", "lo": 500, "hi": 900}]

    with pytest.raises(LeasesOverlap):
        _open(_rewritten(hq, file, leases=leases), hq, device)


def test_the_digest_names_the_signed_contents(
    file: bytes, hq: SigningKey, device: SigningKey
) -> None:
    later = _rewritten(hq, file, issued_ms=1)

    assert _open(file, hq, device).digest == _open(file, hq, device).digest
    assert _open(later, hq, device).digest != _open(file, hq, device).digest
