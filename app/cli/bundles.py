"""``tem bundle``: what a counter sends and hears where there is no line, in files on a stick."""

import argparse
from pathlib import Path

from app.bootstrap.opening import open_enrolled
from app.cli.output import Exit, Output
from app.messages import text
from app.settings import home
from sync.bundles.counter import export_bundle, import_bundle


def export(given: argparse.Namespace, output: Output) -> Exit:
    store = open_enrolled(home(given.home))
    try:
        done = export_bundle(store, Path(given.path).absolute())
    finally:
        store.close()
    output.answer(
        {"file": str(done.path), "entries": done.entries, "upto": done.upto, "bytes": done.size},
        text("cli.bundle.exported", entries=done.entries, path=done.path),
    )
    return Exit.DONE


def take(given: argparse.Namespace, output: Output) -> Exit:
    store = open_enrolled(home(given.home))
    try:
        passed = import_bundle(store, Path(given.path).absolute())
    finally:
        store.close()
    problem = {"code": passed.problem, "message": text(passed.problem)} if passed.problem else None
    shape = {
        "pulled": passed.pulled,
        "acked": passed.acked,
        "pending": passed.pending,
        "problem": problem,
    }
    words = text(
        "cli.bundle.imported", acked=passed.acked, pulled=passed.pulled, pending=passed.pending
    )
    output.answer(shape, *([words, text(passed.problem)] if passed.problem else [words]))
    return Exit.REFUSED if passed.problem else Exit.DONE
