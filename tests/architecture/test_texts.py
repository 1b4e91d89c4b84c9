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


def _replaces(node: ast.AST) -> bool:
    """Imports a mocking library, asks for its fixture, or replaces an attribute.

    ``sys.argv`` and the standard streams are no part of the program: a test may set them.
    """
    names: list[str] = []
    match node:
        case ast.Import(names=aliases):
            names = [alias.name for alias in aliases]
        case ast.ImportFrom(module=module, names=aliases):
            names = [f"{module}.{alias.name}" for alias in aliases]
        case ast.arg(arg=name):
            names = [name]
        case ast.Call(func=ast.Attribute(attr="setattr"), args=[ast.Name(id="sys"), *_]):
            return False
        case ast.Call(func=ast.Attribute(attr="setattr" | "setitem")):
            return True
    return any(name in {"mocker", "mock"} or name.startswith("unittest.mock") for name in names)


def test_tests_use_real_things_not_mocks_or_patches() -> None:
    found = [
        f"{source.path}:{getattr(node, 'lineno', 0)}"
        for source in suite()
        if source.path not in REPLACES
        for node in ast.walk(source.tree)
        if _replaces(node)
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
