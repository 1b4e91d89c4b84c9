"""``tem hq``: headquarters' service and what its staff do from a command line."""

import argparse
import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from getpass import getuser
from pathlib import Path
from threading import Thread, main_thread
from time import strftime
from typing import Any

from app.cli import reports
from app.cli.output import Exit, Output
from app.cli.reference import read_file
from app.clock import local, utc
from app.domain.daily_report import MadeReport
from app.messages import text
from app.settings import home
from sync.headquarters.backing_up import back_up_headquarters
from sync.headquarters.enrolling import issue_code
from sync.headquarters.feed import province_scope
from sync.headquarters.office import Headquarters, open_headquarters
from sync.headquarters.publishing import publish as publish_files
from sync.headquarters.reporting import AskOffice, office_report
from sync.headquarters.restoring import Begun, look_at_start, said_to_be_restored
from sync.headquarters.revoking import reason_words
from sync.headquarters.snapshots import make_snapshot
from sync.headquarters.status import Status
from sync.headquarters.status import status as read_status


def serve(given: argparse.Namespace, output: Output) -> Exit:
    from sync.headquarters.serving import serve as serve_http  # noqa: PLC0415 - a quarter second

    folder = _folder(given)
    with headquarters_of(given) as headquarters:
        begun = look_at_start(headquarters.database, headquarters.clock.now_ms())
        settled = headquarters.retry_held()
    if begun is not None:
        output.progress("cli.hq.restore_noticed", skipped=len(begun.floors))
        _tell_of_lost(begun, output)
    output.progress("cli.hq.serving", host=given.host, port=given.port, settled=settled)
    if given.until_told:
        Thread(target=_end_with_input, name="until-told", daemon=True).start()
    serve_http(folder, given.database or "", given.host, given.port, given.workers)
    return Exit.DONE


def _tell_of_lost(begun: Begun, output: Output) -> None:
    if begun.acts_lost:
        output.progress("cli.hq.acts_lost", lines=begun.acts_lost)


def _end_with_input() -> None:
    """Whoever started us has gone, or closed our input as the sign to end.

    Read below ``sys.stdin``, whose lock a forked worker would find held for ever. Only the main
    thread is woken by a signal of its own.
    """
    while os.read(0, 1):
        pass
    ident = main_thread().ident
    assert ident is not None
    signal.pthread_kill(ident, signal.SIGTERM)


def restored(given: argparse.Namespace, output: Output) -> Exit:
    with headquarters_of(given) as hq:
        words = reason_words(given.reason)
        begun = said_to_be_restored(hq.database, words, at_keyboard(), hq.clock.now_ms())
    shape = [
        {"kind": kind.value, "prefix": prefix, "after": hi}
        for (kind, prefix), hi in sorted(begun.floors.items())
    ]
    _tell_of_lost(begun, output)
    output.answer(
        {"skipped": shape, "acts_lost": begun.acts_lost},
        text("cli.hq.restored", skipped=len(shape)),
    )
    return Exit.DONE


def snapshot(given: argparse.Namespace, output: Output) -> Exit:
    with headquarters_of(given) as headquarters:
        made = make_snapshot(
            headquarters.database,
            headquarters.keys,
            province_scope(given.province),
            headquarters.clock.now_ms(),
        )
    shape = {"scope": made.scope, "rows": made.rows, "parts": len(made.parts), "pos": made.pos}
    output.answer(shape, text("cli.hq.snapshot", **shape))
    return Exit.DONE


def backup(given: argparse.Namespace, output: Output) -> Exit:
    folder = _folder(given)
    with headquarters_of(given) as headquarters:
        target = Path(given.file).absolute() if given.file else _new_backup(folder, given.database)
        made = back_up_headquarters(
            headquarters, folder, target, given.database or "", at_keyboard()
        )
    shape = {
        "backup": str(made.path),
        "bytes": made.size,
        "terminals": made.terminals,
        "entries": made.entries,
    }
    output.answer(shape, text("cli.hq.backed_up", path=made.path, entries=made.entries))
    return Exit.DONE


def _new_backup(folder: Path, database: str | None) -> Path:
    backups = folder / "backups"
    backups.mkdir(mode=0o700, exist_ok=True)
    ending = "dump" if database else "db"
    return backups / f"headquarters-{strftime('%Y%m%d-%H%M%S')}.{ending}"


def enrol(given: argparse.Namespace, output: Output) -> Exit:
    with headquarters_of(given) as headquarters:
        now_ms = headquarters.clock.now_ms()
        with headquarters.database.writing() as connection:
            code = issue_code(connection, given.office, given.counter, now_ms)
    output.answer(
        {"code": str(code), "office": code.office, "counter": code.counter},
        text("cli.hq.code", code=code),
    )
    return Exit.DONE


def publish(given: argparse.Namespace, output: Output) -> Exit:
    files = [(Path(name).name, read_file(name)) for name in given.files]
    with headquarters_of(given) as headquarters:
        now_ms = headquarters.clock.now_ms()
        with headquarters.database.writing() as connection:
            done = publish_files(connection, files, now_ms, at_keyboard())
    output.answer(
        {"files": done.files, "people": done.people},
        text("cli.hq.published", files=done.files, people=done.people),
    )
    return Exit.DONE


def status(given: argparse.Namespace, output: Output) -> Exit:
    with headquarters_of(given) as headquarters, headquarters.database.reading() as connection:
        found = read_status(connection)
    lines = [
        text(
            "cli.hq.terminal",
            terminal=each.terminal,
            office=each.office,
            counter=each.counter,
            acked=each.acked,
            backed_up=each.backed_up,
            pending=each.pending,
            last_seen=_when(each.last_seen_ms) or text("cli.hq.never"),
        )
        for each in found.terminals
    ]
    totals = text(
        "cli.hq.totals",
        entries=found.entries,
        quarantined=found.quarantined,
        conflicts=found.conflicts,
        forks=found.forks,
    )
    lines += [text("cli.hq.shift_differs", shift=each) for each in found.shifts_differing]
    output.answer(_status_shape(found), *lines, totals)
    return Exit.DONE


def report(given: argparse.Namespace, output: Output) -> Exit:
    files = reports.formats_of(given.out)
    ask = AskOffice(given.office, given.date, given.counter, given.of_clerk)
    with headquarters_of(given) as headquarters, headquarters.database.reading() as connection:
        now_ms = headquarters.clock.now_ms()
        found = office_report(connection, ask, now_ms, reports.progress_to(output))
    reports.answer(MadeReport(found), files, output)
    return Exit.DONE


def _status_shape(found: Status) -> dict[str, Any]:
    return {
        "terminals": [
            {
                "terminal": each.terminal,
                "epoch": each.epoch,
                "office": each.office,
                "counter": each.counter,
                "acked": each.acked,
                "backed_up": each.backed_up,
                "pending": each.pending,
                "last_seen": _when(each.last_seen_ms),
                "clock_off_ms": each.clock_off_ms,
                "frozen": each.frozen,
            }
            for each in found.terminals
        ],
        "entries": found.entries,
        "quarantined": found.quarantined,
        "conflicts": found.conflicts,
        "forks": found.forks,
        "shifts_differing": list(found.shifts_differing),
    }


@contextmanager
def headquarters_of(given: argparse.Namespace) -> Iterator[Headquarters]:
    """The one whose home or database was named."""
    found = open_headquarters(_folder(given), given.database or "")
    try:
        yield found
    finally:
        found.close()


def at_keyboard() -> str:
    """Who gives the command, as the log names them: the account of the computer."""
    try:
        return f"tem hq ({getuser()})"
    except (OSError, KeyError, ImportError):
        return "tem hq"


def _folder(given: argparse.Namespace) -> Path:
    return home(given.home).root / "headquarters"


def _when(at_ms: int) -> str:
    return local(utc(at_ms)).isoformat(timespec="seconds") if at_ms else ""
