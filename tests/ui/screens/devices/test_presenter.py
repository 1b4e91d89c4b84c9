from app.domain.devices import devices_from
from app.domain.scan_test import SELF_TEST
from app.services.permissions import NotPermitted
from app.settings import Settings
from printing.printers.base import OutOfPaper
from tests.fakes.fake_desk import FakeDesk
from tests.fakes.fake_shell import FakeShell
from tests.fakes.held_runner import HeldRunner
from ui.changes import ChangeFeed, Topic
from ui.running import ImmediateRunner, Runners
from ui.screens.devices.presenter import Chosen, DevicesPresenter
from ui.screens.devices.rows import PrinterRow
from ui.style.tokens import Tone


class _Page:
    """Records what the page shows."""

    def __init__(self) -> None:
        self.desk, self.shell, self.changes = FakeDesk(), FakeShell(), ChangeFeed()
        self.rows: tuple[PrinterRow, ...] = ()
        self.choices: list[Chosen] = []
        self.scanner = ""
        self.diagnosis = ("", Tone.PLAIN)
        self.printing = HeldRunner()
        now = ImmediateRunner()
        runners = Runners(now, now, now, lambda _queue: self.printing)
        self.presenter = DevicesPresenter(self, self.desk, runners, self.changes, self.shell)
        self.presenter.open()

    def show_printers(self, rows: tuple[PrinterRow, ...]) -> None:
        self.rows = rows

    def show_choices(self, chosen: Chosen) -> None:
        self.choices.append(chosen)

    def show_scanner(self, words: str, tone: Tone) -> None:
        assert tone
        self.scanner = words

    def show_diagnosis(self, words: str, tone: Tone) -> None:
        self.diagnosis = (words, tone)


def test_printers_choices_and_scanner_are_shown() -> None:
    page = _Page()

    assert [row.title for row in page.rows] == ["Thư mục in"]
    assert page.choices[-1].printers == (("folder", "Thư mục in"), ("cups:Quay_2", "Quay_2"))
    assert page.choices[-1].ports == (("/dev/ttyUSB0", "ttyUSB0"),)
    assert "bàn phím" in page.scanner


def test_a_scanner_that_comes_or_goes_is_told_at_once() -> None:
    page = _Page()
    page.shell.scanner = "away"

    page.changes.announce(Topic.DEVICES)

    assert "Không thấy" in page.scanner


def test_a_test_page_is_printed_once_however_often_it_is_asked_for() -> None:
    page = _Page()

    page.presenter.print_test_page("folder")
    page.presenter.print_test_page("folder")
    page.presenter.print_test_page("")
    page.printing.answer_all()

    assert page.desk.calls.count("print_test_page folder") == 1
    assert page.shell.told[-1][1] == Tone.GOOD


def test_a_printer_without_paper_says_so_and_may_be_tried_again() -> None:
    page = _Page()
    page.desk.fail_next = OutOfPaper("folder")

    page.presenter.print_test_page("folder")
    page.printing.answer_all()
    page.presenter.print_test_page("folder")
    page.printing.answer_all()

    assert isinstance(page.shell.failed[0], OutOfPaper)
    assert page.shell.told[-1][1] == Tone.GOOD


def test_a_paper_goes_to_another_printer_and_what_waits_is_sent_there() -> None:
    page = _Page()

    page.presenter.choose_printer("receipt", "cups:Quay_2")

    assert page.choices[-1].papers["receipt"] == "cups:Quay_2"
    assert page.shell.asked[-1][0] == "use settings"
    assert page.shell.printed == 1


def test_a_choice_that_is_not_ones_own_is_refused_and_shown_as_it_was() -> None:
    page = _Page()
    page.desk.fail_next = NotPermitted()
    before = page.choices[-1]

    page.presenter.choose_printer("receipt", "cups:Quay_2")

    assert isinstance(page.shell.failed[-1], NotPermitted)
    assert page.choices[-1] == before


def test_a_serial_scanner_needs_its_port() -> None:
    page = _Page()

    page.presenter.choose_scanner("serial", "")
    assert page.shell.told[-1][1] == Tone.WARN
    page.presenter.choose_scanner("serial", "/dev/ttyUSB0")
    assert (page.choices[-1].scanner, page.choices[-1].port) == ("serial", "/dev/ttyUSB0")

    page.presenter.choose_scanner("keyboard", "/dev/ttyUSB0")
    assert (page.choices[-1].scanner, page.choices[-1].port) == ("keyboard", "")


def test_a_scan_is_judged() -> None:
    page = _Page()

    page.presenter.take_scan(SELF_TEST)
    whole = page.diagnosis
    page.presenter.take_scan(SELF_TEST, ended=False)

    assert (whole[1], page.diagnosis[1]) == (Tone.GOOD, Tone.WARN)
    assert "Enter" in page.diagnosis[0]


def test_a_page_that_has_gone_hears_nothing_more() -> None:
    page = _Page()
    page.presenter.stop()
    shown = len(page.choices)

    page.changes.announce(Topic.PRINTS)

    assert len(page.choices) == shown
    assert Settings().devices == devices_from({})
