from tests.fakes.hands import Show
from ui.style.tokens import LIGHT
from ui.widgets.steps import Steps


def test_the_step_of_now_is_named_with_its_place(show: Show) -> None:
    steps = Steps(["Đếm", "Đối chiếu", "In"])
    show(steps)

    steps.set_now(1)
    assert steps.accessibleName() == "2/3 Đối chiếu"
    steps.set_now(3)
    assert steps.accessibleName() == "3/3 In"


def test_another_language_keeps_the_place() -> None:
    steps = Steps(["Đếm", "In"])
    steps.set_now(1)

    steps.say_again({"Đếm": "Count", "In": "Print"}.__getitem__)

    assert steps.accessibleName() == "2/2 Print"


def test_the_disc_of_now_is_filled(show: Show) -> None:
    steps = Steps(["Đếm", "In"])
    show(steps)
    steps.set_now(0)

    picture = steps.grab().toImage()

    colours = {picture.pixelColor(x, 14).name().upper() for x in range(2, 24)}
    assert LIGHT.accent in colours


def test_without_room_only_the_word_of_now_is_kept(show: Show) -> None:
    steps = Steps(["Kiểm giấy tờ thật kỹ", "Đếm tiền trong quỹ", "Đối chiếu với sổ"])
    show(steps)
    steps.setFixedWidth(220)

    assert steps.sizeHint().width() > 220
    assert not steps.grab().isNull()
