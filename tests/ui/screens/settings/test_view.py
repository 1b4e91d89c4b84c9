from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.settings import Settings
from tests.fakes.hands import Hands, Show
from ui.screens.settings.view import SettingsView


def test_settings_are_shown_and_nobody_is_told(show: Show) -> None:
    view = SettingsView()
    chosen: list[tuple[str, str]] = []
    view.chosen.connect(lambda name, value: chosen.append((name, value)))
    show(view)

    view.show_settings(Settings(theme="contrast", text_scale=160, language="en", sounds=False))

    assert {name: row.value() for name, row in view.rows.items()} == {
        "language": "en",
        "theme": "contrast",
        "text_scale": "150",
        "sounds": "off",
        "reveal_reason": "off",
    }
    assert chosen == []


def test_a_theme_nobody_knows_is_shown_as_the_light_one(show: Show) -> None:
    view = SettingsView()
    show(view)

    view.show_settings(Settings(theme="purple"))

    assert view.rows["theme"].value() == "light"


def test_every_row_is_walked_and_chosen_from_by_keys(show: Show) -> None:
    view = SettingsView()
    chosen: list[tuple[str, str]] = []
    view.chosen.connect(lambda name, value: chosen.append((name, value)))
    hands = Hands(show(view))
    view.setFocus()

    hands.press(Qt.Key.Key_Right)
    hands.press(Qt.Key.Key_Return)
    hands.type("3")
    hands.press(Qt.Key.Key_Tab)
    hands.type("5")
    hands.press(Qt.Key.Key_Tab)
    hands.press(Qt.Key.Key_Right)

    assert chosen == [
        ("language", "en"), ("theme", "contrast"), ("text_scale", "200"), ("sounds", "off"),
    ]  # fmt: skip


def test_asking_why_is_a_switch_beside_the_log_of_looks(show: Show, qtbot: QtBot) -> None:
    view = SettingsView()
    hands = Hands(show(view))
    view.show_settings(Settings(reveal_reason=True))
    assert view.rows["reveal_reason"].value() == "on"

    view.rows["reveal_reason"].setFocus()
    with qtbot.waitSignal(view.chosen) as chosen:
        hands.press(Qt.Key.Key_Right)

    assert chosen.args == ["reveal_reason", "off"]
