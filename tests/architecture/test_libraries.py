"""Each foreign library is used in its own part of the program only."""

import ast
import sys
from collections.abc import Iterator

from tests.architecture.tree import PACKAGES, Source, program

# library → the parts that may import it; a new library is entered here deliberately
MAY_USE: dict[str, tuple[str, ...]] = {
    "PySide6": ("ui",),
    "shiboken6": ("ui",),
    "sqlalchemy": (
        "app.store",
        "app.services",
        "app.queries",
        "app.bootstrap",
        "app.bench",
        "sync.headquarters",
        "sync.simulation",
    ),
    "sqlcipher3": ("app.store", "app.queries", "app.bench"),  # queries: search as one types
    "alembic": ("app.store",),
    "keyring": ("app.store",),
    "argon2": ("app.services", "app.cli.sample_branch", "sync.headquarters.staff"),
    "nacl": ("app.journal", "app.store", "app.bench", "sync", "app.cli.sample_branch"),
    "msgspec": ("app.journal", "app.store", "app.services", "app.cli", "app.bench", "sync"),
    "python_calamine": ("app.services.bulk",),
    "reportlab": ("printing",),
    "barcode": ("printing",),
    "segno": ("printing",),
    "pypdfium2": ("printing",),
    "serial": ("printing", "app.scanners"),
    "hid": ("app.scanners",),
    "xlsxwriter": ("printing",),
    "requests": ("sync",),
    "zstandard": ("sync.wire",),
    "litestar": ("sync.headquarters",),
    "granian": ("sync.headquarters",),
    "starlette_admin": ("sync.headquarters.console",),
    "starlette": ("sync.headquarters.console",),
    "jinja2": ("sync.headquarters.console",),
    "stdnum": ("app.domain",),
    "phonenumbers": ("app.domain",),
    "platformdirs": ("app.settings",),
}


def _imports(source: Source) -> Iterator[tuple[int, str]]:
    for node in ast.walk(source.tree):
        match node:
            case ast.Import(names=aliases):
                yield from ((node.lineno, alias.name) for alias in aliases)
            case ast.ImportFrom(module=str(name), level=0):
                yield node.lineno, name


def _libraries(source: Source) -> Iterator[tuple[int, str]]:
    for line, name in _imports(source):
        library = name.partition(".")[0]
        if library not in sys.stdlib_module_names and library not in PACKAGES:
            yield line, library


def _is_at_home(source: Source, library: str) -> bool:
    homes = MAY_USE.get(library, ())
    return any(source.module == home or source.module.startswith(f"{home}.") for home in homes)


def test_each_library_is_used_only_where_it_belongs() -> None:
    strays = [
        f"{source.path}:{line} imports {library}"
        for source in program()
        for line, library in _libraries(source)
        if not _is_at_home(source, library)
    ]

    assert not strays, "\n".join(strays)
