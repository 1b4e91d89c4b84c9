import pytest

from app.domain.drawer import NOTES_VND
from ui.screens.count.entered import CountEntered, missing_words

WHOLE = dict.fromkeys(NOTES_VND, 1)


def test_what_is_not_typed_is_not_yet_counted_and_nought_is() -> None:
    entered = CountEntered({**WHOLE, 50_000: None, 1_000: 0}, 700)

    assert entered.missing == (50_000,)
    assert entered.total_vnd == 837_700
    assert 1_000 not in entered.count().notes


@pytest.mark.parametrize(
    ("missing", "said"),
    [
        ((), ""),
        (NOTES_VND[5:], "tờ 10.000 trở xuống (gõ 0 nếu không có)"),
        ((1_000,), "tờ 1.000 (gõ 0 nếu không có)"),
        ((500_000, 2_000), "tờ 500.000, 2.000 (gõ 0 nếu không có)"),
    ],
)
def test_what_is_missing_is_named(missing: tuple[int, ...], said: str) -> None:
    assert missing_words(missing) == said
