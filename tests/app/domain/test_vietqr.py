import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.vietqr import (
    BankAccount,
    TransferRequest,
    crc16,
    transfer_memo,
    vietqr,
)

ACCOUNT = BankAccount("970403", "0011012345678", "BUU DIEN MINH HOA", "Ngân hàng Minh Họa")


def tags(payload: str) -> dict[str, str]:
    """Read tag-length-value back."""
    found, at = {}, 0
    while at < len(payload):
        length = int(payload[at + 2 : at + 4])
        found[payload[at : at + 2]] = payload[at + 4 : at + 4 + length]
        at += 4 + length
    return found


def test_the_crc_is_that_of_published_codes() -> None:
    published = (
        "00020101021238570010A00000072701270006970403011300110123456780208QRIBFTTA"
        "530370454061800005802VN62340107NPS68690819thanh toan don hang6304"
    )

    assert crc16(published.encode()) == 0x2E2E
    assert crc16(b"123456789") == 0x29B1


def test_a_code_says_bank_account_sum_and_words() -> None:
    found = tags(vietqr(ACCOUNT, 180_000, "TEM 8Q2K"))

    assert found["38"] == "0010A00000072701270006970403011300110123456780208QRIBFTTA"
    assert (found["53"], found["54"], found["58"]) == ("704", "180000", "VN")
    assert tags(found["62"]) == {"08": "TEM 8Q2K"}


@given(st.integers(1, 10**10), st.text(max_size=60))
def test_every_code_ends_with_the_crc_of_what_stands_before(amount_vnd: int, memo: str) -> None:
    payload = TransferRequest(ACCOUNT, amount_vnd, memo).payload

    assert payload[-4:] == f"{crc16(payload[:-4].encode('ascii')):04X}"
    assert tags(payload)["54"] == str(amount_vnd)


def test_vietnamese_words_are_written_without_accents() -> None:
    assert tags(tags(vietqr(ACCOUNT, 1, "Cước gửi Đồ"))["62"])["08"] == "Cuoc gui Do"


@pytest.mark.parametrize("command_id", [bytes(16), bytes(range(16))])
def test_the_words_of_a_transfer_follow_from_the_command(command_id: bytes) -> None:
    memo = transfer_memo(command_id)

    assert memo == transfer_memo(command_id)
    assert memo.startswith("TEM ")
    assert len(memo) == 12
    assert memo != transfer_memo(bytes(15) + b"\xff")
