"""``tem hq duplicates``: pairs of customers that may be one, and a person's word on them."""

import argparse
from collections.abc import Callable

from app.cli.headquarters import at_keyboard, headquarters_of
from app.cli.output import Exit, Output
from app.clock import local, utc
from app.domain.customer_number import grouped
from app.messages import text
from sync.headquarters import matching, uniting
from sync.headquarters.database import Database
from sync.headquarters.duplicates import Found, found_pairs

Deed = Callable[[Database, uniting.Decision, int], None]


def find(given: argparse.Namespace, output: Output) -> Exit:
    propose = matching.propose_all if given.all else matching.propose_new
    with headquarters_of(given) as hq:
        waiting = propose(hq.database, hq.clock.now_ms())
    output.answer({"waiting": waiting}, text("cli.hq.duplicates.waiting", count=waiting))
    return Exit.DONE


def show(given: argparse.Namespace, output: Output) -> Exit:
    with headquarters_of(given) as hq, hq.database.reading() as connection:
        pairs = found_pairs(connection, decided=given.decided)
    shape = {"pairs": [_shape(pair) for pair in pairs]}
    lines = [_line(pair) for pair in pairs] or [text("cli.hq.duplicates.none")]
    output.answer(shape, *lines)
    return Exit.DONE


def merge(given: argparse.Namespace, output: Output) -> Exit:
    return _decide(given, output, uniting.merge, "merged")


def dismiss(given: argparse.Namespace, output: Output) -> Exit:
    return _decide(given, output, uniting.keep_apart, "apart")


def unmerge(given: argparse.Namespace, output: Output) -> Exit:
    return _decide(given, output, uniting.unmerge, "unmerged")


def _decide(given: argparse.Namespace, output: Output, deed: Deed, done: str) -> Exit:
    with headquarters_of(given) as hq:
        made = uniting.Decision(given.keep, given.other, given.reason, at_keyboard())
        deed(hq.database, made, hq.clock.now_ms())
    shape = {"keep": given.keep, "other": given.other, "state": done}
    output.answer(shape, text(f"cli.hq.duplicates.{done}", keep=given.keep, other=given.other))
    return Exit.DONE


def _shape(pair: Found) -> dict[str, object]:
    return {
        "one": pair.one,
        "other": pair.other,
        "score": pair.score,
        "reasons": list(pair.reasons),
        "state": pair.state,
        "decided": _when(pair.decided_ms),
        "who": pair.who,
        "words": pair.words,
    }


def _line(pair: Found) -> str:
    reasons = ", ".join(text(f"duplicates.reason.{reason}") for reason in pair.reasons)
    state = text(f"duplicates.state.{pair.state}")
    return f"{grouped(pair.one)} · {grouped(pair.other)} · {state} · {pair.score} · {reasons}"


def _when(at_ms: int) -> str:
    return local(utc(at_ms)).isoformat(timespec="seconds") if at_ms else ""
