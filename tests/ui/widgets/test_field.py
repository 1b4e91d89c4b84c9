from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.fakes.hands import Hands, Show
from ui.style.tokens import Tone
from ui.widgets.field import Field


def test_the_label_names_the_entry_for_screen_readers(show: Show) -> None:
    field = Field("Họ và tên")
    show(field)

    assert field.edit.accessibleName() == "Họ và tên"


def test_a_problem_stands_below_and_is_read_out(show: Show) -> None:
    field = Field("Họ và tên")
    show(field)
    without = field.sizeHint().height()

    field.set_problem("Chưa có họ tên.")

    assert field.sizeHint().height() > without
    assert field.problem() == "Chưa có họ tên."
    assert field.edit.accessibleDescription() == "Chưa có họ tên."


def test_a_problem_that_is_gone_takes_no_room(show: Show) -> None:
    field = Field("Họ và tên")
    show(field)
    without = field.sizeHint().height()

    field.set_problem("Chưa có họ tên.")
    field.set_problem("")

    assert field.sizeHint().height() == without


def test_only_the_hand_counts_as_editing(show: Show) -> None:
    field = Field("Nội dung")
    window = show(field)
    edits: list[str] = []
    field.edited.connect(edits.append)
    field.setFocus()

    field.set_value("Gốm")
    Hands(window).type("x")

    assert edits == ["xGốm"]


def test_enter_leaves_the_field(show: Show, qtbot: QtBot) -> None:
    field = Field("Nội dung")
    window = show(field)
    field.setFocus()

    with qtbot.waitSignal(field.entered):
        Hands(window).press(Qt.Key.Key_Enter)


def test_the_unit_does_not_cover_what_is_typed(show: Show) -> None:
    plain, with_unit = Field("Khối lượng"), Field("Khối lượng", unit="g")
    show(plain, with_unit)

    assert with_unit.edit.textMargins().right() > plain.edit.textMargins().right()


def test_no_more_letters_than_the_limit(show: Show) -> None:
    field = Field("Mã")
    window = show(field)
    field.set_limit(3)
    field.setFocus()

    Hands(window).type("abcdef")

    assert field.value() == "abc"


def test_a_note_stands_beside_the_label_until_taken_away(show: Show) -> None:
    field = Field("Khối lượng")
    show(field)

    field.set_note("cân ổn định", Tone.GOOD)
    noted = field.grab().toImage()
    field.set_note("")

    assert field.grab().toImage() != noted


def test_a_field_can_be_for_reading_only(show: Show) -> None:
    field = Field("Tính cước")
    window = show(field)
    field.set_value("4.000")
    field.set_read_only(read_only=True)
    field.setFocus()

    Hands(window).type("9")

    assert field.value() == "4.000"
