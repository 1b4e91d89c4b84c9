"""The checkout as data: its modules, parsed once, and its texts."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
PACKAGES = ("app", "ui", "sync", "printing", "resources")
TEXTS = {".py", ".pyi", ".toml", ".md", ".csv", ".json", ".jsonl", ".svg", ".txt", ".desktop"}


@dataclass(frozen=True, slots=True)
class Source:
    """One Python file. ``path`` is relative to the checkout, with slashes."""

    path: str
    text: str
    tree: ast.Module

    @property
    def module(self) -> str:
        return self.path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")

    def functions(self) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
        for node in ast.walk(self.tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield node

    def classes(self) -> Iterator[ast.ClassDef]:
        for node in ast.walk(self.tree):
            if isinstance(node, ast.ClassDef):
                yield node


def _sources(*folders: str) -> tuple[Source, ...]:
    found = []
    for folder in folders:
        for file in sorted((ROOT / folder).rglob("*.py")):
            text = file.read_text(encoding="utf-8")
            found.append(Source(file.relative_to(ROOT).as_posix(), text, ast.parse(text)))
    return tuple(found)


@lru_cache
def program() -> tuple[Source, ...]:
    """Every module of the program."""
    return _sources(*PACKAGES)


@lru_cache
def suite() -> tuple[Source, ...]:
    """Every module of the tests."""
    return _sources("tests")


def text_files() -> Iterator[Path]:
    """Every file that people read or write, hidden and generated folders left out."""
    for folder in (*PACKAGES, "tests", "typings", "docs", "installer", ".ci"):
        for file in sorted((ROOT / folder).rglob("*")):
            if file.is_file() and (file.suffix in TEXTS or file.suffix == ""):
                yield file
    yield from (file for file in sorted(ROOT.glob("*.*")) if file.suffix in TEXTS)
    yield ROOT / "dev"
