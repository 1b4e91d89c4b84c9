"""``tem ship bulk``: many items of one business sender from a file."""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from app.bootstrap.desk import CounterDesk, open_counter
from app.cli.output import Exit, Output
from app.cli.paper import paths, print_out
from app.cli.signing_in import sign_in
from app.domain.bulk import CheckedRow, Sheet
from app.errors import UserError
from app.messages import text
from app.services.bulk.booking import BookChunk, chunks_of
from app.services.paying import TenderedTooLittle
from app.settings import home


@dataclass(eq=False)
class BulkRowsBad(UserError):
    """Nothing was booked: some rows must be mended, or left out on purpose."""

    code: ClassVar[str] = "bulk.rows_bad"
    bad: int
    rows: int


@dataclass(frozen=True, slots=True)
class _Work:
    """A file checked for one customer; ``already`` are receipts of chunks booked before."""

    sheet: Sheet
    rows: tuple[CheckedRow, ...]
    already: dict[int, str]

    @property
    def bad(self) -> tuple[CheckedRow, ...]:
        return tuple(row for row in self.rows if not row.is_good)

    def open_chunks(self) -> list[tuple[int, tuple[CheckedRow, ...]]]:
        """Chunks that are still to be booked, each with its good rows."""
        return [
            (number, good)
            for number, rows in enumerate(chunks_of(self.rows))
            if number not in self.already and (good := tuple(r for r in rows if r.is_good))
        ]

    @property
    def due_vnd(self) -> int:
        return sum(row.due_vnd for _, rows in self.open_chunks() for row in rows)


def bulk(given: argparse.Namespace, output: Output) -> Exit:
    with open_counter(home(given.home)) as desk:
        sign_in(desk, given)
        work = _checked(desk, given, output)
        if given.left_out is not None:
            desk.save_left_out(given.left_out, work.sheet, work.bad)
        if given.check:
            output.answer(_told(work, []), *_lines(work, []))
            return Exit.DONE if not work.bad else Exit.WRONG
        receipts = _booked(desk, given, work, output)
        documents = [
            path
            for receipt in receipts
            for path in paths(home(given.home), print_out(desk, receipt, output))
        ]
    output.answer(_told(work, receipts) | {"documents": documents}, *_lines(work, receipts))
    return Exit.DONE


def _checked(desk: CounterDesk, given: argparse.Namespace, output: Output) -> _Work:
    sheet = desk.read_sheet(given.file)
    rows: list[CheckedRow] = []
    step = 100
    for at in range(0, len(sheet.rows), step):
        rows += desk.check_rows(sheet.rows[at : at + step], given.service)
        output.progress("cli.bulk.checked", done=len(rows), rows=len(sheet.rows))
    number = desk.customer(given.customer).number
    already = desk.booked_chunks(number, sheet.digest, len(chunks_of(rows)))
    return _Work(sheet, tuple(rows), already)


def _booked(desk: CounterDesk, given: argparse.Namespace, work: _Work, output: Output) -> list[str]:
    """Receipts of what is booked now. Raises BulkRowsBad and TenderedTooLittle before the first."""
    if work.bad and not given.skip_bad:
        raise BulkRowsBad(bad=len(work.bad), rows=len(work.rows))
    if given.cash is not None and given.cash < work.due_vnd:
        raise TenderedTooLittle(missing_vnd=work.due_vnd - given.cash)
    receipts = []
    booked = 0
    for number, rows in work.open_chunks():
        due_vnd = sum(row.due_vnd for row in rows)
        command = BookChunk(
            given.customer,
            work.sheet.digest,
            number,
            rows,
            transfer_vnd=due_vnd if given.pay == "transfer" else 0,
            on_account_vnd=due_vnd if given.pay == "account" else 0,
        )
        receipts.append(desk.book_chunk(command).receipt)
        booked += len(rows)
        output.progress("cli.bulk.booked", done=booked, receipt=receipts[-1])
    return receipts


def _told(work: _Work, receipts: Sequence[str]) -> dict[str, Any]:
    return {
        "rows": len(work.rows),
        "bad": len(work.bad),
        "booked": sum(len(rows) for _, rows in work.open_chunks()) if receipts else 0,
        "total_vnd": work.due_vnd,
        "receipts": list(receipts),
        "already": list(work.already.values()),
        "problems": [
            {"line": row.line, "column": problem.column, "message": problem.sentence}
            for row in work.bad
            for problem in row.problems
        ],
    }


def _lines(work: _Work, receipts: Sequence[str]) -> list[str]:
    lines = [
        text("cli.bulk.problem", line=row.line, column=problem.column, sentence=problem.sentence)
        for row in work.bad
        for problem in row.problems
    ]
    lines += [text("cli.bulk.already", receipt=receipt) for receipt in work.already.values()]
    good = len(work.rows) - len(work.bad)
    lines.append(text("cli.bulk.rows", rows=len(work.rows), good=good, bad=len(work.bad)))
    lines.append(text("cli.ship.total", total_vnd=work.due_vnd))
    return lines + [text("cli.bulk.receipt", receipt=receipt) for receipt in receipts]
