"""Against stand-ins for the commands of the system; a real scheduler is in the file beside it."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from app.errors import EnvironmentFault
from app.messages import text_for
from printing.documents import render
from printing.printers import cups
from printing.printers.base import (
    HandoverUnknown,
    Order,
    PrinterUnavailable,
)
from printing.printers.cups import CupsPrinter, page_size_mm
from tests.printing.printers.scheduler import QUEUE
from tests.printing.samples import LABEL

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

    assert isinstance(refusal(CupsPrinter(QUEUE, handing_over_s=0.05)), HandoverUnknown)


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


def test_where_no_scheduler_answers_nothing_is_claimed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CUPS_SERVER", "/run/tem/none.sock")
    printer = CupsPrinter(QUEUE)

    assert printer.trace("receipt-1").taken is None
    assert printer.fate("") == "unknown"
    with pytest.raises(cups.PrintServiceStopped):
        printer.fate("Quay_2-1")
