"""``tem enrol``, ``tem sync``: a counter and its headquarters."""

import argparse
import signal
from typing import Any

from app.bootstrap.linking import enrol_by_code, linked_engine
from app.bootstrap.opening import open_enrolled
from app.cli.output import Exit, Output
from app.messages import text
from app.queries.standing import link_state
from app.settings import home
from app.store.evidence_sent import waiting_evidence
from app.store.outbox import exceptions
from app.store.store import Store
from sync.engine import Engine
from sync.passed import Passed
from sync.watching import Watch


def enrol(given: argparse.Namespace, output: Output) -> Exit:
    done = enrol_by_code(home(given.home), given.url, given.code)
    output.answer(
        {"terminal": done.terminal, "epoch": done.epoch, "new_leases": done.new_leases},
        text("cli.enrol.done", terminal=done.terminal),
    )
    return Exit.DONE


def sync(given: argparse.Namespace, output: Output) -> Exit:
    store = open_enrolled(home(given.home))
    try:
        with linked_engine(store) as engine:
            if given.watch:
                return _watch(store, engine, output)
            passed = engine.sync_pass()
            output.answer(_shape(store, passed), *_lines(passed))
            return Exit.REFUSED if passed.problem else Exit.DONE
    finally:
        store.close()


def _watch(store: Store, engine: Engine, output: Output) -> Exit:
    """Until it is told to end; every pass prints its line."""
    watch = Watch(store.clock)
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: watch.end())
    watch.run(engine, lambda passed: output.answer(_shape(store, passed), *_lines(passed)))
    return Exit.DONE


def _shape(store: Store, passed: Passed) -> dict[str, Any]:
    with store.reading() as connection:
        held = exceptions(connection)
        state = link_state(connection, store.clock)
        files = waiting_evidence(connection)
    return {
        "pushed": passed.pushed,
        "pulled": passed.pulled,
        "pending": passed.pending,
        "acked": passed.acked,
        "state": state,
        "problem": {"code": passed.problem, "message": text(passed.problem)}
        if passed.problem
        else None,
        "files": files,
        "held": [{"seq": each.seq, "status": each.status, "code": each.code} for each in held],
    }


def _lines(passed: Passed) -> list[str]:
    lines = [
        text(
            "cli.sync.passed",
            pushed=passed.pushed,
            pulled=passed.pulled,
            acked=passed.acked,
            pending=passed.pending,
        )
    ]
    return [*lines, text(passed.problem)] if passed.problem else lines
