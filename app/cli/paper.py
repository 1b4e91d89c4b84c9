"""The documents of a transaction after a command: printed now, and where they lie."""

import logging
from collections.abc import Iterable
from typing import Protocol

from app.cli.output import Output
from app.messages import text
from app.queries.standing import LastTransaction, PrintedState
from app.settings import Home

_log = logging.getLogger(__name__)


class PrintsOut(Protocol):
    """The part of the desk that deals in paper."""

    def print_waiting(self) -> tuple[str, ...]: ...


class Prints(PrintsOut, Protocol):
    """And tells what of a receipt is on it."""

    def receipt(self, code: str) -> LastTransaction: ...


def print_out(desk: Prints, receipt: str, output: Output) -> LastTransaction:
    """Print what waits. A printer that fails is told of and undoes nothing; nor does a document
    that cannot be drawn, which is a bug and stands in the log.
    """
    print_all(desk, output)
    return desk.receipt(receipt)


def print_all(desk: PrintsOut, output: Output) -> None:
    """Print what waits, whatever it belongs to."""
    try:
        problems = desk.print_waiting()
    except ExceptionGroup as bugs:
        _log.critical("documents could not be drawn", exc_info=bugs)
        problems = (text("cli.paper.undrawn"),)
    for problem in problems:
        output.progress("cli.paper.problem", problem=problem)


def paths(home: Home, transaction: LastTransaction) -> list[str]:
    """The printed documents that lie in the home's folder."""
    return files_of(home, transaction.documents)


def files_of(home: Home, documents: Iterable[PrintedState]) -> list[str]:
    """Where these documents lie, as far as they were printed into the folder."""
    files = [home.printed / f"{document.file}.pdf" for document in documents]
    return [str(file) for file in files if file.exists()]


def lines(transaction: LastTransaction) -> list[str]:
    """Each document with its state in words."""
    return lines_of(transaction.documents)


def lines_of(documents: Iterable[PrintedState]) -> list[str]:
    """Each of these documents with its state in words."""
    return [
        text(f"cli.paper.{document.state}", title=document.title, problem=document.problem)
        for document in documents
    ]
