"""``tem ship …``: what an item costs, and taking a basket in against cash."""

import argparse
from collections.abc import Sequence
from typing import Any

from app.bootstrap.desk import open_counter
from app.cli import forms
from app.cli.output import Exit, Output
from app.cli.paper import paths, print_out
from app.cli.signing_in import sign_in, sign_in_if_named
from app.domain.item_code import grouped
from app.domain.pricing import PriceLine, Quote
from app.messages import text
from app.services.shipments import AcceptedShipments, AcceptShipments
from app.settings import home


def quote(given: argparse.Namespace, output: Output) -> Exit:
    with open_counter(home(given.home)) as desk:
        sign_in_if_named(desk, given)
        quotes = [desk.quote(item) for item in forms.basket(given.said, desk.catalogue())]
    output.answer(_quoted(quotes), *_quote_lines(quotes))
    return Exit.DONE


def accept(given: argparse.Namespace, output: Output) -> Exit:
    with open_counter(home(given.home)) as desk:
        sign_in(desk, given)
        done = desk.accept(
            AcceptShipments(
                command_id=forms.command_id(given, desk.new_command_id()),
                customer=given.customer,
                items=forms.basket(given.said, desk.catalogue()),
                tendered_vnd=given.cash,
                tendered_confirmed=given.cash_checked,
                transfer_vnd=given.transfer,
                on_account_vnd=given.on_account,
            )
        )
        papers = print_out(desk, done.receipt, output)
        documents = paths(home(given.home), papers)
    output.answer(_accepted(done) | {"documents": documents}, *_accepted_lines(done, documents))
    return Exit.DONE


def _priced(lines: Sequence[PriceLine]) -> list[dict[str, Any]]:
    return [{"rule": line.rule, "amount_vnd": line.amount_vnd} for line in lines]


def _quoted(quotes: Sequence[Quote]) -> dict[str, Any]:
    items = [
        {"charged_g": each.charged_g, "lines": _priced(each.lines), "total_vnd": each.total_vnd}
        for each in quotes
    ]
    return {"items": items, "total_vnd": sum(each.total_vnd for each in quotes)}


def _accepted(done: AcceptedShipments) -> dict[str, Any]:
    items = [
        {
            "code": item.code,
            "charged_g": item.charged_g,
            "lines": _priced(item.lines),
            "total_vnd": item.total_vnd,
        }
        for item in done.items
    ]
    return {
        "items": items,
        "total_vnd": done.total_vnd,
        "change_vnd": done.change_vnd,
        "receipt": done.receipt,
        "proof": done.proof,
    }


def _price_lines(lines: Sequence[PriceLine]) -> list[str]:
    return [
        text("cli.ship.line", label=line.label, amount_vnd=line.amount_vnd, rule=line.rule)
        for line in lines
    ]


def _quote_lines(quotes: Sequence[Quote]) -> list[str]:
    lines: list[str] = []
    for each in quotes:
        lines.append(text("cli.ship.quoted", tariff=each.tariff_title, charged_g=each.charged_g))
        lines += _price_lines(each.lines)
    return [*lines, text("cli.ship.total", total_vnd=sum(each.total_vnd for each in quotes))]


def _accepted_lines(done: AcceptedShipments, documents: Sequence[str]) -> list[str]:
    lines: list[str] = []
    for item in done.items:
        lines.append(text("cli.ship.item", code=grouped(item.code), charged_g=item.charged_g))
        lines += _price_lines(item.lines)
    lines.append(text("cli.ship.total", total_vnd=done.total_vnd))
    lines.append(text("cli.ship.change", change_vnd=done.change_vnd))
    lines.append(text("cli.ship.receipt", receipt=done.receipt, proof=done.proof))
    if done.clock_note:
        lines.append(done.clock_note)
    return lines + list(documents)
