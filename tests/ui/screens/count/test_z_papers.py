from app.errors import EnvironmentFault
from app.queries.standing import PrintedState
from app.services.closing import ClosedShift
from tests.fakes.fake_desk import FakeDesk
from tests.fakes.fake_post_office import NOW
from tests.fakes.fake_shell import FakeShell
from ui.running import ImmediateRunner, Runners
from ui.screens.count.z_papers import ZPapers

CLOSED = ClosedShift("100950-2-C00001", 1, NOW, 1, 1, 0, 0, 1, "")


def test_a_z_is_sent_to_its_printer_as_soon_as_there_is_one_and_copied_once_printed() -> None:
    desk, shell, now = FakeDesk(), FakeShell(), ImmediateRunner()
    shown: list[tuple[PrintedState, ...]] = []
    papers = ZPapers(
        desk, Runners(now, now, now), shell, lambda _closed, found: shown.append(found)
    )
    papers.look()
    papers.print()
    assert (shown, shell.printed) == ([], 0)

    papers.begin(CLOSED)
    assert (len(shown), shell.printed) == (1, 1)

    papers.papers = (PrintedState(1, "Z", "printed", 0, ""),)
    desk.fail_next = EnvironmentFault()
    papers.print()
    assert len(shell.failed) == 1
    papers.print()
    assert desk.calls[-1] == "reprint_shift"
    assert shell.printed == 2
