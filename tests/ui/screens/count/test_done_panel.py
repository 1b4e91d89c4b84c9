from app.queries.standing import PrintedState
from app.services.closing import ClosedShift
from tests.fakes.fake_post_office import NOW
from tests.fakes.hands import Show
from tests.fakes.seen import words_on
from ui.screens.count.done_panel import DonePanel

CLOSED = ClosedShift("100950-2-C00003", 3, NOW, 480_000, 500_000, -20_000, 80_000, 400_000, "")


def test_it_says_the_z_its_difference_and_whether_the_slip_is_on_paper(show: Show) -> None:
    panel = DonePanel()
    show(panel)
    panel.show_closed(CLOSED, (PrintedState(1, "Phiếu chốt ca", "waiting", 0, ""),))

    panel.show_closed(
        CLOSED,
        (
            PrintedState(1, "Phiếu chốt ca", "printed", 0, ""),
            PrintedState(2, "Phiếu chốt ca", "failed", 1, "Hết giấy."),
        ),
    )

    words = words_on(panel)
    assert "Z 3" in words
    assert "−20.000\u00a0đ" in words
    assert "chưa ai xác nhận, chờ xử lý" in words
    assert "✓ Phiếu chốt ca: đã in" in words
    assert "! BẢN SAO lần 1: chưa in được" in words
    assert not any("chờ in" in each for each in words)
