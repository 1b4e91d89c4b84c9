"""``tem service``: postal finance, bills and subscriptions, recorded on the customer."""

import argparse

import msgspec

from app.bootstrap.desk import open_counter
from app.cli import forms
from app.cli.adjusting import tender
from app.cli.grammar.money import NEEDS
from app.cli.output import Exit, Output
from app.cli.paper import paths, print_out
from app.cli.signing_in import sign_in, sign_in_if_named
from app.domain.names import nfc
from app.messages import text
from app.services.other_services import RecordService
from app.settings import home


def listing(given: argparse.Namespace, output: Output) -> Exit:
    with open_counter(home(given.home)) as desk:
        sign_in_if_named(desk, given)
        found = desk.other_services()
    shape = {"services": [msgspec.to_builtins(service) for service in found]}
    lines = [
        text("cli.service.line", code=each.code, label=each.label, needs="; ".join(each.labels))
        for each in found
    ]
    output.answer(shape, *lines)
    return Exit.DONE


def record(given: argparse.Namespace, output: Output) -> Exit:
    with open_counter(home(given.home)) as desk:
        sign_in(desk, given)
        done = desk.record_service(
            RecordService(
                command_id=forms.command_id(given, desk.new_command_id()),
                customer=given.customer,
                service=given.service,
                amount_vnd=given.amount,
                fee_vnd=given.fee,
                period_from=given.period_from,
                period_to=given.period_to,
                details={need: nfc(getattr(given, need)) for need in NEEDS},
                tender=tender(given),
                payout=given.payout,
            )
        )
        documents = paths(home(given.home), print_out(desk, done.receipt, output))
    shape = msgspec.to_builtins(done)
    output.answer(shape | {"documents": documents}, text("cli.service.recorded", **shape))
    return Exit.DONE
