from app.domain.bulk import CHUNK
from tests.ui.screens.bulk.samples import bad, good, work


def test_rows_with_faults_hold_the_booking_up_until_they_are_left_out() -> None:
    file = work(good(2), bad(3))

    assert [row.line for row in file.bad()] == [3]
    assert file.toggled(3).bad() == ()
    assert file.toggled(3).toggled(3).bad() == file.bad()
    assert file.due_vnd == 20_000


def test_a_booked_chunk_is_neither_due_nor_booked_again() -> None:
    file = work(*(good(line) for line in range(2, CHUNK + 4)))
    assert file.chunks == 2
    first = file.next_chunk()
    assert first is not None
    assert (first[0], len(first[1])) == (0, CHUNK)

    further = file.with_receipt(0, "100950-2-0000001")

    assert further.is_booked(good(2))
    assert not further.is_booked(good(CHUNK + 2))
    second = further.next_chunk()
    assert second is not None
    assert (second[0], len(second[1])) == (1, 2)
    assert further.due_vnd == 40_000
    assert further.with_receipt(1, "x").next_chunk() is None


def test_a_mended_row_stays_in_its_place() -> None:
    file = work(bad(2), good(3)).with_row(good(2))

    assert [row.line for row in file.rows] == [2, 3]
    assert file.bad() == ()


def test_rows_come_step_by_step() -> None:
    file = work(good(2), count=2)

    assert not file.is_checked
    assert file.with_rows([good(3)]).is_checked
