import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.proof import WrongProof, normalise_proof, proof_code


def test_the_code_of_a_known_hash_never_changes() -> None:
    digest = hashlib.sha256(b"TEM1P" + bytes(32)).digest()
    bits = f"{int.from_bytes(digest, 'big'):0256b}"[:50]
    letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
    expected = "".join(letters[int(bits[i : i + 5], 2)] for i in range(0, 50, 5))

    assert proof_code(bytes(32)).replace("-", "") == expected
    assert proof_code(bytes(32)) == "S79MV-F7A09"


@given(st.binary(min_size=32, max_size=32))
def test_a_code_read_back_is_itself(entry_hash: bytes) -> None:
    code = proof_code(entry_hash)

    assert normalise_proof(code) == code
    assert normalise_proof(code.replace("-", "").lower()) == code


def test_letters_that_look_like_digits_are_digits() -> None:
    assert normalise_proof("oOiIl-LABCD") == "00111-1ABCD"


@pytest.mark.parametrize(
    "text", ["", "ABCDE", "ABCDE-FGHJ", "ABCDE-FGHJKM", "UUUUU-UUUUU", "Đ" * 10, "A" * 10_000, "🧾"]
)
def test_what_is_not_ten_characters_of_the_alphabet_is_refused(text: str) -> None:
    with pytest.raises(WrongProof):
        normalise_proof(text)
