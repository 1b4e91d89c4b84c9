import msgspec
import pytest
from nacl.signing import SigningKey

from sync.protocol import EnrolmentRequest, Signed, request_statement


def test_the_statement_of_a_request_has_fixed_bytes() -> None:
    statement = request_statement("100950", "2", bytes(range(32)), bytes(32))

    assert statement.hex() == (
        "54454d314e"  # TEM1N
        "94"  # an array of four
        "a6313030393530"  # "100950"
        "a132"  # "2"
        "c420" + bytes(range(32)).hex() + "c420" + "00" * 32
    )


def test_a_field_of_a_later_version_is_passed_over() -> None:
    wire = {"payload": b"x", "key": b"k" * 32, "signature": b"s" * 64, "countersigned": b"?"}

    signed = msgspec.msgpack.decode(msgspec.msgpack.encode(wire), type=Signed)

    assert signed.payload == b"x"


@pytest.mark.parametrize(
    "change",
    [{"office": "10095"}, {"counter": "0"}, {"device_key": b"short"}, {"signature": b""}],
    ids=["office", "counter", "key", "signature"],
)
def test_a_request_out_of_shape_is_not_read(change: dict[str, object]) -> None:
    key = bytes(SigningKey.generate().verify_key)
    wire = {
        "office": "100950",
        "counter": "2",
        "device_key": key,
        "nonce": bytes(32),
        "signature": bytes(64),
    }

    with pytest.raises(msgspec.ValidationError):
        msgspec.msgpack.decode(msgspec.msgpack.encode(wire | change), type=EnrolmentRequest)
