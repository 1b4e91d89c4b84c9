from pathlib import Path

import pytest

from app.bootstrap.desk import CounterDesk
from app.domain.drafts import BasketContent, ItemEntry
from app.domain.item_code import make_item_code
from app.services.bulk.booking import BookChunk
from app.services.bulk.refusals import BulkFileUnreadable, BulkFileUnwritable
from app.services.drafts import KeepDraft
from app.services.labels import LabelNotOnRoll, ReceiveLabels
from tests.app.bootstrap.sample_counter import CLERK, SUPERVISOR, a_basket, a_registration
from tests.app.services.bulk.files import a_csv, a_row


def test_a_basket_waits_with_who_began_it_until_it_is_paid_for(staffed: CounterDesk) -> None:
    number = staffed.register(a_registration(staffed)).number
    basket = a_basket(staffed, number)
    content = BasketContent(form=ItemEntry(name="Lan"))

    assert staffed.keep_draft(KeepDraft(basket.command_id, number, content)) == 1
    assert [draft.clerk_name for draft in staffed.drafts()] == [CLERK.clerk.name]

    staffed.accept(basket)
    assert staffed.drafts() == ()


def test_a_basket_is_given_up(staffed: CounterDesk) -> None:
    number = staffed.register(a_registration(staffed)).number
    command_id = staffed.new_command_id()
    staffed.keep_draft(KeepDraft(command_id, number, BasketContent(form=ItemEntry(name="Lan"))))

    staffed.give_up_draft(command_id)

    assert staffed.drafts() == ()


def test_labels_come_from_rolls_that_a_supervisor_took_in(staffed: CounterDesk) -> None:
    first, last = make_item_code("CA", 50_000_001), make_item_code("CA", 50_000_100)
    with pytest.raises(LabelNotOnRoll):
        staffed.read_label(first, "parcel")

    staffed.sign_in(SUPERVISOR.clerk.code, SUPERVISOR.pin)
    staffed.receive_labels(ReceiveLabels(staffed.new_command_id(), first, last))

    assert staffed.read_label(first, "parcel") == first
    assert [roll.count for roll in staffed.label_rolls()] == [100]


def test_a_file_is_read_checked_mended_and_booked_once(
    staffed: CounterDesk, tmp_path: Path
) -> None:
    number = staffed.register(a_registration(staffed)).number
    file = tmp_path / "don.csv"
    file.write_bytes(a_csv())

    sheet = staffed.read_sheet(str(file))
    rows = staffed.check_rows(sheet.rows, "parcel")
    mended = staffed.check_mended(rows[0])
    done = staffed.book_chunk(BookChunk(number, sheet.digest, 0, (mended,)))

    assert mended == rows[0]
    assert staffed.booked_chunks(number, sheet.digest, 1) == {0: done.receipt}
    (former,) = staffed.receiver_book(number)
    assert (former.name, former.times) == ("Đặng Văn Quyết", 1)


def test_what_is_no_file_is_refused_in_words(staffed: CounterDesk, tmp_path: Path) -> None:
    with pytest.raises(BulkFileUnreadable):
        staffed.read_sheet(str(tmp_path))


def test_rows_left_out_are_kept_as_text_or_workbook_and_read_again(
    staffed: CounterDesk, tmp_path: Path
) -> None:
    source = tmp_path / "don.csv"
    source.write_bytes(a_csv(a_row(address="Xã Không Có"), a_row()))
    sheet = staffed.read_sheet(str(source))
    bad = [row for row in staffed.check_rows(sheet.rows, "parcel") if not row.is_good]

    for name in ("bo-ra.csv", "bo-ra.xlsx"):
        kept = staffed.save_left_out(str(tmp_path / name), sheet, bad)
        again = staffed.read_sheet(kept)
        assert [row.cells["name"] for row in again.rows] == [sheet.rows[0].cells["name"]]

    with pytest.raises(BulkFileUnwritable):
        staffed.save_left_out(str(tmp_path / "no" / "bo-ra.csv"), sheet, bad)
