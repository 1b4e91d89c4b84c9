"""``tem reference check``: what headquarters runs before it publishes."""

import argparse
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

from app.cli.output import Exit, Output
from app.domain.reference.files import ReferenceFile
from app.domain.reference.problems import ReferenceProblem, ReferenceProblems
from app.domain.reference.validation import check_reference
from app.errors import UserError
from app.messages import text, text_for


@dataclass(eq=False)
class FileUnreadable(UserError):
    """No such file, or not for us to read."""

    code: ClassVar[str] = "cli.file_unreadable"
    path: str


def check(given: argparse.Namespace, output: Output) -> Exit:
    contents = [(Path(name).name, read_file(name)) for name in given.files]
    try:
        files = check_reference(contents)
    except ReferenceProblems as found:
        problems = [_shape(problem) for problem in found.problems]
        output.answer({"ok": False, "problems": problems}, text_for(found))
        return Exit.WRONG
    output.answer({"ok": True, "problems": []}, *map(_praise, files))
    return Exit.DONE


def read_file(path: str) -> bytes:
    """Raises FileUnreadable."""
    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise FileUnreadable(path=path) from error


def _shape(problem: ReferenceProblem) -> dict[str, Any]:
    return {
        "file": problem.file,
        "line": problem.line,
        "column": problem.column,
        "code": problem.code,
        "message": text_for(problem),
    }


def _praise(file: ReferenceFile) -> str:
    return text("cli.reference.good", name=file.name, title=file.title, count=len(file.rows))
