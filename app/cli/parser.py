"""Every command with its options. What a command does is loaded only when it is given."""

import argparse

from app.cli.grammar.acceptance import labels, request_qr
from app.cli.grammar.books import books
from app.cli.grammar.building import Command
from app.cli.grammar.complaints import complaints
from app.cli.grammar.conflicts import conflicts
from app.cli.grammar.customers import customers
from app.cli.grammar.devices import devices
from app.cli.grammar.headquarters import headquarters
from app.cli.grammar.money import money
from app.cli.grammar.people import organisations
from app.cli.grammar.receipts import receipts
from app.cli.grammar.reports import reports
from app.cli.grammar.shifts import shifts
from app.cli.grammar.shipments import shipments
from app.cli.grammar.simulation import simulation
from app.cli.usage import Parser, Version, whole
from app.messages import text

SUBJECTS = (
    customers,
    organisations,
    conflicts,
    shipments,
    labels,
    request_qr,
    money,
    receipts,
    complaints,
    shifts,
    reports,
    devices,
    headquarters,
    books,
    simulation,
)
"""In the order in which the help lists them."""


def build() -> argparse.ArgumentParser:
    """The whole grammar of ``tem``."""
    parser = Parser("tem", description=text("cli.help.tem"), add_help=False, allow_abbrev=False)
    parser.set_defaults(desktop=False)
    counter = Command(parser, "counter:open_counter").takes_globals(unset=None)
    tem = counter.takes("--version", nargs=0, action=Version).subject(required=False)
    tem.command("counter", "counter:open_counter").takes("--desktop", action="store_true")
    tem.command("demo", "demo:demo").takes(
        "--customers", type=whole, default=200, metavar="N"
    ).takes("--fresh", action="store_true").takes("--no-window", action="store_true")
    tem.command("find", "finding:find").takes("text", metavar="TEXT")
    for subject in SUBJECTS:
        subject(tem)
    return parser
