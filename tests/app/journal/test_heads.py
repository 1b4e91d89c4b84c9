import pytest

from app.journal.heads import head_bytes, head_is_signed, sign_head
from tests.app.journal import vectors


def test_the_fixed_head_has_its_fixed_signature() -> None:
    made = sign_head(vectors.KEY, vectors.TERMINAL, vectors.EPOCH, 2, vectors.HASH_2)

    assert made == vectors.HEAD_SIGNATURE


@pytest.mark.parametrize(
    ("terminal", "epoch", "seq"), [(7002, 1, 2), (7001, 2, 2), (7001, 1, 3), (7001, 1, 2)]
)
def test_a_signature_holds_for_its_own_head_alone(terminal: int, epoch: int, seq: int) -> None:
    message = head_bytes(terminal, epoch, seq, vectors.HASH_2)

    signed = head_is_signed(vectors.PUBLIC, message, vectors.HEAD_SIGNATURE)

    assert signed is ((terminal, epoch, seq) == (7001, 1, 2))


@pytest.mark.parametrize("signature", [b"", bytes(64), vectors.HEAD_SIGNATURE[:-1]])
def test_what_is_no_signature_is_not_one(signature: bytes) -> None:
    message = head_bytes(7001, 1, 2, vectors.HASH_2)

    assert not head_is_signed(vectors.PUBLIC, message, signature)
    assert not head_is_signed(b"short", message, vectors.HEAD_SIGNATURE)
