import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.errors import UserError
from app.services.adjusting import ItemGone, ItemNotHere, ItemUnderway, check_status, found_receipt
from app.services.correcting import Wanted
from app.services.paying import Tender
from app.store.adjustments import awaited_parts
from app.store.sales import ReceiptUnknown
from app.store.store import Store
from tests.app.services.bookkeeping import balance, sound, unbalanced
from tests.builders import a_store, accepted, an_item, registered
from tests.money import agreed, confirmed, corrected, voided

CODE, RECEIPT = "RA000000014VN", "100950-2-0000001"


def test_a_receipt_is_found_by_number_proof_and_item(store: Store) -> None:
    done = accepted(store).done

    with store.reading() as connection:
        for code in (done.receipt, done.proof, done.items[0].code, "ra 000 000 014 vn"):
            assert found_receipt(connection, code).number == done.receipt


@pytest.mark.parametrize("code", ["999999-9-0000001", "Nguyễn Văn A", "RA000000028VN"])
def test_what_leads_to_no_receipt_is_unknown(store: Store, code: str) -> None:
    with store.reading() as connection, pytest.raises(ReceiptUnknown):
        found_receipt(connection, code)


@pytest.mark.parametrize(
    ("status", "refusal"),
    [
        (None, ItemNotHere),
        ("voided", ItemGone),
        ("refunded", ItemGone),
        ("bagged", ItemUnderway),
        ("a status of tomorrow", ItemUnderway),
    ],
)
def test_only_an_item_at_the_counter_is_changed(
    status: str | None, refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        check_status(CODE, status, RECEIPT)


def test_an_item_as_it_was_accepted_may_be_changed() -> None:
    check_status(CODE, "accepted", RECEIPT)


class Counter:
    """Does what it is told, refuses what it must, and counts the notes that went over the table."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.notes_vnd = 0
        self._customer = registered(store)
        self._codes: list[str] = []
        agreed(store, self._customer, limit_vnd=40_000)

    def do(self, what: str, which: int, amount: int) -> None:
        try:
            getattr(self, what)(which, amount)
        except UserError:
            return

    def accept(self, which: int, amount: int) -> None:
        transfer, account = (0, amount, 0, amount)[which % 4], (0, 0, amount, amount)[which % 4]
        done = accepted(
            self.store,
            *[an_item()] * (1 + which % 2),
            customer=self._customer,
            tendered_vnd=40_000,
            tendered_confirmed=True,
            transfer_vnd=transfer,
            on_account_vnd=account,
        ).done
        self.notes_vnd += 40_000 - done.change_vnd
        self._codes += [item.code for item in done.items]

    def void(self, which: int, amount: int) -> None:
        refund = ("cash", "transfer")[amount % 2]
        self.notes_vnd -= voided(self.store, self._code(which), refund=refund).cash_vnd

    def correct(self, which: int, amount: int) -> None:
        transfer = amount % 3 * 100
        tender = Tender(cash_vnd=60_000, transfer_vnd=transfer, confirmed=True)
        done = corrected(
            self.store, self._code(which), Wanted(actual_g=1 + amount % 1_900), tender=tender
        )
        if done.collected_vnd:
            self.notes_vnd += 60_000 - done.change_vnd
        else:
            self.notes_vnd -= done.cash_vnd

    def confirm(self, which: int, amount: int) -> None:
        with self.store.reading() as connection:
            waiting = awaited_parts(connection)
        if waiting:
            by = ("transfer", "cash")[amount % 2]
            done = confirmed(self.store, waiting[which % len(waiting)].subject, by=by)
            self.notes_vnd += done.amount_vnd if by == "cash" else 0

    def _code(self, which: int) -> str:
        return self._codes[which % len(self._codes)] if self._codes else "RA000000014VN"


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["accept", "accept", "void", "correct", "confirm"]),
        st.integers(0, 9),
        st.integers(0, 9_000),
    ),
    max_size=12,
)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(STEPS)
def test_whatever_is_done_the_books_balance_and_the_drawer_holds_the_notes(
    steps: list[tuple[str, int, int]],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = a_store(Path(folder))
        counter = Counter(store)
        for what, which, amount in steps:
            counter.do(what, which, amount)

        assert unbalanced(store) == 0
        assert balance(store, "basket") == 0
        assert balance(store, "drawer") == counter.notes_vnd
        assert awaited(store) == balance(store, "transfer.pending") + balance(
            store, "transfer.owed"
        )
        assert sound(store)
        store.close()


def awaited(store: Store) -> int:
    with store.reading() as connection:
        return sum(part.open_vnd for part in awaited_parts(connection))
