"""``tem conflict …``: values that met at headquarters, and which of them stands."""

import argparse

from app.bootstrap.desk import open_counter
from app.cli import forms
from app.cli.output import Exit, Output
from app.cli.signing_in import sign_in
from app.clock import local
from app.domain.customer_number import grouped
from app.messages import text
from app.queries.conflicts import By, ConflictLine
from app.services.conflicts import SettleConflict
from app.settings import home


def listing(given: argparse.Namespace, output: Output) -> Exit:
    with open_counter(home(given.home)) as desk:
        sign_in(desk, given)
        found = desk.conflicts(settled=given.settled, number=given.customer)
    told = [words for line in found.lines for words in _words(line)]
    output.answer(
        {"conflicts": found.lines, "open": found.open, "more": found.more},
        *(told or [text("cli.conflict.none")]),
    )
    return Exit.DONE


def keep(given: argparse.Namespace, output: Output) -> Exit:
    return _settle(given, output, take=False)


def take(given: argparse.Namespace, output: Output) -> Exit:
    return _settle(given, output, take=True)


def _settle(given: argparse.Namespace, output: Output, *, take: bool) -> Exit:
    with open_counter(home(given.home)) as desk:
        sign_in(desk, given)
        command_id = forms.command_id(given, desk.new_command_id())
        command = SettleConflict(command_id, given.conflict, take, given.reason)
        done = desk.settle_conflict(command)
    code = "cli.conflict.taken" if done.changed else "cli.conflict.kept"
    output.answer(
        {"customer": done.number, "fields": done.fields, "changed": done.changed},
        text(code, number=grouped(done.number)),
    )
    return Exit.DONE


def _words(line: ConflictLine) -> list[str]:
    whom = " · ".join(part for part in (grouped(line.number), line.full_name, line.label) if part)
    words = [line.conflict, f"  {whom}"]
    for code, side in (("holds", line.holds), ("other", line.other)):
        words.append(f"  {text(f'cli.conflict.{code}', value=side.value, by=_by(side.by))}")
    if line.record:
        words.append(f"  {text('cli.conflict.record', record=line.record)}")
    if line.settled is not None:
        how = "too_late" if line.settled.too_late else "settled"
        by, reason = _by(line.settled.by), line.settled.reason
        words.append(f"  {text(f'cli.conflict.{how}', by=by, reason=reason)}")
    return words


def _by(by: By) -> str:
    where = f"{by.office}-{by.counter}" if by.office else ""
    when = f"{local(by.at):%d/%m/%Y %H:%M}" if by.at is not None else ""
    return " · ".join(part for part in (by.name, where, when) if part)
