import pytest

from app.domain.documents import ShiftContent
from app.queries.papers import content_of
from app.queries.shift_papers import shift_content
from app.store.drawer import ShiftUnknown
from app.store.prints import Paper
from app.store.store import Store
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
