"""Every module with something to execute has its test file at the mirrored place."""

import ast

from tests.architecture.tree import ROOT, Source, program

# module → why its tests stand elsewhere
TESTED_ELSEWHERE: dict[str, str] = {
    "app/store/migrations/env.py": "Alembic runs it: tests/app/store/test_schema.py migrates",
    "app/store/evidence_copies.py": "beside a copy: tests/app/store/test_backup.py",
    "app/store/evidence_sent.py": "both ends together: tests/sync/test_evidence_everywhere.py",
    "app/bootstrap/linking.py": "two commands: tests/app/cli/test_headquarters.py, test_syncing.py",
    "sync/evidence_sending.py": "both ends together: tests/sync/test_evidence_everywhere.py",
    "sync/headquarters/evidence_kept.py": "both ends together: …/test_evidence_everywhere.py",
    "sync/headquarters/answers.py": "each answer is given in test_ingest.py or test_office.py",
    "sync/bundles/carried.py": "both ends of a stick together: tests/sync/bundles/test_counter.py",
    "sync/bundles/form.py": "written and read: tests/sync/bundles/test_reading.py",
    "sync/headquarters/backed_up.py": "told after a backup: …/headquarters/test_backing_up.py",
    "sync/headquarters/carried_answers.py": "written and taken in: …/headquarters/test_carrying.py",
    "sync/headquarters/enrolling.py": "both ends of a code together: tests/sync/test_calling.py",
    "sync/headquarters/folding.py": "by whole pushes on both databases: test_ingest.py",
    "sync/headquarters/judging.py": "by whole pushes on both databases: test_ingest.py",
    "sync/headquarters/merging.py": "by whole pushes on both databases: test_ingest.py",
    "sync/headquarters/greeting.py": "both ends of a hello together: tests/sync/test_engine.py",
    "sync/headquarters/service.py": "over real HTTP: tests/app/cli/test_headquarters.py",
    "sync/headquarters/serving.py": "as a process: tests/app/cli/test_headquarters.py",
    "sync/headquarters/worker.py": "as a process: tests/sync/headquarters/console/test_site.py",
    "sync/headquarters/status.py": "by its command: tests/app/cli/test_headquarters.py",
}
TESTED_TOGETHER = {
    "app/bench/sync/": "one small run measures all of it: tests/app/bench/test_sync.py",
    "sync/headquarters/console/": "in a browser and by every route: tests/…/console/test_site.py",
    "sync/simulation/": "all of it makes one run: tests/sync/test_simulation.py",
    "app/cli/grammar/": "every command is read and run by tests/app/cli/test_parser.py",
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


def _tests_of(source: Source) -> tuple[str, ...]:
    """A package's own file is tested under the package's name, in its folder or beside it."""
    folder, _, name = source.path.rpartition("/")
    if name != "__init__.py":
        return (f"tests/{folder}/test_{name}",)
    outer, _, package = folder.rpartition("/")
    return (f"tests/{folder}/test_{package}.py", f"tests/{outer}/test_{package}.py")


def _is_excused(path: str) -> bool:
    return path in TESTED_ELSEWHERE or any(path.startswith(folder) for folder in TESTED_TOGETHER)


def test_every_module_that_executes_has_its_mirrored_test_file() -> None:
    missing = [
        f"{source.path} wants {_tests_of(source)[0]}"
        for source in program()
        if _executes(source)
        and not _is_excused(source.path)
        and not any((ROOT / test).is_file() for test in _tests_of(source))
    ]

    assert not missing, "\n".join(missing)


def test_the_list_of_excuses_names_only_modules_that_exist() -> None:
    gone = [path for path in (*TESTED_ELSEWHERE, *TESTED_TOGETHER) if not (ROOT / path).exists()]

    assert not gone
