"""The daily report over long books: seconds and memory, measured in a process of its own.

``python -m app.bench.reporting HOME DAY NOW_MS`` writes one line of JSON.
"""

import json
import subprocess
import sys
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from time import perf_counter
from typing import TextIO

import msgspec

from app.bench.long_books import write_long_books
from app.bench.subject import PROGRAM, make_sample
from app.bootstrap.opening import open_enrolled
from app.bootstrap.reports import drawn
from app.domain.daily_report import MadeReport, ReportFormat
from app.messages import text
from app.queries.report.here import AskReport, printing_note, report_here
from app.settings import Home

CUSTOMERS = 50


@dataclass(frozen=True, slots=True)
class Reported:
    """Seconds of each part, and megabytes: in use before, and the most that were."""

    day: str
    day_entries: int
    report_s: float
    pdf_s: float
    xlsx_s: float
    before_mb: float
    report_mb: float
    peak_mb: float


def run(home: Path, entries: int, days: int, out: TextIO, *, as_json: bool) -> None:
    """Write the books and report their middle day. ``home`` keeps what was written."""
    sample = make_sample(home, CUSTOMERS)
    begun = perf_counter()
    books = write_long_books(sample, entries, days)
    made_s = perf_counter() - begun
    done = subprocess.run(  # noqa: S603 - our own program
        [
            sys.executable, "-m", "app.bench.reporting",
            str(sample.home.root), books.middle.isoformat(), str(books.now_ms),
        ],
        cwd=PROGRAM,
        stdout=subprocess.PIPE,
        check=True,
    )  # fmt: skip
    found = msgspec.json.decode(done.stdout, type=Reported)
    about = {"entries": books.entries, "days": days, "made_s": round(made_s, 1)}
    if as_json:
        print(json.dumps({**about, **asdict(found)}), file=out, flush=True)
    else:
        print(text("bench.report", **about, **_shown(found)), file=out, flush=True)


def measure(home: Home, day: date, now_ms: int) -> Reported:
    """In this process: its memory is then that of a report and nothing else."""
    store = open_enrolled(home)
    try:
        before_mb = _memory_mb("VmRSS")
        begun = perf_counter()
        with store.reading() as connection:
            report = report_here(connection, AskReport(day), now_ms)
            made = MadeReport(report, printing_note(connection, report))
        report_s = perf_counter() - begun
        report_mb = _memory_mb("VmHWM")
        took = {}
        for form in ReportFormat:
            begun = perf_counter()
            drawn(made, form)
            took[form] = perf_counter() - begun
    finally:
        store.close()
    return Reported(
        day=day.isoformat(),
        day_entries=report.books[0].entries,
        report_s=round(report_s, 3),
        pdf_s=round(took[ReportFormat.PDF], 3),
        xlsx_s=round(took[ReportFormat.XLSX], 3),
        before_mb=before_mb,
        report_mb=report_mb,
        peak_mb=_memory_mb("VmHWM"),
    )


def _memory_mb(what: str) -> float:
    """As the kernel counts it; 0 where it does not tell."""
    status = Path("/proc/self/status")
    if not status.exists():
        return 0.0
    line = next(each for each in status.read_text().splitlines() if each.startswith(what))
    return round(int(line.split()[1]) / 1024, 1)


def _shown(found: Reported) -> dict[str, str]:
    return {name: str(value).replace(".", ",") for name, value in asdict(found).items()}


if __name__ == "__main__":
    told = measure(Home(Path(sys.argv[1])), date.fromisoformat(sys.argv[2]), int(sys.argv[3]))
    sys.stdout.buffer.write(msgspec.json.encode(told) + b"\n")
