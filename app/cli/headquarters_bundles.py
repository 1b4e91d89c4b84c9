"""``tem hq bundle``: headquarters takes what counters send in files, and writes the answers."""

import argparse
from pathlib import Path
from typing import Any

from app.cli.headquarters import at_keyboard, headquarters_of
from app.cli.output import Exit, Output
from app.errors import TemError
from app.messages import text, text_for
from sync.bundles.form import UP
from sync.bundles.reading import whole_paths
from sync.headquarters.carrying import TakenBundle, answer_bundle, take_bundle, waiting_answers
from sync.headquarters.office import Headquarters


def take(given: argparse.Namespace, output: Output) -> Exit:
    """A file that is wrong holds up none of the others."""
    shapes, lines = [], []
    with headquarters_of(given) as headquarters:
        for path in whole_paths([Path(each).absolute() for each in given.paths], UP):
            shape, words = _taken(headquarters, path)
            shapes.append(shape)
            lines.append(words)
    output.answer({"files": shapes}, *lines)
    whole = all(not shape["problem"] for shape in shapes)
    return Exit.DONE if whole else Exit.REFUSED


def answer(given: argparse.Namespace, output: Output) -> Exit:
    folder = Path(given.folder).absolute()
    shapes, lines = [], []
    with headquarters_of(given) as headquarters:
        terminals = [given.terminal] if given.terminal else waiting_answers(headquarters)
        for terminal in terminals:
            made = answer_bundle(headquarters, terminal, folder, at_keyboard())
            shapes.append(
                {
                    "file": str(made.path),
                    "terminal": terminal,
                    "acked": made.acked,
                    "rows": made.rows,
                    "bytes": made.size,
                }
            )
            lines.append(
                text(
                    "cli.hq.bundle_answered",
                    terminal=terminal,
                    acked=made.acked,
                    rows=made.rows,
                    path=made.path,
                )
            )
    output.answer({"files": shapes}, *(lines or [text("cli.hq.bundle_nobody")]))
    return Exit.DONE


def _taken(headquarters: Headquarters, path: Path) -> tuple[dict[str, Any], str]:
    try:
        done = take_bundle(headquarters, path, at_keyboard())
    except TemError as error:
        sentence = text_for(error)
        problem = {"code": error.code, "message": sentence}
        return {"file": str(path), "problem": problem}, f"{path.name}: {sentence}"
    shape: dict[str, Any] = {
        "file": str(path),
        "terminal": done.terminal,
        "office": done.office,
        "counter": done.counter,
        "new": done.new,
        "head": done.head,
        "problem": None,
    }
    words = text(
        "cli.hq.bundle_taken",
        office=done.office,
        counter=done.counter,
        new=done.new,
        head=done.head,
    )
    if done.problem:
        sentence = text(_problem(done))
        shape["problem"] = {"code": done.problem, "message": sentence}
        words = f"{words} {sentence}"
    return shape, words


def _problem(done: TakenBundle) -> str:
    known = ("gap", "fork")
    return f"cli.hq.bundle_{done.problem if done.problem in known else 'unread'}"
