"""From the words after ``tem`` to an exit status."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module

from app.cli.output import Exit, Output, speak_utf8
from app.cli.parser import build
from app.cli.usage import Misused
from app.errors import TemError

Run = Callable[[argparse.Namespace, Output], Exit]


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; every refusal is a sentence, never a traceback."""
    speak_utf8()
    words = sys.argv[1:] if argv is None else list(argv)
    try:
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
        return _function(given.run)(given, output)
    except TemError as error:
        output.refuse(error)
        return Exit.REFUSED
    except KeyboardInterrupt:
        return Exit.REFUSED


def _function(run: str) -> Run:
    module, _, name = run.partition(":")
    found: Run = getattr(import_module(f"app.cli.{module}"), name)
    return found
