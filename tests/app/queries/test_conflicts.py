"""Conflicts as people read them: both values in words, masked, with who and where."""

import pytest
from msgspec.structs import replace

from app.queries.conflicts import ConflictLine, conflict_list, count_open, open_conflicts_of
from app.queries.customers import customer_page
from app.services.conflicts import SettleConflict, settle_conflict
from app.store.conflicts_heard import ConflictRow
from app.store.store import Store
from tests.app.services.people import TAX, an_organisation
from tests.app.services.test_conflicts import NEW, OLD, uid_of
from tests.app.store.hearing import EDIT, STAFF, a_conflict, another_edit, hear
from tests.builders import HOAN_KIEM, PHUC, SAI_GON, a_command_id, registered


def lines(store: Store, *, settled: bool = False, number: str = "") -> tuple[ConflictLine, ...]:
    with store.reading() as connection:
        now_ms = store.clock.now_ms()
        return conflict_list(connection, now_ms, settled=settled, number=number).lines


def told(store: Store, number: str, field: str, mine: object, theirs: object) -> ConflictRow:
    return a_conflict(uid_of(store, number), field, mine, theirs)


@pytest.mark.parametrize(
    ("field", "mine", "theirs", "shown"),
    [
        ("street", OLD, "", (OLD, "để trống")),
        ("birth_date", "1990-01-02", None, ("02/01/1990", "để trống")),
        ("sex", "female", "male", ("Nữ", "Nam")),
        ("phones", ["+84903123456"], ["+84912000654"], ("0903 ••• 456", "0912 ••• 654")),
        ("phones", ["+84903123456"], ["+84903999456"], ("0903 123 456", "0903 999 456")),
        ("citizen", None, "001188000019", ("để trống", "")),
        ("commune", HOAN_KIEM, SAI_GON, ("Hoàn Kiếm", "Sài Gòn")),
        ("commune", "99999", HOAN_KIEM, ("99999", "Hoàn Kiếm")),
        ("scheme", "2025-07", "2024-01", ("2025-07", "2024-01")),
    ],
)
def test_values_read_as_on_the_record(
    store: Store, field: str, mine: object, theirs: object, shown: tuple[str, str]
) -> None:
    number = registered(store)
    hear(store, told(store, number, field, mine, theirs))

    (line,) = lines(store)

    for part, side in zip(shown, (line.holds, line.other), strict=True):
        assert part in side.value
    assert "001188" not in line.other.value
    assert line.label


def test_an_organisation_reads_by_form_tax_code_and_whole(store: Store) -> None:
    whole = an_organisation(store)
    number = an_organisation(store, "Công ty B", "0301442989")
    parent = uid_of(store, whole).hex()
    hear(
        store,
        told(store, number, "organisation", ["company", TAX, ""], ["branch", "", parent]),
    )

    (line,) = lines(store)

    assert TAX in line.holds.value
    assert "Công ty TNHH A&B 68" in line.other.value
    assert line.label == "Tổ chức"
    assert "0301442989" in line.record


def test_the_customers_page_and_the_list_say_the_same(store: Store) -> None:
    number, other = registered(store), registered(store)
    hear(store, told(store, number, "street", OLD, NEW))
    hear(store, replace(told(store, other, "street", "Lý Quốc Sư", NEW), edit=another_edit(store)))

    with store.reading() as connection:
        page = customer_page(connection, number, store.clock.now_ms())
        of_her = open_conflicts_of(connection, uid_of(store, number), store.clock.now_ms())
        everything = conflict_list(connection, store.clock.now_ms())
        assert count_open(connection) == 2

    assert page.conflicts == of_her == lines(store, number=number)
    assert (everything.open, everything.more, len(everything.lines)) == (2, False, 2)
    (line,) = of_her
    assert (line.number, line.full_name, line.record) == (number, "Nguyễn Thị Ánh Tuyết", "")
    assert (line.holds.by.name, line.holds.by.office, line.holds.by.counter) == (
        "Phạm Quốc Bảo",
        "100105",
        "1",
    )
    assert line.other.by.name == "Trần Minh Châu"


def test_what_was_settled_says_by_whom_and_why(store: Store) -> None:
    number = registered(store)
    hear(store, told(store, number, "street", OLD, NEW))
    command = SettleConflict(a_command_id(), f"{EDIT.hex()}-street", take=True, reason="đã hỏi")
    settle_conflict(command, store.unit_of_work(), PHUC)

    (line,) = lines(store, settled=True)
    assert lines(store) == ()
    assert (line.holds.value, line.other.value) == (NEW, OLD)
    assert line.settled is not None
    assert (line.settled.by.name, line.settled.here, line.settled.too_late) == (
        PHUC.name,
        True,
        False,
    )

    first = replace(told(store, number, "street", OLD, NEW), decided=STAFF)
    hear(store, first)
    (line,) = lines(store, settled=True, number=number)
    assert line.settled is not None
    assert (line.settled.by.name, line.settled.here, line.settled.too_late) == (
        STAFF.by.name,
        False,
        True,
    )
    assert line.holds.value == OLD


def test_a_customer_who_is_not_here_shows_by_number(store: Store) -> None:
    hear(store, a_conflict(bytes(16), "commune", HOAN_KIEM, SAI_GON))

    (line,) = lines(store)

    assert (line.number, line.full_name, line.record) == ("0126000000018", "", "")
