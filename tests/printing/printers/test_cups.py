"""Against a scheduler of our own, started for these tests and told to print to a socket."""

import shutil
import socket
import subprocess
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp

import pytest

from app.errors import EnvironmentFault
from app.messages import text_for
from printing.documents import render
from printing.printers import cups
from printing.printers.base import (
    Fate,
    HandoverUnknown,
    Order,
    OutOfPaper,
    PrinterUnavailable,
    Trace,
)
from printing.printers.cups import CupsPrinter, page_size_mm
from tests.printing.samples import LABEL, RECEIPT

QUEUE = "Quay_2"
CUPSD = shutil.which("cupsd", path="/usr/sbin:/usr/bin")

CUPSD_CONF = """
Listen {folder}/s
LogLevel warn
MaxJobs 100
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
"""

CUPS_FILES_CONF = """
ServerRoot {folder}/root
ServerBin {folder}/bin
CacheDir {folder}/cache
RequestRoot {folder}/spool
StateDir {folder}/state
TempDir {folder}/tmp
AccessLog {folder}/access.log
ErrorLog {folder}/error.log
PageLog {folder}/page.log
"""


BACKEND = """#!/bin/sh
# A printer that takes every document, says "{says}", and prints nothing until it is let.
[ $# = 0 ] && exit 0
echo "STATE: +{says}" >&2
while [ ! -e {folder}/let ]; do sleep 0.05; done
echo "STATE: -{says}" >&2
cat "${{6:--}}" >{folder}/paper/out
"""


@dataclass
class Scheduler:
    folder: Path
    paper: socket.socket

    def run(self, command: str, *arguments: str) -> str:
        program = shutil.which(command, path="/usr/sbin:/usr/bin")
        assert program is not None
        done = subprocess.run([program, *arguments], check=True, capture_output=True, text=True)
        return done.stdout

    def wait(self) -> None:
        """Ask until it answers; each question is a process of its own and takes its time."""
        for _ in range(2000):
            if "is running" in self.run("lpstat", "-r"):
                return
        pytest.fail((self.folder / "error.log").read_text(encoding="utf-8"))

    def add_slow_printer(self, name: str, says: str) -> None:
        """A queue whose printer keeps what it gets and says how it is."""
        backend = self.folder / "bin" / "backend" / name.lower()
        backend.write_text(BACKEND.format(says=says, folder=self.folder), encoding="utf-8")
        backend.chmod(0o755)
        self.run("lpadmin", "-p", name, "-v", f"{name.lower()}:/x", "-m", "raw", "-E")

    def let_it_print(self) -> None:
        """The slow printer goes on."""
        (self.folder / "let").touch()

    def sheet(self) -> bytes:
        """What comes out of the printer next."""
        connection, _ = self.paper.accept()
        with connection:
            received = b""
            while part := connection.recv(65536):
                received += part
        return received


@pytest.fixture
def scheduler(monkeypatch: pytest.MonkeyPatch) -> Iterator[Scheduler]:
    if CUPSD is None:
        pytest.skip("cups is not installed here; the tests with stand-in commands still run")
    folder = Path(mkdtemp())  # root's scheduler lets its backends run as lp, who must get here
    folder.chmod(0o755)
    for name in ("root", "cache", "spool", "state", "tmp", "bin/backend"):
        (folder / name).mkdir(parents=True)
    for part in ("daemon", "filter", "driver"):
        (folder / "bin" / part).symlink_to(f"/usr/lib/cups/{part}")
    (folder / "bin" / "backend" / "socket").symlink_to("/usr/lib/cups/backend/socket")
    (folder / "bin" / "backend").chmod(0o755)
    (folder / "paper").mkdir()
    (folder / "paper").chmod(0o777)
    for name, content in (("cupsd.conf", CUPSD_CONF), ("cups-files.conf", CUPS_FILES_CONF)):
        (folder / name).write_text(content.format(folder=folder))
    monkeypatch.setenv("CUPS_SERVER", str(folder / "s"))
    with socket.create_server(("127.0.0.1", 0)) as paper:
        paper.settimeout(30)
        process = subprocess.Popen(
            [CUPSD, "-f", "-c", f"{folder}/cupsd.conf", "-s", f"{folder}/cups-files.conf"]
        )
        try:
            ours = Scheduler(folder, paper)
            ours.wait()
            port = paper.getsockname()[1]
            ours.run("lpadmin", "-p", QUEUE, "-v", f"socket://127.0.0.1:{port}", "-m", "raw", "-E")
            yield ours
        finally:
            process.terminate()
            process.wait()
            shutil.rmtree(folder)


def test_a_document_comes_out_of_a_real_queue_byte_for_byte(scheduler: Scheduler) -> None:
    pdf = render(RECEIPT)

    CupsPrinter(QUEUE).send(Order("100950-2-0000012", pdf))

    assert scheduler.sheet() == pdf


def until(fate: Callable[[], Fate], wanted: Fate) -> None:
    """Ask until it is so; each question goes to the scheduler and takes its time."""
    for _ in range(2_000):
        if fate() == wanted:
            return
    pytest.fail(f"never {wanted}")


def test_a_real_queue_is_followed_until_it_has_printed(scheduler: Scheduler) -> None:
    printer = CupsPrinter(QUEUE)

    ticket = printer.send(Order("receipt-1", render(RECEIPT)))
    scheduler.sheet()

    assert ticket == "Quay_2-1"
    until(lambda: printer.fate(ticket), "printed")


def test_a_real_queue_without_paper_says_so_and_goes_on_by_itself(scheduler: Scheduler) -> None:
    scheduler.add_slow_printer("Cham", "media-empty-error")
    printer = CupsPrinter("Cham", "roll")
    ticket = printer.send(Order("receipt-1", render(RECEIPT)))

    with pytest.raises(OutOfPaper) as caught:
        until(lambda: printer.fate(ticket), "printed")
    assert caught.value.printer == "roll"

    scheduler.let_it_print()
    for _ in range(2_000):
        with suppress(OutOfPaper):
            if printer.fate(ticket) == "printed":
                break
    assert (scheduler.folder / "paper" / "out").read_bytes() == render(RECEIPT)


def test_a_real_queue_that_takes_and_never_prints_is_under_way_until_it_is_withdrawn(
    scheduler: Scheduler,
) -> None:
    scheduler.add_slow_printer("Cham", "none")
    printer = CupsPrinter("Cham")

    ticket = printer.send(Order("receipt-1", render(RECEIPT)))
    assert printer.fate(ticket) == "underway"
    printer.withdraw(ticket)

    until(lambda: printer.fate(ticket), "unknown")
    assert not (scheduler.folder / "paper" / "out").exists()


def test_after_a_crash_a_real_queue_still_knows_a_document_by_its_title(
    scheduler: Scheduler,
) -> None:
    CupsPrinter(QUEUE).send(Order("receipt-1", render(RECEIPT)))
    scheduler.sheet()
    printer = CupsPrinter(QUEUE)

    trace = printer.trace("receipt-1")

    assert trace == Trace(taken=True, ticket="Quay_2-1")
    until(lambda: printer.fate(trace.ticket), "printed")
    assert printer.trace("receipt-2").taken is None


def test_a_real_queue_that_was_stopped_with_documents_in_it_says_so(scheduler: Scheduler) -> None:
    scheduler.add_slow_printer("Cham", "none")
    printer = CupsPrinter("Cham")
    first, second = (printer.send(Order(f"receipt-{n}", render(RECEIPT))) for n in (1, 2))
    scheduler.run("cupsdisable", "-r", "Thay mực", "Cham")

    assert first != second
    with pytest.raises(cups.PrintQueuePaused) as caught:
        until(lambda: printer.fate(second), "printed")

    assert caught.value.printer == "Cham"


def test_where_no_scheduler_answers_nothing_is_claimed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CUPS_SERVER", "/run/tem/none.sock")
    printer = CupsPrinter(QUEUE)

    assert printer.trace("receipt-1").taken is None
    assert printer.fate("") == "unknown"
    with pytest.raises(cups.PrintServiceStopped):
        printer.fate("Quay_2-1")


def test_a_real_scheduler_without_the_queue_is_told_from_one_with_it(scheduler: Scheduler) -> None:
    del scheduler

    with pytest.raises(cups.PrintQueueMissing) as caught:
        CupsPrinter("Quay_9").send(Order("a", render(LABEL)))

    assert "Quay_9" in text_for(caught.value)


def test_a_real_queue_that_was_stopped_gets_nothing_and_says_why(scheduler: Scheduler) -> None:
    scheduler.run("cupsdisable", "-r", "Hết giấy", QUEUE)

    with pytest.raises(cups.PrintQueuePaused) as caught:
        CupsPrinter(QUEUE).send(Order("a", render(LABEL)))

    assert "Hết giấy" in text_for(caught.value)
    assert scheduler.run("lpstat", "-W", "all", "-o") == ""


def test_a_real_queue_that_takes_no_jobs_is_said_to_refuse(scheduler: Scheduler) -> None:
    scheduler.run("cupsreject", QUEUE)

    with pytest.raises(cups.PrintQueueRefusing):
        CupsPrinter(QUEUE).send(Order("a", render(LABEL)))


READY = """#!/bin/sh
echo "scheduler is running"
echo "printer Quay_2 is idle.  enabled since today"
"""


@dataclass
class Commands:
    """Stand-ins for the system's programs, the only ones on the PATH."""

    folder: Path

    def put(self, name: str, script: str) -> None:
        program = self.folder / name
        program.write_text(script, encoding="utf-8")
        program.chmod(0o755)


@pytest.fixture
def commands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Commands:
    monkeypatch.setenv("PATH", str(tmp_path))
    stand_ins = Commands(tmp_path)
    stand_ins.put("lpstat", READY)
    return stand_ins


def refusal(printer: CupsPrinter) -> EnvironmentFault:
    with pytest.raises(EnvironmentFault) as caught:
        printer.send(Order("a", render(LABEL)))
    return caught.value


def test_the_queue_the_title_and_the_exact_paper_are_told_to_lp(commands: Commands) -> None:
    told, given = commands.folder / "told", commands.folder / "given"
    commands.put("lp", f'#!/bin/sh\necho "$@" >{told}\n/bin/cat >{given}\n')

    CupsPrinter(QUEUE).send(Order("RR473124829VN", render(LABEL)))

    assert told.read_text(encoding="utf-8").strip() == (
        "-d Quay_2 -t RR473124829VN -o media=Custom.105x148mm -o print-scaling=none -"
    )
    assert given.read_bytes() == render(LABEL)


def test_another_paper_and_several_copies_are_told_to_lp(commands: Commands) -> None:
    told = commands.folder / "told"
    commands.put("lp", f'#!/bin/sh\necho "$@" >{told}\necho "request id is Quay_2-7 (1 file(s))"\n')

    ticket = CupsPrinter(QUEUE).send(Order("report-1", render(LABEL), paper="a4", copies=3))

    assert ticket == "Quay_2-7"
    assert "-o media=A4 -o print-scaling=none -n 3 -" in told.read_text(encoding="utf-8")


def test_a_machine_without_cups_is_told_so(commands: Commands) -> None:
    assert isinstance(refusal(CupsPrinter(QUEUE)), cups.PrintSystemMissing)  # lpstat, but no lp
    (commands.folder / "lpstat").unlink()
    assert isinstance(refusal(CupsPrinter(QUEUE)), cups.PrintSystemMissing)


def test_a_scheduler_that_does_not_run_is_told(commands: Commands) -> None:
    commands.put("lpstat", "#!/bin/sh\necho 'scheduler is not running'\nexit 1\n")

    assert isinstance(refusal(CupsPrinter(QUEUE)), cups.PrintServiceStopped)


def test_a_scheduler_that_does_not_answer_counts_as_stopped(commands: Commands) -> None:
    commands.put("lpstat", "#!/bin/sh\nexec /bin/sleep 60\n")

    assert isinstance(refusal(CupsPrinter(QUEUE, patience_s=0.05)), cups.PrintServiceStopped)


def test_silence_in_the_middle_of_a_job_is_doubt_and_not_refusal(commands: Commands) -> None:
    commands.put("lp", "#!/bin/sh\nexec /bin/sleep 60\n")

    assert isinstance(refusal(CupsPrinter(QUEUE, patience_s=0.5)), HandoverUnknown)


def test_a_queue_that_vanishes_between_question_and_job_is_missing(commands: Commands) -> None:
    commands.put("lp", "#!/bin/sh\necho 'lp: The printer or class does not exist.' >&2\nexit 1\n")

    assert isinstance(refusal(CupsPrinter(QUEUE)), cups.PrintQueueMissing)


def test_any_other_refusal_is_told_in_the_words_of_the_system(commands: Commands) -> None:
    commands.put("lp", "#!/bin/sh\necho 'lp: Too many active jobs.' >&2\nexit 1\n")

    fault = refusal(CupsPrinter(QUEUE))

    assert isinstance(fault, PrinterUnavailable)
    assert "Too many active jobs." in text_for(fault)


def test_bytes_without_a_page_are_no_document() -> None:
    with pytest.raises(ValueError, match="page size"):
        page_size_mm(b"%PDF")
