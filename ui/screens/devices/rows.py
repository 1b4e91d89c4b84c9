"""Printers, papers and the scanner in words; Qt-free."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.domain.devices import OF_CASH, PROFILES, Devices, DevicesFound, ScannerChoice
from app.domain.scan_test import Diagnosis, Finding
from app.messages import text
from app.queries.printers import PrinterStanding
from ui.shell.print_note import printer_title, short_words
from ui.style.tokens import Tone

Options = tuple[tuple[str, str], ...]
"""(value, label) of what may be chosen."""


@dataclass(frozen=True, slots=True)
class PrinterRow:
    """One printer as its line shows it. ``sign`` says with a shape what ``tone`` says."""

    name: str
    title: str
    detail: str
    state: str
    tone: Tone
    waiting: str
    problem: str


def printer_row(standing: PrinterStanding) -> PrinterRow:
    """In words."""
    papers = ", ".join(text(f"paper.kind.{profile}") for profile in standing.profiles)
    waiting = text("ui.devices.waiting", count=standing.waiting) if standing.waiting else ""
    return PrinterRow(
        name=standing.name,
        title=printer_title(standing.name) if standing.name else text("ui.printers.short.none"),
        detail=" · ".join(part for part in (papers, _way(standing)) if part),
        state=short_words(standing) or text("ui.devices.ready"),
        tone=Tone.WARN if standing.code else Tone.GOOD,
        waiting=waiting,
        problem=standing.problem,
    )


def _way(standing: PrinterStanding) -> str:
    return "" if standing.connection in ("", standing.name) else standing.connection


def printer_options(devices: Devices, found: DevicesFound) -> Options:
    """All that a paper may go to: what was set up here, what the system knows, the folder."""
    named = [printer.name for printer in devices.used()]
    names = dict.fromkeys((*named, *found.printers, "folder"))
    return tuple((name, printer_title(name)) for name in names)


def chosen_printers(devices: Devices) -> dict[str, str]:
    """By profile."""
    return {profile: devices.paper(profile).printer for profile in PROFILES}


def drawer_options(devices: Devices) -> Options:
    """Nobody but the key, then each printer that the cash drawer may hang on."""
    found = [(each.name, printer_title(each.name)) for each in devices.drawer_printers()]
    return (("", text("ui.devices.no_drawer")), *found)


def chosen_drawer(devices: Devices) -> str:
    """The printer that opens it; "" for none."""
    choice = devices.drawer()
    return choice.name if choice is not None else ""


def drawer_changes(devices: Devices, printer: str) -> Mapping[str, Any]:
    """What to save so that ``printer`` opens it, and no other does."""
    papers = {
        profile: {
            "printer": paper.printer,
            "drawer": bool(printer) and profile in OF_CASH and paper.printer == printer,
        }
        for profile, paper in devices.papers.items()
    }
    return {"papers": papers}


def port_options(chosen: ScannerChoice, found: DevicesFound) -> Options:
    """Serial ports, the chosen one first even while it is not there."""
    names = dict.fromkeys((*((chosen.port,) if chosen.port else ()), *found.ports))
    return tuple((name, name.removeprefix("/dev/")) for name in names)


def scanner_words(state: str) -> tuple[str, Tone]:
    """How the way to the scanner stands."""
    tones = {"keyboard": Tone.INFO, "connected": Tone.GOOD, "away": Tone.WARN}
    return text(f"ui.devices.scanner.{state}"), tones[state]


def diagnosis_words(diagnosis: Diagnosis) -> tuple[str, Tone]:
    """What is wrong and how to put it right, one sentence below the other."""
    sentences = [text(f"ui.scan_test.{finding}") for finding in diagnosis.findings]
    if Finding.WHOLE not in diagnosis.findings:
        sentences.append(text("ui.scan_test.received", received=diagnosis.received[:40]))
    return "\n".join(sentences), Tone.GOOD if diagnosis.is_whole else Tone.WARN
