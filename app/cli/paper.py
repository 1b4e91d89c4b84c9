"""The documents of a transaction after a command: printed now, and where they lie."""

import logging
from typing import Protocol

from app.cli.output import Output
from app.messages import text
from app.queries.standing import LastTransaction
from app.settings import Home

_log = logging.getLogger(__name__)


class Prints(Protocol):
    """The part of the desk that deals in paper."""

    def print_waiting(self) -> tuple[str, ...]: ...
    def receipt(self, code: str) -> LastTransaction: ...


def print_out(desk: Prints, receipt: str, output: Output) -> LastTransaction:
    """Print what waits. A printer that fails is told of and undoes nothing; nor does a document
    that cannot be drawn, which is a bug and stands in the log.
    """
    try:
        problems = desk.print_waiting()
    except ExceptionGroup as bugs:
        _log.critical("documents could not be drawn", exc_info=bugs)
        problems = (text("cli.paper.undrawn"),)
    for problem in problems:
        output.progress("cli.paper.problem", problem=problem)
    return desk.receipt(receipt)


def paths(home: Home, transaction: LastTransaction) -> list[str]:
    """The printed documents that lie in the home's folder."""
    files = [home.printed / f"{document.file}.pdf" for document in transaction.documents]
    return [str(file) for file in files if file.exists()]


def lines(transaction: LastTransaction) -> list[str]:
    """Each document with its state in words."""
    return [
        text(f"cli.paper.{document.state}", title=document.title, problem=document.problem)
        for document in transaction.documents
    ]
