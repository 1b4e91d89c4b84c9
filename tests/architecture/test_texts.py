"""What stands in the files: composed letters, no notes left behind, no doubles for real things."""

import ast
import re
import unicodedata
from itertools import chain

from tests.architecture.tree import ROOT, program, suite, text_files

NOTES = re.compile(r"TODO|FIXME|\bXXX\b|HACK|not supported yet")  # this file alone may say them

# file → why it replaces an attribute for the length of a test run
REPLACES = {
    "tests/leaks.py": "records the line that starts a thread or timer; nothing else knows it",
}


def test_every_text_is_utf8_in_composed_letters() -> None:
    decomposed = [
        str(file.relative_to(ROOT))
        for file in text_files()
        if not unicodedata.is_normalized("NFC", file.read_text(encoding="utf-8"))
    ]

    assert not decomposed, "\n".join(decomposed)


def test_nothing_is_left_to_be_done_later() -> None:
    notes = [
        f"{file.relative_to(ROOT)}:{number}: {line.strip()}"
        for file in text_files()
        if file.name != "test_texts.py"
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1)
        if NOTES.search(line)
    ]

    assert not notes, "\n".join(notes)


def _replacements(tree: ast.Module) -> list[int]:
    """Lines that import a mocking library, ask for its fixture or replace an attribute."""
    lines = []
    for node in ast.walk(tree):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.arg):
            names = [node.arg]
        elif isinstance(node, ast.Attribute) and node.attr in {"setattr", "setitem"}:
            names = ["mock"]
        if any(name in {"mocker", "mock"} or name.startswith("unittest.mock") for name in names):
            lines.append(getattr(node, "lineno", 0))
    return lines


def test_tests_use_real_things_not_mocks_or_patches() -> None:
    found = [
        f"{source.path}:{line}"
        for source in suite()
        if source.path not in REPLACES
        for line in _replacements(source.tree)
    ]

    assert not found, "\n".join(found)


def test_every_lint_exception_says_why_and_no_type_error_is_ignored() -> None:
    bare = re.compile(r"# noqa(?!: [A-Z0-9, ]+ - [`\w])")
    ignored = re.compile("# type: ignore|# mypy: ")
    found = [
        f"{source.path}:{number}: {line.strip()}"
        for source in chain(program(), suite())
        if not source.path.endswith("/test_texts.py")
        for number, line in enumerate(source.text.splitlines(), 1)
        if bare.search(line) or ignored.search(line)
    ]

    assert not found, "\n".join(found)


def test_every_function_named_test_is_a_sentence() -> None:
    short = [
        f"{source.path}:{function.lineno} {function.name}"
        for source in suite()
        for function in source.functions()
        if function.name.startswith("test_") and function.name.count("_") < 3
    ]

    assert not short, "\n".join(short)
