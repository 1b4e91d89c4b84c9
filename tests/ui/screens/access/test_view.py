from datetime import date

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.queries.access import AccessDay, AccessLine
from tests.fakes.fake_post_office import CLERKS, NOW
from tests.fakes.hands import Hands, Show
from tests.fakes.seen import words_on
from ui.screens.access.view import AccessView
from ui.style.tokens import Tone

DAY = date(2026, 11, 21)
PAGE = AccessLine(NOW, "chau", "Trần Minh Châu", "0119004821317", "Nguyễn Thị Ánh Tuyết", "page",
                  (), "")  # fmt: skip
REVEAL = AccessLine(NOW, "phuc", "Lê Hồng Phúc", "0119004821317", "Nguyễn Thị Ánh Tuyết", "reveal",
                    ("phones", "citizen"), "khách hỏi")  # fmt: skip


def test_numbers_shown_in_full_stand_out_with_their_reason(show: Show) -> None:
    view = AccessView()
    show(view)

    view.show_day(AccessDay(DAY, (REVEAL, PAGE), more=False))

    first, second = view.lines.row(0), view.lines.row(1)
    assert first is not None
    assert second is not None
    assert (first.tone, second.tone) == (Tone.WARN, Tone.PLAIN)
    assert "khách hỏi" in first.detail
    assert first.side == "Lê Hồng Phúc (phuc)"
    assert "21/11/2026 · 2 lượt xem" in words_on(view)
    assert view.day.value() == "21/11/2026"


def test_an_empty_day_and_one_too_long_say_so(show: Show) -> None:
    view = AccessView()
    show(view)

    view.show_day(AccessDay(DAY, (), more=False))
    assert any("Không có lượt xem" in words for words in words_on(view))
    view.show_day(AccessDay(DAY, (PAGE,), more=True))

    assert any("Chỉ hiện 1 lượt" in words for words in words_on(view))


def test_clerk_and_day_are_chosen_by_keys(show: Show, qtbot: QtBot) -> None:
    view = AccessView()
    hands = Hands(show(view))
    view.show_clerks(CLERKS)
    view.show_day(AccessDay(DAY, (PAGE,), more=False))

    view.clerk.setFocus()
    with qtbot.waitSignal(view.picked) as picked:
        hands.type("2")
    assert picked.args == [CLERKS[0].code]
    with qtbot.waitSignal(view.turned) as turned:
        hands.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert turned.args == [-1]
    view.day.setFocus()
    with qtbot.waitSignal(view.day_typed):
        hands.press(Qt.Key.Key_Return)
    view.show_problem("Không phải ngày.")
    assert view.day.problem() == "Không phải ngày."
