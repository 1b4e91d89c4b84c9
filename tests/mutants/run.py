"""Puts each mutant into a copy of the tree and says which test caught it.

``python -m tests.mutants.run`` runs them all, writes docs/mutants.md and ends with 1 when one
survived; words after it choose mutants by a part of their name, and write nothing.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.mutants.seeded import MUTANTS, Mutant

ROOT = Path(__file__).parents[2]
TABLE = ROOT / "docs" / "mutants.md"
LONGEST_S = 600
_BOUND = ("prlimit", "--as=6000000000")
"""A mutant that goes round for ever must not take all memory meanwhile."""

_HEAD = (
    "# Seeded mistakes",
    "",
    "Mistakes that others have made in such systems, each put into a copy of the tree, and the",
    "first test that failed. `python -m tests.mutants.run` made this page; do not edit it.",
    "",
    "| Mistake | Where | Caught by |",
    "|---|---|---|",
)
_COPIED = ("app", "ui", "sync", "printing", "resources", "tests", "typings", "pyproject.toml")
_FAILED = re.compile(r"^(?:FAILED|ERROR) (\S+)", re.MULTILINE)


def main(wanted: list[str]) -> int:
    chosen = [each for each in MUTANTS if not wanted or any(w in each.name for w in wanted)]
    lines = list(_HEAD)
    survivors = 0
    with tempfile.TemporaryDirectory(prefix="tem-mutants-") as folder:
        tree = _copy(Path(folder))
        for mutant in chosen:
            caught = catch(tree, mutant)
            survivors += not caught
            lines.append(row(mutant, caught))
            sys.stdout.write(lines[-1] + "\n")
            sys.stdout.flush()
    lines += ["", f"{len(chosen) - survivors} of {len(chosen)} caught."]
    if not wanted:
        TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return 1 if survivors else 0


def row(mutant: Mutant, caught: str) -> str:
    """The mutant's line of the table."""
    words = f"`{caught}`" if caught else "**nobody**"
    return f"| {mutant.name} | `{mutant.file}` | {words} |"


def catch(tree: Path, mutant: Mutant) -> str:
    """The test that fails with ``mutant`` in the tree; "" when none does."""
    file = tree / mutant.file
    sound = file.read_text(encoding="utf-8")
    file.write_text(mutated(sound, mutant), encoding="utf-8")
    try:
        done = subprocess.run(
            [*_BOUND, sys.executable, "-m", "pytest", "-q", "-x", "--tb=no", "-rfE", *mutant.tests],
            cwd=tree,
            capture_output=True,
            text=True,
            check=False,
            timeout=LONGEST_S,
        )
    except subprocess.TimeoutExpired:
        return f"{mutant.tests[0]} (it never ended)"
    finally:
        file.write_text(sound, encoding="utf-8")
    failed = _FAILED.search(done.stdout)
    if failed and done.returncode == 1:
        return failed.group(1)
    return f"{mutant.tests[0]} (it broke off)" if done.returncode < 0 else ""


def mutated(sound: str, mutant: Mutant) -> str:
    """Raises ValueError when what is to be changed does not stand there exactly once."""
    if sound.count(mutant.old) != 1:
        raise ValueError(f"{mutant.name}: not once in {mutant.file}")
    return sound.replace(mutant.old, mutant.new)


def _copy(folder: Path) -> Path:
    tree = folder / "tree"
    tree.mkdir()
    for name in _COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, tree / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, tree / name)
    return tree


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
