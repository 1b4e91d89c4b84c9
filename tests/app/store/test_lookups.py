import hashlib
import hmac

from app.store.lookups import citizen_lookup


def test_a_lookup_is_hmac_sha256_over_the_digits() -> None:
    key = bytes(range(32))

    expected = hmac.new(key, b"001090000001", hashlib.sha256).digest()

    assert citizen_lookup(key, "001090000001") == expected


def test_another_key_gives_another_lookup() -> None:
    assert citizen_lookup(bytes(32), "001090000001") != citizen_lookup(b"k" * 32, "001090000001")
