"""A sceptic with the key and a SQL prompt: whatever is altered, ``tem verify`` names it."""

from hashlib import sha256
from pathlib import Path

import msgspec
import pytest
import sqlalchemy as sa

from app.ids import new_id
from app.journal.appending import Stamp, next_entries
from app.journal.entry import entry_hash
from app.journal.kinds.body import Body, Posting
from app.journal.kinds.customers import Change, CustomerErased
from app.journal.kinds.documents import DocumentCopied
from app.settings import Home
from app.store.books import head, write_entries
from app.store.engine import connect
from app.store.store import Store, create_store
from app.store.tables.shipments import receipt
from app.store.verification import verify, verify_proof
from tests.app.store.bookkeeping import (
    CLERK,
    a_citizen,
    a_payment,
    a_receipt_number,
    a_registration,
    an_acceptance,
    an_edit,
    record,
    uid_of,
)


@pytest.fixture
def busy(store: Store) -> Store:
    """A store in which something of every kind has happened."""
    record(store, a_registration())
    record(store, a_registration(2, "Đặng Văn Quyết"))
    record(store, an_edit(Change("phones", ["+84903123456"], ["+84977000111"])))
    record(
        store,
        an_edit(Change("citizen", None, "001090000002"), citizen=a_citizen("001090000002")),
    )
    record(store, an_acceptance(), a_payment())
    record(
        store,
        DocumentCopied(
            document="receipt",
            subject=a_receipt_number(1),
            receipt=a_receipt_number(1),
            copy_number=1,
            clerk_name="Trần Minh Châu",
        ),
    )
    return store


def meddle(store: Store, *statements: str) -> None:
    """Change the file as someone with the key would: triggers and references out of the way."""
    raw = connect(store.home.database, store.secrets.database)
    raw.execute("PRAGMA foreign_keys = OFF")
    for statement in statements:
        raw.execute(statement)
    raw.close()


FREE = "DROP TRIGGER journal_is_never_changed"
FREE_DELETE = "DROP TRIGGER journal_is_never_deleted"


def test_honest_books_verify(busy: Store) -> None:
    found = verify(busy)

    assert found.problems == ()
    assert found.entries == 11
    assert len(found.head) == 32


@pytest.mark.parametrize(
    ("statements", "code"),
    [
        ((FREE, "UPDATE journal SET clerk = 9 WHERE seq = 6"), "verify.header_altered"),
        (
            (
                FREE,
                "UPDATE journal SET body = CAST(replace(body, '14256', '1') AS BLOB) WHERE seq=10",
            ),
            "verify.body_altered",
        ),
        ((FREE_DELETE, "DELETE FROM journal WHERE seq = 6"), "verify.gap"),
        ((FREE_DELETE, "DELETE FROM journal WHERE seq = 11"), "verify.head_differs"),
        (("UPDATE journal_head SET signature = zeroblob(64)",), "verify.head_unsigned"),
        (("UPDATE journal_head SET seq = 10",), "verify.head_differs"),
        (("UPDATE journal_head SET wall_ms = wall_ms + 1",), "verify.head_differs"),
        (("UPDATE journal_head SET hlc = hlc + 1",), "verify.head_differs"),
        (("UPDATE customer SET full_name = 'Kẻ Khác' WHERE id = 1",), "verify.row_differs"),
        (("DELETE FROM customer WHERE id = 2",), "verify.row_missing"),
        (("DELETE FROM search_key WHERE kind = 2",), "verify.row_missing"),
        (("UPDATE shipment SET total_vnd = 1",), "verify.row_differs"),
        (("DELETE FROM receipt",), "verify.row_missing"),
        (("UPDATE posting SET amount_vnd = 0 WHERE leg = 0",), "verify.row_differs"),
        (("INSERT INTO posting VALUES (99, 0, x'00', 'drawer', 5)",), "verify.row_extra"),
        (("UPDATE lease SET next = 2 WHERE kind = 'customer'",), "verify.row_differs"),
        (("DELETE FROM document WHERE copy = 1",), "verify.row_missing"),
        (("UPDATE terminal SET device_key = zeroblob(32)",), "verify.head_unsigned"),
        (("UPDATE terminal SET epoch = 2",), "verify.chain_broken"),
    ],
)
def test_whatever_is_altered_is_named(busy: Store, statements: tuple[str, ...], code: str) -> None:
    meddle(busy, *statements)

    assert code in [problem.code for problem in verify(busy).problems]


def forged(store: Store, fact: Body) -> None:
    """Let the journal end in an entry whose hash is right and whose words no program wrote."""
    with store.reading() as connection:
        found = head(connection)
    assert found is not None
    stamp = Stamp(new_id(1), new_id(2), (new_id(3),), found[0].hlc + 1, found[0].wall_ms, 0, CLERK)
    (honest,) = next_entries(found[0], [an_edit(Change("sex", None, "male"))], stamp)
    body = msgspec.json.encode(fact)
    entry = msgspec.structs.replace(
        honest, kind=fact.NUMBER, body=body, body_hash=sha256(body).digest()
    )
    entry = msgspec.structs.replace(entry, hash=entry_hash(entry))
    with store.unit_of_work() as uow:
        write_entries(uow.connection, [entry])
        uow.commit()


@pytest.mark.parametrize("fact", ["unbalanced", "unleased", "unnumbered"])
def test_a_forged_entry_is_named_and_everything_else_still_checked(busy: Store, fact: str) -> None:
    payment = a_payment()
    forgeries: dict[str, Body] = {
        "unbalanced": msgspec.structs.replace(payment, postings=[Posting("drawer", 5)]),
        "unleased": a_registration(901),
        "unnumbered": msgspec.structs.replace(payment, receipt="100950-2-zwölf"),
    }
    forged(busy, forgeries[fact])

    codes = [problem.code for problem in verify(busy).problems]

    assert "verify.fold_failed" in codes
    assert "verify.head_differs" in codes


def test_numbers_that_fit_no_header_are_an_altered_header(busy: Store) -> None:
    meddle(busy, FREE, "UPDATE journal SET flags = -1 WHERE seq = 6")

    assert "verify.header_altered" in [problem.code for problem in verify(busy).problems]


def test_a_key_that_leads_strangers_to_a_customer_is_named(busy: Store) -> None:
    meddle(busy, "INSERT INTO search_key VALUES (3, '84999999999', 1)")

    assert "verify.row_extra" in [problem.code for problem in verify(busy).problems]


def test_a_receipts_proof_leads_to_its_entry(busy: Store) -> None:
    with busy.reading() as connection:
        proof = connection.execute(sa.select(receipt.c.proof)).scalar_one()

    found = verify_proof(busy, proof)

    assert found is not None
    assert (found.receipt, found.seq, found.ok) == (a_receipt_number(1), 10, True)
    assert verify_proof(busy, "AAAAA-AAAA1") is None


def test_a_proof_over_an_altered_entry_does_not_hold(busy: Store) -> None:
    with busy.reading() as connection:
        proof = connection.execute(sa.select(receipt.c.proof)).scalar_one()
    meddle(busy, FREE, "UPDATE journal SET wall_ms = wall_ms + 1 WHERE seq = 10")

    found = verify_proof(busy, proof)

    assert found is not None
    assert not found.ok


def test_erased_by_law_the_chain_still_verifies(busy: Store) -> None:
    with busy.unit_of_work() as uow:
        seqs = [6]
        erased = CustomerErased(
            uid=uid_of(2), number=a_registration(2).number, seqs=seqs, reason="khách yêu cầu"
        )
        uow.record([erased], command_id=new_id(1), clerk=CLERK)
        uow.erase_bodies(seqs)
        uow.commit()

    assert verify(busy).problems == ()
    raw = connect(busy.home.database, busy.secrets.database)
    rows = raw.execute("SELECT seq FROM journal WHERE body IS NULL").fetchall()
    names = raw.execute("SELECT count(*) FROM customer WHERE full_name LIKE '%Quyết%'").fetchone()
    raw.close()
    assert rows == [(6,)]
    assert names == (0,)


def test_a_store_without_books_has_nothing_to_verify(tmp_path: Path) -> None:
    empty = create_store(Home(tmp_path / "empty"))

    assert [problem.code for problem in verify(empty).problems] == ["verify.no_books"]
    empty.close()
