from reportlab.graphics.shapes import Drawing, Rect, String

from app.domain.daily_report import Bar, Figure, Unit
from printing.hour_chart import hour_chart


def drawn(*amounts: int) -> Drawing:
    bars = [Bar(f"{8 + n:02d}", Figure(amount, Unit.VND)) for n, amount in enumerate(amounts)]
    return hour_chart(bars, 180, 40)


def columns(drawing: Drawing) -> list[Rect]:
    return [shape for shape in drawing.contents if isinstance(shape, Rect)]


def test_each_hour_has_a_column_as_high_as_its_sum() -> None:
    low, high = columns(drawn(100_000, 300_000))

    assert round(high.height / low.height, 6) == 3
    assert low.y == high.y


def test_money_given_back_hangs_below_nought() -> None:
    taken, back = columns(drawn(200_000, -100_000))

    assert round(back.y + back.height, 6) == round(taken.y, 6)
    assert back.fillColor != taken.fillColor


def test_the_scale_is_written_beside_its_lines() -> None:
    words = [shape.text for shape in drawn(150_000).contents if isinstance(shape, String)]

    assert words == ["0", "50.000", "100.000", "150.000", "08"]


def test_a_day_without_hours_has_a_scale_alone() -> None:
    assert columns(drawn()) == []
