"""``tem find``: the universal box without a window."""

import argparse
from typing import Any

from app.bootstrap.desk import open_counter
from app.cli.output import Exit, Output
from app.cli.signing_in import sign_in_if_named
from app.messages import text
from app.queries.finding import Findings, Hit
from app.settings import home


def find(given: argparse.Namespace, output: Output) -> Exit:
    with open_counter(home(given.home)) as desk:
        sign_in_if_named(desk, given)
        found = desk.find(given.text)
    if found.problem:
        output.refuse_with(found.problem_code, found.problem)
        return Exit.REFUSED
    output.answer(_shape(found), *_lines(found))
    return Exit.DONE


def _shape(found: Findings) -> dict[str, Any]:
    hits = [{"kind": hit.kind, "code": hit.code, "title": hit.title} for hit in found.hits]
    shape: dict[str, Any] = {"hits": hits}
    if found.repaired:
        shape["repaired"] = found.repaired
    return shape


def _lines(found: Findings) -> list[str]:
    lines = []
    if found.repaired:
        lines.append(text("cli.find.repaired", code=found.repaired))
    lines += [_line(hit) for hit in found.hits]
    if found.more:
        lines.append(text("cli.find.more"))
    return lines or [text("cli.find.nothing")]


def _line(hit: Hit) -> str:
    parts = (hit.code, hit.title, hit.detail, hit.phone_masked, hit.activity)
    return " · ".join(part for part in parts if part)
