from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from app.domain.identities import Clerk, Role
from app.domain.leases import Lease, LeaseKind, LeasesOverlap
from app.domain.reference.book import UnknownOffice
from app.domain.reference.problems import ReferenceProblems
from app.errors import UserError
from app.journal.kinds.terminal import LeaseGranted, TerminalEnrolled
from app.services.provisioning import (
    AnotherTerminalHere,
    EnrolTerminal,
    LeaseChanged,
    ProvisionedClerk,
    ProvisioningOutdated,
    ReferenceChanged,
    ReferenceText,
    enrol_terminal,
)
from app.settings import Home
from app.store.books import entries
from app.store.store import Store, create_store
from app.store.tables.station import clerk, lease, pin_trial, reference_file, terminal
from app.store.verification import verify

OFFICES = """# kind: offices
# version: 2026
# valid_from: 2026-01-01
# valid_to:
# title: Bưu cục mẫu
# source: mẫu
# scheme: 2025-07
code,name,address,commune,province,hotline
100950,Cửa Nam,18 Nguyễn Du,00070,01,1900 0000
"""
VAT = """# kind: vat
# version: 2027
# valid_from: 2027-01-01
# valid_to:
# title: Thuế suất
# source: mẫu
id,class,rate_bp,valid_from,valid_to,label
V10,standard,1000,2027-01-01,,Thuế GTGT
"""
PARCELS = Lease("cp-1", LeaseKind.ITEM, "CP", 1, 500)
MORE_PARCELS = Lease("cp-2", LeaseKind.ITEM, "CP", 501, 900)
CHAU = ProvisionedClerk(Clerk(1, "gdv1", "Trần Minh Châu", Role.CLERK), "$argon2id$1")
PHUC = ProvisionedClerk(Clerk(3, "tbc", "Lê Hồng Phúc", Role.SUPERVISOR), "$argon2id$3")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = create_store(Home(tmp_path))
    yield made
    made.close()


@pytest.fixture
def command(store: Store) -> EnrolTerminal:
    return EnrolTerminal(
        terminal=7,
        epoch=1,
        office="100950",
        counter="2",
        device_key=bytes(store.secrets.signing_key.verify_key),
        nonce=b"n" * 32,
        hq_keys=(b"h" * 32,),
        lookup_key=b"k" * 32,
        operator="Bưu điện Minh Họa",
        tax_code="0199999991",
        clerks=(CHAU, PHUC),
        leases=(PARCELS,),
        reference=(ReferenceText("offices-2026.csv", OFFICES),),
        issued_ms=1_790_000_000_000,
        signed_by=b"h" * 32,
        digest=sha256(b"first").digest(),
    )


def _later(command: EnrolTerminal) -> EnrolTerminal:
    """A file that headquarters sent after ``command``."""
    return replace(command, issued_ms=command.issued_ms + 1_000, digest=sha256(b"later").digest())


def _rows(store: Store, table: sa.Table) -> list[tuple[object, ...]]:
    with store.reading() as connection:
        return [tuple(row) for row in connection.execute(sa.select(table))]


def _everything(store: Store) -> list[list[tuple[object, ...]]]:
    return [_rows(store, table) for table in (terminal, clerk, lease, reference_file)]


def _enrol(store: Store, command: EnrolTerminal) -> int:
    return enrol_terminal(command, store.unit_of_work()).new_leases


def test_the_first_file_makes_the_home_that_terminal_and_begins_its_books(
    store: Store, command: EnrolTerminal
) -> None:
    assert _enrol(store, command) == 1

    with store.reading() as connection:
        kinds = [entry.kind for entry in entries(connection)]
        here = connection.execute(sa.select(terminal)).one()
    assert kinds == [TerminalEnrolled.NUMBER, LeaseGranted.NUMBER]
    assert (here.terminal, here.office, here.operator) == (7, "100950", "Bưu điện Minh Họa")
    assert _rows(store, lease) == [("cp-1", "item", "CP", 1, 500, 1)]
    assert verify(store).ok


def test_the_same_file_again_changes_nothing(store: Store, command: EnrolTerminal) -> None:
    _enrol(store, command)
    before = _everything(store)

    assert _enrol(store, command) == 0

    assert _everything(store) == before
    assert verify(store).entries == 2


def test_a_later_file_adds_leases_and_reference_data_and_brings_its_people(
    store: Store, command: EnrolTerminal
) -> None:
    _enrol(store, command)

    added = _enrol(
        store,
        replace(
            _later(command),
            leases=(PARCELS, MORE_PARCELS),
            clerks=(PHUC,),
            reference=(*command.reference, ReferenceText("vat-2027.csv", VAT)),
        ),
    )

    assert added == 1
    assert [row[0] for row in _rows(store, lease)] == ["cp-1", "cp-2"]
    assert [row[1] for row in _rows(store, clerk)] == ["tbc"]
    assert [row[0] for row in _rows(store, reference_file)] == ["offices-2026.csv", "vat-2027.csv"]
    assert verify(store).ok


def test_a_new_pin_forgets_the_trials_of_the_old_one(store: Store, command: EnrolTerminal) -> None:
    _enrol(store, command)
    with store.unit_of_work() as uow:
        for person in (1, 3):
            uow.connection.execute(
                sa.insert(pin_trial).values(clerk=person, failures=5, locked_until_ms=9)
            )
        uow.commit()

    _enrol(store, replace(_later(command), clerks=(replace(CHAU, pin_hash="$argon2id$new"), PHUC)))

    assert [row[0] for row in _rows(store, pin_trial)] == [3]


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"terminal": 8}, AnotherTerminalHere),
        ({"epoch": 2}, AnotherTerminalHere),
        ({"counter": "3"}, AnotherTerminalHere),
        ({"nonce": b"m" * 32}, AnotherTerminalHere),
        ({"lookup_key": b"l" * 32}, AnotherTerminalHere),
        ({"issued_ms": 1_780_000_000_000}, ProvisioningOutdated),
        ({"leases": (replace(PARCELS, hi=600),)}, LeaseChanged),
        ({"leases": (replace(MORE_PARCELS, lo=500),)}, LeasesOverlap),
        ({"reference": (ReferenceText("offices-2026.csv", OFFICES + "\n"),)}, ReferenceChanged),
        ({"reference": (ReferenceText("vat.csv", VAT.replace("1000", "x")),)}, ReferenceProblems),
    ],
    ids=[
        "another terminal",
        "another epoch",
        "another counter",
        "another nonce",
        "another lookup key",
        "an older file",
        "a lease that grew",
        "a lease that overlaps one granted before",
        "a reference file rewritten",
        "a faulty reference file",
    ],
)
def test_a_later_file_that_contradicts_the_first_is_refused_whole(
    store: Store, command: EnrolTerminal, changes: dict[str, Any], refusal: type[UserError]
) -> None:
    _enrol(store, command)
    before = _everything(store)
    later = replace(_later(command), **({"clerks": (PHUC,)} | changes))

    with pytest.raises(refusal):
        _enrol(store, later)

    assert _everything(store) == before


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"office": "700000"}, UnknownOffice),
        ({"leases": (PARCELS, replace(MORE_PARCELS, lo=400))}, LeasesOverlap),
    ],
    ids=["an office that no list names", "overlapping leases"],
)
def test_a_first_file_that_cannot_be_right_leaves_the_home_unenrolled(
    store: Store, command: EnrolTerminal, changes: dict[str, Any], refusal: type[UserError]
) -> None:
    with pytest.raises(refusal):
        _enrol(store, replace(command, **changes))

    assert _everything(store) == [[], [], [], []]
