from app.clock import Doubt
from app.journal.entry import CLOCK_BEHIND, CLOCK_FAR_OFF, TXN_LAST
from app.store.clock_notes import note_of_doubt, note_of_flags


def test_an_undoubted_time_has_no_note() -> None:
    assert note_of_flags(TXN_LAST) == note_of_doubt(Doubt.NONE) == ""


def test_each_doubt_is_told() -> None:
    assert "lùi" in note_of_flags(CLOCK_BEHIND)
    assert "lệch xa" in note_of_flags(CLOCK_FAR_OFF)
    both = note_of_flags(CLOCK_BEHIND | CLOCK_FAR_OFF)
    assert "lùi" in both
    assert "lệch xa" in both


def test_the_present_moment_is_told_in_the_same_words() -> None:
    assert note_of_doubt(Doubt.BEHIND) == note_of_flags(CLOCK_BEHIND)
    assert note_of_doubt(Doubt.FAR_OFF) == note_of_flags(CLOCK_FAR_OFF)
