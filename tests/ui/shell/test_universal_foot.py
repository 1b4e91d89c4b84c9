from PySide6.QtWidgets import QLabel

from tests.fakes.hands import Show
from ui.shell.universal_foot import UniversalFoot


def _visible(foot: UniversalFoot) -> set[str]:
    return {label.text() for label in foot.findChildren(QLabel) if label.isVisible()}


def test_it_says_how_many_and_which_keys_act(show: Show) -> None:
    foot = UniversalFoot()
    show(foot)

    foot.say("4 kết quả", empty=False)

    assert foot.words() == "4 kết quả"
    assert _visible(foot) == {"4 kết quả", "chọn", "mở", "đăng ký khách mới", "đóng"}


def test_with_nothing_to_choose_only_registering_and_closing_are_offered(show: Show) -> None:
    foot = UniversalFoot()
    show(foot)

    foot.say("Không tìm thấy.", empty=True)

    assert _visible(foot) == {"Không tìm thấy.", "đăng ký khách mới", "đóng"}
