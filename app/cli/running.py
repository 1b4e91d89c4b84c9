"""From the words after ``tem`` to an exit status."""

import argparse
import logging
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path

from app.cli.language import choose_language
from app.cli.logs import logging_to
from app.cli.output import Exit, Output, speak_utf8
from app.cli.parser import build
from app.cli.usage import Misused
from app.errors import TemError
from app.messages import text
from app.settings import Home, HomeUnwritable, home

_log = logging.getLogger(__name__)

Run = Callable[[argparse.Namespace, Output], Exit]


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; every refusal is a sentence, never a traceback."""
    speak_utf8()
    words = sys.argv[1:] if argv is None else list(argv)
    try:
        _check_encoding(words)
        choose_language(words)
        given = build().parse_args(words)
        return _run(given, Output(given.json, sys.stdout, sys.stderr))
    except Misused as misuse:
        Output("--json" in words, sys.stdout, sys.stderr).refuse_with("usage", misuse.sentence)
        return Exit.USAGE
    except SystemExit as leaving:
        return int(leaving.code or 0)  # --help
    except BrokenPipeError:
        # The reader went away (``tem find … | head -1``): nothing is left to say to it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Exit.REFUSED


def _run(given: argparse.Namespace, output: Output) -> Exit:
    try:
        place = home(given.home)
        with logging_to(place):
            return _guarded(given, output, place)
    except TemError as error:
        output.refuse(error)
        return Exit.REFUSED
    except KeyboardInterrupt:
        return Exit.REFUSED


def _guarded(given: argparse.Namespace, output: Output, place: Home) -> Exit:
    """A bug is no refusal: it has its own exit status, and its trace is in the log."""
    try:
        return _function(given.run)(given, output)
    except (TemError, Misused, BrokenPipeError):
        raise
    except OSError as error:
        if place.root not in _lineage(error.filename):
            return _told_bug(error, given, output, place)
        raise HomeUnwritable(path=str(place.root)) from error
    except Exception as bug:  # noqa: BLE001 - the last place where one can be told of
        return _told_bug(bug, given, output, place)


def _told_bug(bug: Exception, given: argparse.Namespace, output: Output, place: Home) -> Exit:
    _log.critical("bug in «%s»", given.run, exc_info=bug)
    output.refuse_with("bug", text("cli.bug", log=place.log))
    return Exit.BUG


def _lineage(path: str | bytes | int | None) -> tuple[Path, ...]:
    """A path that an error names, and the folders it lies in."""
    if not isinstance(path, str):
        return ()
    return (Path(path), *Path(path).parents)


def _check_encoding(words: Sequence[str]) -> None:
    """Raises Misused for bytes that are no UTF-8: nothing could store or print them."""
    for said in (*words, os.environ.get("TEM_CLERK", ""), os.environ.get("TEM_PIN", "")):
        try:
            said.encode()
        except UnicodeEncodeError as error:
            raise Misused(text("cli.usage.not_utf8")) from error


def _function(run: str) -> Run:
    module, _, name = run.partition(":")
    found: Run = getattr(import_module(f"app.cli.{module}"), name)
    return found
