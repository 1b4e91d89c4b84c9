from dataclasses import replace

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.journal.appending import (
    PostingsUnbalanced,
    body_bytes,
    check_balanced,
    next_entries,
    read_body,
)
from app.journal.kinds.body import Posting
from app.journal.kinds.money import PaymentPart, PaymentReceived
from tests.app.journal import vectors


def a_payment(*amounts: int) -> PaymentReceived:
    return PaymentReceived(
        receipt="100950-2-0000001",
        customer_uid=bytes(16),
        customer_number="0126000000183",
        items=["RA000000015VN"],
        method="cash",
        due_vnd=14_256,
        tendered_vnd=20_000,
        change_vnd=5_744,
        clerk_name="Trần Minh Châu",
        counter="2",
        postings=[Posting("drawer", amount) for amount in amounts],
        parts=[PaymentPart(method="cash", amount_vnd=14_256)],
    )


def test_bodies_are_plain_readable_text_in_their_declared_order() -> None:
    assert body_bytes(vectors.FACTS[0]) == vectors.BODY_1
    assert body_bytes(vectors.FACTS[1]) == vectors.BODY_2
    assert "Trần Minh Châu".encode() in body_bytes(a_payment())


def test_one_transaction_is_one_chain_with_one_command() -> None:
    first, second = next_entries(vectors.first_head(), vectors.FACTS, vectors.STAMP)

    assert (first.seq, second.seq) == (1, 2)
    assert first.command_id == vectors.STAMP.command_id
    assert second.command_id is None
    assert first.txn_id == second.txn_id
    assert second.hlc == first.hlc + 1


def test_money_that_does_not_balance_is_never_appended() -> None:
    with pytest.raises(PostingsUnbalanced) as caught:
        next_entries(vectors.first_head(), [a_payment(14_256, -14_255)], vectors.STAMP)

    assert caught.value.difference_vnd == 1


@given(st.lists(st.integers(-(10**12), 10**12), max_size=8))
def test_only_legs_that_sum_to_zero_are_balanced(amounts: list[int]) -> None:
    check_balanced(a_payment(*amounts, -sum(amounts)))
    if sum(amounts):
        with pytest.raises(PostingsUnbalanced):
            check_balanced(a_payment(*amounts))


def test_a_body_reads_back_as_it_was_written() -> None:
    entries = next_entries(vectors.first_head(), vectors.FACTS, vectors.STAMP)

    assert tuple(read_body(entry) for entry in entries) == vectors.FACTS


def test_a_kind_not_known_here_is_kept_and_not_guessed() -> None:
    stamp = replace(vectors.STAMP, entry_ids=vectors.STAMP.entry_ids[:1])
    (entry,) = next_entries(vectors.first_head(), vectors.FACTS[:1], stamp)

    assert read_body(msgspec.structs.replace(entry, kind=60_000)) is None
    assert read_body(msgspec.structs.replace(entry, kind_version=99)) is None
    assert read_body(msgspec.structs.replace(entry, body=None)) is None
