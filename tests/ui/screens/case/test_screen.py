from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.complaints import CaseState
from app.services.complaint_steps import CaseMovedOn, TakeStep
from app.services.complaints import FileComplaint
from app.services.deciding import DecideComplaint, PayCompensation
from app.services.evidence import AddEvidence
from tests.fakes.counter_window import CounterWindow, without_name
from tests.fakes.fake_complaints import FLOOR_VND, ITEM
from ui.screens.case.view import CaseView
from ui.shell.handle import Key
from ui.style.theme import apply
from ui.style.tokens import Theme

F8, F12, ENTER = Qt.Key.Key_F8, Qt.Key.Key_F12, Qt.Key.Key_Return
FACTS = "Kiện hàng bị ướt và rách một góc, bên trong vỡ hai chén sứ trong bộ sáu chén."


def begun(counter: CounterWindow) -> str:
    """A case, opened by scanning its slip."""
    form = FileComplaint(
        counter.desk.new_command_id(), "damage", "sender", "Nguyễn Thị Ánh Tuyết", "0903123456",
        "12 Hàng Bông, phường Hoàn Kiếm, Hà Nội", FACTS, "Bồi thường hai chén", ITEM,
    )  # fmt: skip
    number = counter.desk.file_complaint(form).number
    counter.frame.steering.open_case(number)
    return number


def page(counter: CounterWindow) -> CaseView:
    return next(each for each in counter.window.findChildren(CaseView) if each.isVisible())


def test_a_case_is_taken_on_by_one_key(dressed: QApplication, qtbot: QtBot) -> None:
    counter = CounterWindow(qtbot)
    number = begun(counter)

    counter.press(F12)

    (command,) = counter.desk.steps
    assert isinstance(command, TakeStep)
    assert (command.expects, command.owner) == ("received", "")
    assert counter.desk.cases[number].line.state is CaseState.INVESTIGATING
    assert "đang xác minh" in counter.told()


def test_a_decision_offers_the_floor_and_is_refused_below_it(
    dressed: QApplication, qtbot: QtBot
) -> None:
    counter = CounterWindow(qtbot)
    begun(counter)
    counter.press(F12)
    steps = page(counter).steps
    assert steps.step.value() == "decide"
    assert steps.compensation.number() == FLOOR_VND

    steps.compensation.setFocus()
    steps.compensation.edit.selectAll()
    counter.enter("50000")
    counter.type("Vỡ do gói hàng bị rơi.")
    counter.read()
    counter.press(F12)
    assert "94.000" in steps.compensation.problem()
    steps.compensation.setFocus()
    steps.compensation.edit.selectAll()
    counter.enter("120000")
    counter.read()
    counter.press(F12)

    command = counter.desk.steps[-1]
    assert isinstance(command, DecideComplaint)
    assert (command.compensation_vnd, command.reason) == (120_000, "Vỡ do gói hàng bị rơi.")


def test_compensation_is_paid_with_a_second_pair_of_eyes(
    dressed: QApplication, qtbot: QtBot
) -> None:
    counter = CounterWindow(qtbot)
    number = begun(counter)
    counter.desk.decide_complaint(
        DecideComplaint(bytes(16), number, "investigating", "upheld", "Vỡ.", 120_000)
    )
    counter.frame.steering.open_case(number)
    steps = page(counter).steps
    assert steps.step.value() == "compensate"

    steps.approval.setFocus()
    counter.enter("tbc", "864209")
    counter.press(F12)

    command = counter.desk.steps[-1]
    assert isinstance(command, PayCompensation)
    assert (command.approval.code, command.payer) == ("tbc", "cash")
    assert counter.desk.cases[number].paid_by == "cash"


def test_a_case_that_moved_on_says_so(dressed: QApplication, qtbot: QtBot) -> None:
    counter = CounterWindow(qtbot)
    number = begun(counter)
    counter.desk.fail_step = CaseMovedOn(number=number, state="đã đóng", at="14:00 21/11/2026")

    counter.press(F12)

    assert "đã đóng" in page(counter).steps.trouble.text()


def test_an_offered_floor_that_nobody_touched_is_what_is_decided(
    dressed: QApplication, qtbot: QtBot
) -> None:
    counter = CounterWindow(qtbot)
    begun(counter)
    counter.press(F12)
    counter.read()

    counter.press(F12)

    command = counter.desk.steps[-1]
    assert isinstance(command, DecideComplaint)
    assert command.compensation_vnd == FLOOR_VND


def test_f8_prints_a_copy_of_the_slip(dressed: QApplication, qtbot: QtBot) -> None:
    counter = CounterWindow(qtbot)
    number = begun(counter)

    counter.press(F8)

    assert counter.desk.steps == [("reprint", number)]


def test_while_the_slip_waits_f8_prints_it_and_says_so(dressed: QApplication, qtbot: QtBot) -> None:
    counter = CounterWindow(qtbot)
    counter.desk.slip_state = "waiting"
    begun(counter)

    counter.press(F8)

    assert counter.desk.steps == []
    assert "print_waiting" in counter.desk.calls
    assert counter.frame.steering.pages.current.keys()[Key.F8].word == "In tiếp"


def test_a_slip_in_doubt_is_settled_by_f7_or_f8(dressed: QApplication, qtbot: QtBot) -> None:
    counter = CounterWindow(qtbot)
    counter.desk.slip_state = "doubtful"
    begun(counter)

    counter.press(Qt.Key.Key_F7)
    assert counter.desk.steps == [("settled", 900, True)]
    counter.press(Qt.Key.Key_F7)
    assert len(counter.desk.steps) == 1


@pytest.mark.parametrize("theme", Theme)
def test_a_case_is_pictured_and_its_photo_opens_in_the_window(
    dressed: QApplication, qtbot: QtBot, pictures: Path, tmp_path: Path, theme: Theme
) -> None:
    apply(dressed, theme)
    counter = CounterWindow(qtbot)
    number = begun(counter)
    photo = tmp_path / "gói hàng rách.png"
    counter.window.grab().scaled(300, 200).save(str(photo))
    counter.desk.add_evidence(AddEvidence(bytes(16), number, photo))
    counter.press(F12)
    steps = page(counter).steps
    steps.step.setFocus()
    counter.type("2")

    for _ in range(5):  # what has grown asks what is around it for room, one turn each
        QApplication.processEvents()

    assert without_name(page(counter)) == []
    counter.window.grab().save(str(pictures / f"complaint-case-{theme}.png"))
    page(counter).facts.files.setFocus()
    counter.press(ENTER)
    assert page(counter).shown.isVisible()
    page(counter).shown.close()
