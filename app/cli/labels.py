"""``tem labels …``: rolls of labels that were printed beforehand."""

import argparse

from app.bootstrap.desk import open_counter
from app.cli import forms
from app.cli.output import Exit, Output
from app.cli.signing_in import sign_in, sign_in_if_named
from app.domain.item_code import grouped
from app.messages import text
from app.services.labels import ReceiveLabels
from app.settings import home


def receive(given: argparse.Namespace, output: Output) -> Exit:
    with open_counter(home(given.home)) as desk:
        sign_in(desk, given)
        command_id = forms.command_id(given, desk.new_command_id())
        done = desk.receive_labels(ReceiveLabels(command_id, given.first, given.last))
    output.answer(
        {"first": done.first, "last": done.last, "count": done.count},
        text(
            "cli.labels.received",
            first=grouped(done.first),
            last=grouped(done.last),
            count=done.count,
        ),
    )
    return Exit.DONE


def list_rolls(given: argparse.Namespace, output: Output) -> Exit:
    with open_counter(home(given.home)) as desk:
        sign_in_if_named(desk, given)
        rolls = desk.label_rolls()
    lines = [
        text(
            "cli.labels.roll",
            first=grouped(roll.first),
            last=grouped(roll.last),
            left=roll.count - roll.used,
            count=roll.count,
        )
        for roll in rolls
    ]
    output.answer(
        {
            "rolls": [
                {
                    "first": roll.first,
                    "last": roll.last,
                    "count": roll.count,
                    "used": roll.used,
                    "received": roll.received_at.isoformat(),
                    "by": roll.clerk_name,
                }
                for roll in rolls
            ]
        },
        *(lines or [text("cli.labels.none")]),
    )
    return Exit.DONE
