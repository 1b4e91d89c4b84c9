import pytest

from app.domain.documents import ShiftContent, ShiftCorrectionContent
from app.queries.drawer import shift_summary
from app.queries.papers import content_of
from app.queries.shift_papers import shift_content, x_content
from app.store.drawer import ShiftUnknown
from app.store.prints import Paper
from app.store.store import Store
from tests.builders import CHAU, PHUC
from tests.shift_builders import FLOAT_VND, closed, corrected, opened


def test_the_z_shows_what_was_frozen_and_no_later_correction(store: Store) -> None:
    opened(store)
    shift = closed(store, FLOAT_VND - 1_000).shift
    corrected(store, shift, FLOAT_VND)

    with store.reading() as connection:
        content = content_of(connection, Paper("shift", shift))

    assert isinstance(content, ShiftContent)
    assert content.summary.closing is not None
    assert content.summary.closing.difference_vnd == -1_000
    assert content.summary.corrections == ()
    assert content.issuer.office_code == "100950"


def test_an_open_shift_has_no_z_and_an_unknown_one_neither(store: Store) -> None:
    shift = opened(store).shift

    for number in (shift, "100950-2-C00099"):
        with store.reading() as connection, pytest.raises(ShiftUnknown):
            shift_content(connection, number)


def test_the_slip_of_a_correction_says_what_was_counted_before_and_now(store: Store) -> None:
    opened(store)
    shift = closed(store, FLOAT_VND - 1_000).shift
    corrected(store, shift, FLOAT_VND - 400)

    with store.reading() as connection:
        slip = content_of(connection, Paper("shift_correction", f"{shift}-K1"))

    assert isinstance(slip, ShiftCorrectionContent)
    assert (slip.counted_was_vnd, slip.counted_vnd) == (FLOAT_VND - 1_000, FLOAT_VND - 400)
    assert (slip.difference_vnd, slip.z_number, slip.shift) == (-400, 1, shift)
    assert (slip.clerk_name, slip.approver_name) == (CHAU.name, PHUC.name)


def test_the_x_is_what_its_reader_may_see_and_when(store: Store) -> None:
    opened(store)

    with store.reading() as connection:
        summary = shift_summary(connection)
        assert summary is not None
        content = x_content(connection, summary.blind(), 1_795_000_000_000)

    assert not content.summary.money_shown
    assert content.read_at is not None
