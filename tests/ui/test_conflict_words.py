from dataclasses import replace

from tests.fakes.fake_conflicts import STREET
from tests.ui.conflict_scenes import LATE, NAME
from ui.conflict_words import by_words, settled_words, side_words


def test_a_value_says_whose_it_is() -> None:
    words = side_words(STREET.other)

    assert "25 Phố Huế" in words
    assert "Trần Minh Châu · quầy 100950-2 · 08:12 · 21/11/2026" in words


def test_what_nobody_knows_is_said() -> None:
    assert by_words(NAME.other.by) == "không rõ ai ghi"


def test_who_was_faster_is_named() -> None:
    late = settled_words(LATE)
    assert ("an Nguyễn Văn An" in late, "đến sau" in late) == (True, True)
    assert LATE.settled is not None
    in_time = replace(LATE, settled=replace(LATE.settled, too_late=False))
    assert "gọi khách theo số cũ" in settled_words(in_time)
    assert "đến sau" not in settled_words(in_time)
    assert settled_words(STREET) == ""
