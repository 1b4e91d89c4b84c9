import pytest
import sqlalchemy as sa
from sqlcipher3 import dbapi2

from app.errors import EnvironmentFault
from app.store.faults import (
    DiskFault,
    DiskFull,
    StoreBusy,
    StoreDamaged,
    StoreReadOnly,
    fault_of,
    translating,
)


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        ("database or disk is full", DiskFull),
        ("attempt to write a readonly database", StoreReadOnly),
        ("unable to open database file", StoreReadOnly),
        ("database is locked", StoreBusy),
        ("file is not a database", StoreDamaged),
        ("database disk image is malformed", StoreDamaged),
        ("disk I/O error", DiskFault),
    ],
)
def test_the_environments_faults_are_told_apart(words: str, fault: type[EnvironmentFault]) -> None:
    with pytest.raises(fault), translating():
        raise dbapi2.OperationalError(words)


def test_a_fault_behind_sqlalchemy_is_recognised_too() -> None:
    behind = dbapi2.OperationalError("database or disk is full")

    with pytest.raises(DiskFull), translating():
        raise sa.exc.OperationalError("INSERT", {}, behind)


def test_a_bug_goes_through_as_it_is() -> None:
    bug = dbapi2.OperationalError("no such table: customer")

    with pytest.raises(dbapi2.OperationalError) as caught, translating():
        raise bug
    assert caught.value is bug
    assert fault_of(ValueError("x")) is None


def test_what_a_customer_wrote_makes_no_fault_of_a_bug() -> None:
    behind = dbapi2.IntegrityError("UNIQUE constraint failed: customer.number")

    assert fault_of(sa.exc.IntegrityError("INSERT", {"note": "disk is full"}, behind)) is None
