from app.queries.access import AccessLine, AccessQuery
from tests.fakes.fake_desk import FakeDesk
from tests.fakes.fake_post_office import NOW
from tests.fakes.fake_shell import FakeShell
from ui.running import ImmediateRunner, Runners
from ui.screens.customer.access_reading import AccessReading

LINE = AccessLine(NOW, "chau", "Châu", "0126000000197", "Lê Thị Mơ", "page", (), "")


class Log:
    """What a supervisor, or a clerk, is shown of the log."""

    def __init__(self) -> None:
        now = ImmediateRunner()
        self.desk, self.shell = FakeDesk(), FakeShell()
        self.shown = self.refused = 0
        self.reading = AccessReading(
            self.desk, Runners(now, now, now), self.shell, self._show, self._refuse
        )

    def _show(self) -> None:
        self.shown += 1

    def _refuse(self) -> None:
        self.refused += 1


def test_a_supervisor_reads_by_customer_and_by_clerk() -> None:
    log = Log()
    log.desk.supervised, log.desk.views = True, (LINE,)

    log.reading.of_customer("0126000000197")
    log.reading.of_clerk_that_day(LINE)

    assert log.reading.lines == (LINE,)
    assert log.shown == 2
    assert [type(asked) for asked in log.desk.told] == [AccessQuery, AccessQuery]


def test_a_clerk_is_led_back_and_told_why() -> None:
    log = Log()

    log.reading.of_customer("0126000000197")

    assert (log.shown, log.refused, len(log.shell.failed)) == (0, 1, 1)
