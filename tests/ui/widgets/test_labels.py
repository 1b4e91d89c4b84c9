from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication

from tests.fakes.hands import Show
from ui.style.tokens import LIGHT, Tone
from ui.widgets.labels import Elided, Rule, Text

LONG = "Công Tằng Tôn Nữ Hoàng Phương Tường, số 1234/56/78 ngõ 9 đường Cách mạng tháng Tám"


def test_text_is_never_read_as_markup(dressed: QApplication) -> None:
    plain = Text("<b>5 < 7</b>")

    assert plain.sizeHint().width() > Text("5 < 7").sizeHint().width()


def test_wrapping_text_takes_the_height_of_all_its_lines(show: Show) -> None:
    text = Text(LONG, wrap=True)
    window = show(text)

    window.resize(240, 600)

    lines = text.height() / QFontMetrics(text.font()).height()
    assert lines >= 3


def test_accents_above_capitals_are_inside_the_line(dressed: QApplication) -> None:
    text = Text("ỄỐẦ gỵ")

    ink = QFontMetrics(text.font()).tightBoundingRect("ỄỐẦ gỵ")
    assert text.sizeHint().height() >= ink.height()


def test_what_does_not_fit_is_told_in_the_tooltip(show: Show) -> None:
    elided = Elided(LONG)
    window = show(elided)
    window.resize(200, 100)
    elided.grab()

    assert elided.toolTip() == LONG

    elided.setText("Lê")
    elided.grab()

    assert not elided.toolTip()


def test_an_elided_line_gives_way_to_its_neighbours(dressed: QApplication) -> None:
    assert Elided(LONG).minimumSizeHint().width() < 100


def test_a_tone_colours_the_words(dressed: QApplication) -> None:
    text = Text("cân ổn định", "label")

    text.set_tone(Tone.GOOD)
    text.ensurePolished()

    assert text.palette().color(text.foregroundRole()).name().upper() == LIGHT.good


def test_a_heavy_rule_is_thicker(dressed: QApplication) -> None:
    assert Rule(heavy=True).height() > Rule().height()
