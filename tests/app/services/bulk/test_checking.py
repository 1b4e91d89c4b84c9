from dataclasses import replace

import pytest

from app.domain.bulk import CheckedRow, SheetRow
from app.domain.item_code import make_item_code
from app.services.bulk.checking import check_entry, check_rows, draft_of
from app.services.bulk.reading import read_sheet
from app.services.labels import ReceiveLabels, receive_labels
from app.store.reference import reference_book
from app.store.store import Store
from tests.app.services.bulk.files import a_csv, a_row
from tests.builders import PHUC, SAI_GON, a_command_id
from tests.fakes.clock import NOON


def checked(store: Store, *rows: SheetRow) -> tuple[CheckedRow, ...]:
    with store.reading() as connection:
        return check_rows(rows, connection, NOON, "parcel")


def checked_row(store: Store, **changes: str) -> CheckedRow:
    (row,) = read_sheet("don.csv", a_csv(a_row(**changes))).rows
    return checked(store, row)[0]


def test_a_good_row_has_its_price_and_reads_as_an_item(store: Store) -> None:
    row = checked_row(store)

    assert row.problems == ()
    assert row.reference == "D1"
    assert row.total_vnd == row.due_vnd > 0
    assert row.entry.commune is not None
    with store.reading() as connection:
        draft = draft_of(row.entry, reference_book(connection, NOON).catalogue())
    assert (draft.service, draft.actual_g, draft.cod_vnd) == ("parcel", 1_250, 150_000)
    assert (draft.receiver.street, draft.receiver.commune) == ("5 Lê Lợi", SAI_GON)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"name": ""}, "name"),
        ({"phone": "12"}, "phone"),
        ({"address": "5 Lê Lợi, Phường Không Có, Hồ Chí Minh"}, "commune"),
        ({"address": ""}, "commune"),
        ({"service": "hỏa tốc"}, "service"),
        ({"weight": "nặng"}, "weight"),
        ({"weight": ""}, "weight"),
        ({"weight": "99 kg"}, "weight"),
        ({"contents": ""}, "contents"),
        ({"cod": "nhiều"}, "cod"),
        ({"cod": "999999999999"}, "cod"),
    ],
)
def test_a_fault_is_told_with_its_column(store: Store, changes: dict[str, str], field: str) -> None:
    row = checked_row(store, **changes)

    told = [problem for problem in row.problems if problem.field == field]
    assert len(told) == 1, row.problems
    assert told[0].column
    assert told[0].sentence.endswith(".")
    assert row.total_vnd == 0


def test_all_faults_of_a_row_are_told_at_once(store: Store) -> None:
    row = checked_row(store, name="", phone="", weight="", contents="")

    assert [problem.field for problem in row.problems] == ["name", "phone", "contents", "weight"]


def test_a_row_in_merged_cells_is_told_so(store: Store) -> None:
    (row,) = read_sheet("don.csv", a_csv()).rows

    found = checked(store, replace(row, merged="B4:B6"))[0]

    assert [problem.field for problem in found.problems] == [""]
    assert "B4:B6" in found.problems[0].sentence


def test_a_label_twice_in_the_file_is_told_with_the_row_before(store: Store) -> None:
    (row,) = read_sheet("don.csv", a_csv()).rows

    found = checked(store, replace(row, label_seen=7))[0]

    assert "7" in found.problems[0].sentence


def test_a_label_must_lie_on_a_roll(store: Store) -> None:
    (row,) = read_sheet("don.csv", a_csv()).rows
    label = make_item_code("CA", 50_000_001)
    with_label = replace(row, cells={**row.cells, "label": label})

    assert checked(store, with_label)[0].problems[0].field == "label"

    command = ReceiveLabels(a_command_id(), label, make_item_code("CA", 50_000_099))
    receive_labels(command, store.unit_of_work(), PHUC)
    assert checked(store, with_label)[0].is_good


def test_a_mended_row_is_judged_anew(store: Store) -> None:
    bad, good = checked_row(store, address="5 Lê Lợi, Xã Lạ"), checked_row(store)

    mended = replace(bad, entry=replace(bad.entry, commune=good.entry.commune, street="5 Lê Lợi"))

    with store.reading() as connection:
        assert check_entry(mended, connection, NOON).total_vnd == good.total_vnd


def test_what_the_receiver_pays_is_not_due_at_the_counter(store: Store) -> None:
    row = checked_row(store)
    theirs = replace(row, entry=replace(row.entry, value_added=("receiver_pays",), cod_vnd=None))

    with store.reading() as connection:
        found = check_entry(theirs, connection, NOON)
    assert found.total_vnd > 0
    assert found.due_vnd == 0
