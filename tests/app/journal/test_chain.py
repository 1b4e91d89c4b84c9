from hashlib import sha256

import msgspec
import pytest

from app.journal.appending import body_bytes, next_entries
from app.journal.chain import flaws
from app.journal.entry import Entry, entry_hash
from app.journal.kinds.body import Posting
from tests.app.journal import vectors
from tests.app.journal.test_appending import a_payment


def chain() -> list[Entry]:
    return list(next_entries(vectors.first_head(), vectors.FACTS, vectors.STAMP))


def found(entries: list[Entry]) -> list[tuple[int, str]]:
    return [(flaw.seq, flaw.what) for flaw in flaws(entries, vectors.GENESIS)]


def rehashed(entry: Entry, **changes: object) -> Entry:
    changed = msgspec.structs.replace(entry, **changes)
    return msgspec.structs.replace(changed, hash=entry_hash(changed))


def test_a_whole_chain_has_no_flaw() -> None:
    assert found(chain()) == []


def test_an_entry_left_out_is_a_gap() -> None:
    assert (1, "verify.gap") in found(chain()[1:])


def test_two_entries_in_another_order_are_seen() -> None:
    assert found(chain()[::-1])


def test_an_entry_put_in_by_someone_else_breaks_the_chain() -> None:
    first, second = chain()
    forged = rehashed(first, clerk=99)

    assert found([forged, second]) == [(2, "verify.chain_broken")]


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ({"hlc": vectors.STAMP.hlc}, "verify.time_back"),
        ({"terminal": 7002}, "verify.other_writer"),
        ({"epoch": 2}, "verify.other_writer"),
    ],
)
def test_an_entry_of_another_writer_or_an_earlier_time_is_told_though_its_hash_holds(
    change: dict[str, int], what: str
) -> None:
    first, second = chain()

    assert found([first, rehashed(second, **change)]) == [(2, what)]


def test_a_header_changed_in_place_is_seen() -> None:
    first, second = chain()

    assert (2, "verify.header_altered") in found([first, msgspec.structs.replace(second, clerk=9)])


def test_a_body_changed_in_place_is_seen() -> None:
    first, second = chain()
    body = (second.body or b"").replace(b"500", b"900")

    assert found([first, msgspec.structs.replace(second, body=body)]) == [
        (2, "verify.body_altered")
    ]


def test_an_erased_body_is_no_flaw() -> None:
    first, second = chain()

    assert found([first, msgspec.structs.replace(second, body=None)]) == []


def test_a_transaction_without_its_end_is_cut() -> None:
    assert found(chain()[:1]) == [(2, "verify.transaction_cut")]


@pytest.mark.parametrize(
    ("body", "what"),
    [
        (b'{"half":', "verify.body_unreadable"),
        (b'{"office":1.5}', "verify.body_unreadable"),
    ],
)
def test_a_body_that_its_kind_does_not_promise_is_told(body: bytes, what: str) -> None:
    first, second = chain()
    changed = rehashed(second, body=body, body_hash=sha256(body).digest())

    assert found([first, changed]) == [(2, what)]


def test_money_that_does_not_balance_is_told_even_when_the_chain_is_whole() -> None:
    first, second = chain()
    payment = a_payment()
    body = body_bytes(msgspec.structs.replace(payment, postings=[Posting("drawer", 1)]))
    changed = rehashed(
        second,
        kind=payment.NUMBER,
        kind_version=payment.VERSION,
        body=body,
        body_hash=sha256(body).digest(),
    )

    assert found([first, changed]) == [(2, "verify.unbalanced")]
