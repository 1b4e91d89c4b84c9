"""``tem receipt …``: what a receipt says, and marked copies of its paper."""

import argparse

import msgspec

from app.bootstrap.desk import open_counter
from app.cli import paper
from app.cli.output import Exit, Output
from app.cli.signing_in import sign_in
from app.clock import local
from app.messages import text
from app.queries.standing import LastTransaction
from app.settings import Home, home


def show(given: argparse.Namespace, output: Output) -> Exit:
    with open_counter(home(given.home)) as desk:
        sign_in(desk, given)
        _answer(home(given.home), desk.receipt(given.code), output)
    return Exit.DONE


def reprint(given: argparse.Namespace, output: Output) -> Exit:
    with open_counter(home(given.home)) as desk:
        sign_in(desk, given)
        asked = desk.reprint(desk.receipt(given.code).receipt)
        _answer(home(given.home), paper.print_out(desk, asked.receipt, output), output)
    return Exit.DONE


def _answer(place: Home, transaction: LastTransaction, output: Output) -> None:
    shape = msgspec.to_builtins(transaction, builtin_types=())
    shape["prints"] = shape["documents"]
    shape["documents"] = paper.paths(place, transaction)
    output.answer(
        shape,
        text("cli.ship.receipt", receipt=transaction.receipt, proof=transaction.proof),
        f"{transaction.customer} · {transaction.customer_name}",
        f"{local(transaction.accepted_at):%H:%M %d/%m/%Y} · {', '.join(transaction.items)}",
        text("cli.ship.total", total_vnd=transaction.total_vnd),
        *paper.lines(transaction),
    )
