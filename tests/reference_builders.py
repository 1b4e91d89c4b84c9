"""Reference files for tests: small ones by kind, and the shipped ones with a change."""

import pytest

from app.domain.reference.files import ReferenceFile, read_reference
from app.domain.reference.problems import ReferenceProblem, ReferenceProblems
from app.domain.reference.shipped import shipped_reference

HEAD = {
    "kind": "vat",
    "version": "2026-01",
    "valid_from": "2026-01-01",
    "valid_to": "",
    "title": "Mẫu",
    "source": "Mẫu thử",
}


def a_text(*table: str, **head: str) -> str:
    """A file's text: lines of a table under a head with defaults."""
    keys = {**HEAD, **head}
    return "\n".join([*(f"# {key}: {value}" for key, value in keys.items()), *table, ""])


def a_file(*table: str, name: str = "sample.csv", **head: str) -> ReferenceFile:
    return read_reference(name, a_text(*table, **head))


def shipped_text(name: str) -> str:
    return next(file.text for file in shipped_reference() if file.name == name)


def changed(name: str, old: str, new: str) -> ReferenceFile:
    """A shipped file in which ``old``, which must be there, is ``new``."""
    text = shipped_text(name)
    assert old in text

    return read_reference(name, text.replace(old, new))


def shipped_with(*files: ReferenceFile) -> tuple[ReferenceFile, ...]:
    """The shipped set with ``files`` in place of those of the same name, or added."""
    names = {file.name for file in files}
    return (*(file for file in shipped_reference() if file.name not in names), *files)


def problems(refused: pytest.ExceptionInfo[ReferenceProblems]) -> list[ReferenceProblem]:
    return list(refused.value.problems)


def places(
    refused: pytest.ExceptionInfo[ReferenceProblems],
) -> list[tuple[type[ReferenceProblem], int, str]]:
    """What was found, with line and column."""
    return [(type(each), each.line, each.column) for each in refused.value.problems]
