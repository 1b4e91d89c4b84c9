"""``tem printers …`` and ``tem scanner …``: how devices stand, and whether they work."""

import argparse
import sys
from dataclasses import dataclass
from queue import Empty, Queue
from typing import TYPE_CHECKING, ClassVar

import msgspec

from app.bootstrap.desk import open_counter
from app.cli.output import Exit, Output
from app.cli.signing_in import sign_in
from app.domain.devices import ScannerChoice
from app.domain.scan_test import Diagnosis, diagnose
from app.errors import EnvironmentFault
from app.messages import text
from app.queries.printers import PrinterStanding
from app.scanners.choosing import reader_of
from app.scanners.framing import Scan
from app.settings import home

if TYPE_CHECKING:
    from app.scanners.reader import State


@dataclass(eq=False)
class NothingScanned(EnvironmentFault):
    """No code came in time."""

    code: ClassVar[str] = "cli.nothing_scanned"
    seconds: int


def list_printers(given: argparse.Namespace, output: Output) -> Exit:
    with open_counter(home(given.home)) as desk:
        standings = desk.printers()
    shape = {"printers": [msgspec.to_builtins(each) for each in standings]}
    output.answer(shape, *map(_line, standings))
    return Exit.DONE


def test_printer(given: argparse.Namespace, output: Output) -> Exit:
    with open_counter(home(given.home)) as desk:
        sign_in(desk, given)
        desk.print_test_page(given.printer)
    output.answer({"printer": given.printer}, text("cli.printers.tested", printer=given.printer))
    return Exit.DONE


def test_scanner(given: argparse.Namespace, output: Output) -> Exit:
    """A scanner that types is read from the terminal, any other from its own line."""
    with open_counter(home(given.home)) as desk:
        choice = desk.settings().devices.scanner
    output.progress("cli.scanner.scan_now")
    diagnosis = diagnose(_scanned(choice, given.seconds))
    shape = {"received": diagnosis.received, "findings": list(map(str, diagnosis.findings))}
    output.answer(shape, *_words(diagnosis))
    return Exit.DONE if diagnosis.is_whole else Exit.REFUSED


def _line(standing: PrinterStanding) -> str:
    state = standing.problem or text("ui.devices.ready")
    papers = ", ".join(text(f"paper.kind.{profile}") for profile in standing.profiles)
    waiting = text("ui.devices.waiting", count=standing.waiting)
    return f"{standing.name or '–'} · {papers} · {waiting} · {state}"


def _scanned(choice: ScannerChoice, seconds: int) -> str:
    """Raises NothingScanned, and why what came is no code."""
    heard: Queue[Scan | State] = Queue()
    reader = reader_of(choice, heard.put)
    if reader is None:
        return sys.stdin.readline().rstrip("\r\n")
    reader.start()
    try:
        while not isinstance(scan := heard.get(timeout=seconds), Scan):
            pass
    except Empty:
        raise NothingScanned(seconds) from None
    finally:
        reader.stop()
    if scan.problem is not None:
        raise scan.problem
    return scan.text


def _words(diagnosis: Diagnosis) -> tuple[str, ...]:
    received = text("ui.scan_test.received", received=diagnosis.received)
    return (*(text(f"ui.scan_test.{finding}") for finding in diagnosis.findings), received)
