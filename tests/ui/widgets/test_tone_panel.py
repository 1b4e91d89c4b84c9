from PySide6.QtGui import QColor

from tests.fakes.hands import Show
from ui.style.tokens import LIGHT, Tone
from ui.widgets.tone_panel import TonePanel


def test_ground_and_bar_are_those_of_the_tone(show: Show) -> None:
    panel = TonePanel()
    panel.setFixedSize(100, 40)
    show(panel)

    panel.set_tone(Tone.WARN)
    picture = panel.grab().toImage()

    assert picture.pixelColor(50, 20) == QColor(LIGHT.warn_soft)
    assert picture.pixelColor(1, 20) == QColor(LIGHT.warn_bar)


def test_corners_are_round_unless_it_spans_the_window(show: Show) -> None:
    rounded, square = TonePanel(), TonePanel(rounded=False)
    for panel in (rounded, square):
        panel.setFixedSize(100, 40)
        panel.set_tone(Tone.BAD)
    show(rounded, square)

    assert square.grab().toImage().pixelColor(99, 0) == QColor(LIGHT.bad_soft)
    assert rounded.grab().toImage().pixelColor(99, 0) != QColor(LIGHT.bad_soft)
