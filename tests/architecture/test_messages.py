"""Every refusal, fault and screen text has its sentence, and every sentence is said somewhere."""

import ast
import dataclasses
import importlib
import pkgutil
import re
import string
from collections.abc import Iterator
from types import ModuleType

import app
import printing
import sync
import ui
from app.errors import EnvironmentFault, TemError, UserError
from app.messages import catalogue
from tests.architecture.tree import program

ABSTRACT = (UserError, EnvironmentFault)


def _import_all(package: ModuleType) -> None:
    for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        if ".migrations." not in module.name and not module.name.endswith("__main__"):
            importlib.import_module(module.name)


def _errors() -> list[type[TemError]]:
    for package in (app, ui, sync, printing):
        _import_all(package)
    found: list[type[TemError]] = []
    waiting: list[type[TemError]] = [TemError]
    while waiting:
        children = waiting.pop().__subclasses__()
        waiting += children
        found += [
            child
            for child in children
            if child not in ABSTRACT and child.__module__.split(".")[0] != "tests"
        ]
    return found


def _placeholders(sentence: str) -> set[str]:
    return {
        re.split(r"[.\[]", name)[0]
        for _, name, _, _ in string.Formatter().parse(sentence)
        if name is not None
    }


def _fields(error: type[TemError]) -> set[str]:
    if not dataclasses.is_dataclass(error):
        return set()
    return {field.name for field in dataclasses.fields(error)}


def test_every_error_has_a_sentence_whose_placeholders_are_its_fields() -> None:
    problems = []
    for error in _errors():
        if "code" not in vars(error) and error.__subclasses__():
            continue  # a family: its members have the codes
        sentence = catalogue().get(error.code)
        if sentence is None:
            problems.append(f"{error.__module__}.{error.__name__}: no sentence for {error.code}")
        elif unknown := _placeholders(sentence) - _fields(error):
            problems.append(f"{error.__module__}.{error.__name__} lacks {sorted(unknown)}")

    assert not problems, "\n".join(problems)


def test_errors_are_told_apart_by_identity_as_exceptions_must_be() -> None:
    equal = [error.__name__ for error in _errors() if error.__eq__ is not object.__eq__]

    assert not equal


def _asked_texts() -> Iterator[tuple[str, ast.Call, str]]:
    """(place, call, code) of each ``text("code", …)`` whose code is written out."""
    for source in program():
        for node in ast.walk(source.tree):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            function = node.func
            name = function.id if isinstance(function, ast.Name) else ""
            if isinstance(function, ast.Attribute) and isinstance(function.value, ast.Name):
                name = f"{function.value.id}.{function.attr}"
            code = node.args[0]
            if (
                name in {"text", "messages.text", "paper_text"}
                and isinstance(code, ast.Constant)
                and isinstance(code.value, str)
            ):
                yield f"{source.path}:{node.lineno}", node, code.value


def test_every_text_asked_for_exists_and_gets_what_it_names() -> None:
    problems = []
    for place, call, code in _asked_texts():
        sentence = catalogue().get(code)
        given = {keyword.arg for keyword in call.keywords}
        if sentence is None:
            problems.append(f"{place}: no text {code}")
        elif None not in given and (missing := _placeholders(sentence) - given):
            problems.append(f"{place}: {code} is not given {sorted(missing)}")

    assert not problems, "\n".join(problems)


def _written_codes() -> tuple[set[str], list[re.Pattern[str]]]:
    """Codes as they stand in the source: whole, or made by an f-string from "family.{part}"."""
    whole: set[str] = set()
    made: list[re.Pattern[str]] = []
    for source in program():
        for node in ast.walk(source.tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                whole.add(node.value)
            elif isinstance(node, ast.JoinedStr):
                parts = [
                    re.escape(str(part.value)) if isinstance(part, ast.Constant) else r"[\w.-]+"
                    for part in node.values
                ]
                if re.match(r"[a-z_]+\\\.", parts[0]):
                    made.append(re.compile("".join(parts)))
    return whole, made


def test_no_sentence_is_left_that_nothing_says() -> None:
    whole, made = _written_codes()
    orphans = [
        code
        for code in catalogue()
        if code not in whole and not any(pattern.fullmatch(code) for pattern in made)
    ]

    assert not orphans, "\n".join(orphans)
