"""``tem payment``, ``tem account``, ``tem transactions``: transfers, accounts, the day."""

import argparse
from typing import Any

import msgspec

from app.bootstrap.desk import open_counter
from app.cli import forms
from app.cli.approving import approval
from app.cli.output import Exit, Output
from app.cli.paper import files_of, print_all
from app.cli.signing_in import sign_in, sign_in_if_named
from app.clock import local
from app.messages import text
from app.queries.day_list import DayLine
from app.services.confirming import ConfirmPayment
from app.services.credit import AgreeAccount
from app.services.four_eyes import Approval
from app.settings import home


def awaited(given: argparse.Namespace, output: Output) -> Exit:
    with open_counter(home(given.home)) as desk:
        sign_in_if_named(desk, given)
        found = desk.awaited()
    total_vnd = sum(line.amount_vnd for line in found)
    lines = [text("cli.payment.awaited", **_plain(line)) for line in found]
    shape = {"awaited": [_plain(line) for line in found], "total_vnd": total_vnd}
    output.answer(shape, *lines, text("cli.payment.total", count=len(found), total_vnd=total_vnd))
    return Exit.DONE


def confirm(given: argparse.Namespace, output: Output) -> Exit:
    with open_counter(home(given.home)) as desk:
        sign_in(desk, given)
        done = desk.confirm_payment(
            ConfirmPayment(
                forms.command_id(given, desk.new_command_id()),
                given.code,
                given.reference,
                "cash" if given.by_cash else "transfer",
            )
        )
    output.answer(_plain(done), text("cli.payment.confirmed", **_plain(done)))
    return Exit.DONE


def qr(given: argparse.Namespace, output: Output) -> Exit:
    """Print the code of what is awaited; its text is in the answer."""
    with open_counter(home(given.home)) as desk:
        sign_in(desk, given)
        desk.print_transfer_code(given.code)
        print_all(desk, output)
        page = desk.transaction(given.code)
        papers = [each for each in page.receipt.documents if each.file.startswith("transfer_code")]
        documents = files_of(home(given.home), papers)
    payload = page.request.payload if page.request else ""
    amount_vnd = page.request.amount_vnd if page.request else 0
    shape = {"payload": payload, "amount_vnd": amount_vnd, "documents": documents}
    output.answer(shape, text("cli.payment.qr", amount_vnd=amount_vnd, payload=payload), *documents)
    return Exit.DONE


def account(given: argparse.Namespace, output: Output) -> Exit:
    with open_counter(home(given.home)) as desk:
        sign_in_if_named(desk, given)
        stands = desk.credit(given.customer)
    if stands is None:
        output.answer({"account": None}, text("cli.account.none"))
        return Exit.DONE
    shape = _plain(stands)
    until = f"{stands.until:%d/%m/%Y}"
    output.answer({"account": shape}, text("cli.account.stands", **shape | {"until": until}))
    return Exit.DONE


def agree(given: argparse.Namespace, output: Output) -> Exit:
    with open_counter(home(given.home)) as desk:
        sign_in(desk, given)
        done = desk.agree_account(
            AgreeAccount(
                forms.command_id(given, desk.new_command_id()),
                given.customer,
                given.contract,
                given.limit,
                given.until,
                approval(given) or Approval("", ""),
            )
        )
    until = f"{done.until:%d/%m/%Y}"
    output.answer(_plain(done), text("cli.account.agreed", **_plain(done) | {"until": until}))
    return Exit.DONE


def day(given: argparse.Namespace, output: Output) -> Exit:
    with open_counter(home(given.home)) as desk:
        sign_in_if_named(desk, given)
        found = desk.day_list(given.day, given.text)
    output.answer(_plain(found), *map(_line, found.lines))
    return Exit.DONE


def _line(line: DayLine) -> str:
    return text(
        "cli.transactions.line",
        time=f"{local(line.at):%H:%M}",
        number=line.number,
        what=text(f"transactions.what.{line.what}"),
        name=line.customer_name,
        amount_vnd=line.amount_vnd,
        state=text(f"transactions.state.{line.state}"),
    )


def _plain(value: object) -> dict[str, Any]:
    shape: dict[str, Any] = msgspec.to_builtins(value)
    return shape
