from PySide6.QtWidgets import QWidget

from tests.fakes.hands import Show
from ui.widgets.choice import Choice
from ui.widgets.pill import Pill

OPTIONS = [(str(at), f"Cách trả số {at}") for at in range(5)]


def _shown_at(show: Show, width: int) -> list[list[Pill]]:
    choice = Choice("Cách trả", OPTIONS)
    holder = QWidget()
    choice.setParent(holder)
    holder.setFixedSize(width, 200)
    show(holder)
    choice.resize(width, choice.heightForWidth(width))
    pills = choice.findChildren(Pill)
    tops = sorted({pill.y() for pill in pills})
    return [[pill for pill in pills if pill.y() == top] for top in tops]


def test_buttons_fill_one_row_from_edge_to_edge(show: Show) -> None:
    (row,) = _shown_at(show, 850)

    assert row[0].x() == 0
    assert row[-1].geometry().right() == 849
    assert max(p.width() for p in row) - min(p.width() for p in row) <= 2


def test_without_room_they_stand_in_even_rows_and_no_word_is_cut(show: Show) -> None:
    rows = _shown_at(show, 420)

    assert [len(row) for row in rows] == [3, 2]
    for row in rows:
        assert row[-1].geometry().right() == 419
        assert all(pill.width() >= pill.sizeHint().width() for pill in row)


def test_with_hardly_any_room_each_has_a_row(show: Show) -> None:
    assert [len(row) for row in _shown_at(show, 150)] == [1] * 5


def test_an_empty_choice_takes_no_room(show: Show) -> None:
    choice = Choice("Cách trả")
    show(choice)

    assert choice.heightForWidth(300) == 0
