"""``tem verify``, ``tem backup``, ``tem restore``: the books and their copies."""

import argparse
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

from app.cli.instance import only_instance
from app.cli.output import Exit, Output
from app.domain.proof import normalise_proof
from app.errors import UserError
from app.messages import text
from app.settings import home
from app.store import backup as copies
from app.store.evidence_copies import Kept
from app.store.store import Store, open_store
from app.store.verification import Problem, ProofCheck, Verification, verify_proof
from app.store.verification import verify as verify_store


@dataclass(eq=False)
class ProofUnknown(UserError):
    """No receipt of this counter has this proof code."""

    code: ClassVar[str] = "cli.proof_unknown"
    proof: str


def verify(given: argparse.Namespace, output: Output) -> Exit:
    store = open_store(home(given.home))
    try:
        checked = _check_proof(given.proof, store) if given.proof else None
        found = verify_store(store)
    finally:
        store.close()
    output.answer(_verified(found, checked), *_verified_lines(found, checked))
    return Exit.DONE if found.ok and (checked is None or checked.ok) else Exit.WRONG


def backup(given: argparse.Namespace, output: Output) -> Exit:
    target = Path(given.file).absolute() if given.file else None
    made = copies.back_up(home(given.home), target)
    shape = {"backup": str(made.path), **_evidence_shape(made.evidence)}
    output.answer(shape, text("cli.backup.done", path=made.path), *_evidence_lines(made.evidence))
    return Exit.DONE


def restore(given: argparse.Namespace, output: Output) -> Exit:
    place = home(given.home)
    with only_instance(place):
        done = copies.restore(place, Path(given.file).absolute(), even_if_older=given.even_if_older)
    aside = "" if done.aside is None else str(done.aside)
    output.answer(
        {
            "entries": done.entries,
            "missing": done.missing,
            "replaced": aside,
            **_evidence_shape(done.evidence),
        },
        text("cli.restore.done", entries=done.entries, aside=aside),
        *_evidence_lines(done.evidence),
    )
    return Exit.DONE


def _evidence_shape(kept: Kept) -> dict[str, int]:
    return {"evidence": kept.whole, "evidence_gone": kept.gone}


def _evidence_lines(kept: Kept) -> list[str]:
    lines = []
    if kept.whole:
        lines.append(text("cli.backup.evidence", whole=kept.whole))
    if kept.gone:
        lines.append(text("cli.backup.evidence_gone", gone=kept.gone))
    return lines


def _check_proof(given: str, store: Store) -> ProofCheck:
    proof = normalise_proof(given)
    found = verify_proof(store, proof)
    if found is None:
        raise ProofUnknown(proof=proof)
    return found


def _verified(found: Verification, checked: ProofCheck | None) -> dict[str, Any]:
    shape: dict[str, Any] = {
        "ok": found.ok and (checked is None or checked.ok),
        "entries": found.entries,
        "head": found.head.hex(),
        "problems": [
            {"code": each.code, "message": _sentence(each), "seq": each.seq}
            for each in found.problems
        ],
    }
    if checked is not None:
        shape["proof"] = {"receipt": checked.receipt, "entry": checked.seq, "ok": checked.ok}
    return shape


def _verified_lines(found: Verification, checked: ProofCheck | None) -> list[str]:
    lines = []
    if checked is not None:
        code = "cli.verify.proof_good" if checked.ok else "cli.verify.proof_bad"
        lines.append(text(code, receipt=checked.receipt, seq=checked.seq))
    if found.ok:
        return [*lines, text("cli.verify.good", entries=found.entries, head=found.head.hex())]
    return [
        *lines,
        text("cli.verify.bad", count=len(found.problems)),
        *map(_sentence, found.problems),
    ]


def _sentence(problem: Problem) -> str:
    return text(problem.code, seq=problem.seq, table=problem.table, key=problem.key)
