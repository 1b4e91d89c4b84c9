"""Every module with something to execute has its test file at the mirrored place."""

import ast

from tests.architecture.tree import ROOT, Source, program

# module → why its tests stand elsewhere
TESTED_ELSEWHERE: dict[str, str] = {
    "app/store/migrations/env.py": "Alembic runs it: tests/app/store/test_schema.py migrates",
}
TESTED_TOGETHER = {
    "app/store/migrations/versions/": "each step is run up and down by the migration tests",
}


def _executes(source: Source) -> bool:
    """Whether a function of the module does anything: protocols and plain values do not."""
    return any(
        not isinstance(statement, ast.Pass)
        and not (isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant))
        for function in source.functions()
        for statement in function.body
    )


def _test_of(source: Source) -> str:
    """A package's own file is tested inside its mirrored folder, under the package's name."""
    folder, _, name = source.path.rpartition("/")
    if name == "__init__.py":
        name = f"{folder.rpartition('/')[2]}.py"
    return f"tests/{folder}/test_{name}"


def _is_excused(path: str) -> bool:
    return path in TESTED_ELSEWHERE or any(path.startswith(folder) for folder in TESTED_TOGETHER)


def test_every_module_that_executes_has_its_mirrored_test_file() -> None:
    missing = [
        f"{source.path} wants {_test_of(source)}"
        for source in program()
        if _executes(source)
        and not _is_excused(source.path)
        and not (ROOT / _test_of(source)).is_file()
    ]

    assert not missing, "\n".join(missing)


def test_the_list_of_excuses_names_only_modules_that_exist() -> None:
    gone = [path for path in (*TESTED_ELSEWHERE, *TESTED_TOGETHER) if not (ROOT / path).exists()]

    assert not gone
