from PySide6.QtGui import QColor, QImage

from tests.fakes.hands import Show
from ui.style.theme import tokens
from ui.widgets.bar_chart import BarChart
from ui.widgets.figures import ChartBar


def painted(show: Show, *amounts: int) -> QImage:
    chart = BarChart("Theo giờ")
    show(chart)
    chart.resize(600, 200)
    chart.set_bars([ChartBar(f"{8 + n:02d}", amount) for n, amount in enumerate(amounts)])
    return chart.grab().toImage()


def dots(image: QImage, colour: str) -> list[int]:
    """How many of the colour each column of dots has."""
    wanted = QColor(colour)
    return [
        sum(image.pixelColor(x, y) == wanted for y in range(image.height()))
        for x in range(image.width())
    ]


def test_bars_are_as_high_as_their_amounts(show: Show) -> None:
    columns = dots(painted(show, 100_000, 300_000), tokens().accent)
    low, high = max(columns[:340]), max(columns[340:])

    assert abs(high - 3 * low) <= 6


def test_what_was_given_back_hangs_in_another_colour(show: Show) -> None:
    image = painted(show, 200_000, -100_000)

    assert any(dots(image, tokens().accent))
    assert any(dots(image, tokens().warn_bar))


def test_without_bars_nothing_is_drawn(show: Show) -> None:
    assert not any(dots(painted(show), tokens().accent))


def test_without_a_scale_the_highest_stands_out_and_every_bar_is_said(show: Show) -> None:
    chart = BarChart("Theo giờ", nothing="Chưa có bưu gửi nào")
    show(chart)
    chart.resize(600, 200)
    chart.set_bars([ChartBar("8", 2), ChartBar("9", 0), ChartBar("10", 5)])
    image = chart.grab().toImage()

    assert any(dots(image, tokens().accent)[:200])
    assert any(dots(image, tokens().warn_bar)[400:])
    assert chart.accessibleName() == "Theo giờ: 8: 2, 9: 0, 10: 5"


def test_no_bars_are_said_in_words(show: Show) -> None:
    chart = BarChart("Theo giờ", nothing="Chưa có bưu gửi nào")

    chart.set_bars(())

    assert chart.accessibleName() == "Chưa có bưu gửi nào"
    assert not chart.grab().isNull()
