from tests.fakes.hands import Show
from ui.shell.stamp import Stamp


def test_it_is_drawn_at_any_size_for_light_and_dark_grounds(show: Show) -> None:
    small, large, dark = Stamp(), Stamp(72), Stamp(72, dark=True)
    show(small, large, dark)

    assert large.sizeHint().width() > small.sizeHint().width()
    assert large.grab().toImage() != dark.grab().toImage()
