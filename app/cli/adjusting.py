"""``tem ship void``, ``refund`` and ``correct``: what happens to an item after printing."""

import argparse
from typing import Any

import msgspec

from app.bootstrap.desk import CounterDesk, open_counter
from app.cli import forms
from app.cli.approving import approval
from app.cli.output import Exit, Output
from app.cli.paper import paths, print_out
from app.cli.signing_in import sign_in
from app.domain.item_code import grouped
from app.domain.names import nfc
from app.messages import text
from app.queries.transactions import ItemLine
from app.services.adjusting import ItemNotHere
from app.services.correcting import CorrectShipment, QuotedCorrection, Wanted
from app.services.four_eyes import Approval
from app.services.paying import Tender
from app.services.receiving import Receiver
from app.services.voiding import VoidShipments
from app.settings import home

_RECEIVER = ("receiver_name", "receiver_phone", "receiver_address", "receiver_commune")


def void(given: argparse.Namespace, output: Output) -> Exit:
    return _void(given, output, later=False)


def refund(given: argparse.Namespace, output: Output) -> Exit:
    return _void(given, output, later=True)


def correct(given: argparse.Namespace, output: Output) -> Exit:
    with open_counter(home(given.home)) as desk:
        sign_in(desk, given)
        wanted = _wanted(desk, given)
        if given.quote:
            quoted = desk.quote_correction(given.code, wanted)
            output.answer(_quoted(quoted), *_quote_lines(quoted))
            return Exit.DONE
        done = desk.correct(
            CorrectShipment(
                command_id=forms.command_id(given, desk.new_command_id()),
                code=given.code,
                wanted=wanted,
                reason=nfc(given.reason),
                approval=_approval(given),
                tender=tender(given),
                refund=given.refund,
            )
        )
        shape = _plain(done) | {"documents": _documents(desk, given, done.receipt, output)}
    output.answer(shape, text("cli.ship.corrected", **_plain(done)))
    return Exit.DONE


def tender(given: argparse.Namespace) -> Tender:
    """What was said of the money given."""
    return Tender(given.cash, given.transfer, given.on_account, given.cash_checked)


def _void(given: argparse.Namespace, output: Output, *, later: bool) -> Exit:
    with open_counter(home(given.home)) as desk:
        sign_in(desk, given)
        done = desk.void(
            VoidShipments(
                command_id=forms.command_id(given, desk.new_command_id()),
                code=given.code,
                reason=nfc(given.reason),
                approval=_approval(given),
                items=tuple(getattr(given, "item", None) or ()),
                refund=given.refund,
                later=later,
            )
        )
        shape = _plain(done) | {"documents": _documents(desk, given, done.receipt, output)}
    output.answer(shape, text(f"cli.ship.{done.what}ed", **_plain(done)))
    return Exit.DONE


def _approval(given: argparse.Namespace) -> Approval:
    return approval(given) or Approval("", "")


def _documents(
    desk: CounterDesk, given: argparse.Namespace, receipt: str, output: Output
) -> list[str]:
    return paths(home(given.home), print_out(desk, receipt, output))


def _wanted(desk: CounterDesk, given: argparse.Namespace) -> Wanted:
    """What is named is different; of the receiver, what is not named stays as it stands."""
    receiver = None
    if any(getattr(given, name) is not None for name in _RECEIVER):
        stands = _item(desk, given.code)
        receiver = Receiver(
            name=nfc(given.receiver_name or stands.receiver_name),
            phone=given.receiver_phone or stands.receiver_phone,
            street=nfc(given.receiver_address or stands.receiver_street),
            commune=given.receiver_commune or stands.receiver_commune,
        )
    return Wanted(given.service, given.weight, given.size, receiver)


def _item(desk: CounterDesk, code: str) -> ItemLine:
    page = desk.transaction(code)
    for item in page.items:
        if item.code == code.replace(" ", "").upper():
            return item
    raise ItemNotHere(item=code[:40], receipt=page.receipt.receipt)


def _quoted(quoted: QuotedCorrection) -> dict[str, Any]:
    return {
        "code": quoted.code,
        "was_vnd": quoted.was.total_vnd,
        "now_vnd": quoted.now.total_vnd,
        "charged_g": quoted.now.charged_g,
        "difference_vnd": quoted.difference_vnd,
    }


def _quote_lines(quoted: QuotedCorrection) -> list[str]:
    return [
        text("cli.ship.item", code=grouped(quoted.code), charged_g=quoted.now.charged_g),
        text(
            "cli.ship.correction_quoted",
            was_vnd=quoted.was.total_vnd,
            now_vnd=quoted.now.total_vnd,
            difference_vnd=quoted.difference_vnd,
        ),
    ]


def _plain(value: object) -> dict[str, Any]:
    shape: dict[str, Any] = msgspec.to_builtins(value)
    return shape
