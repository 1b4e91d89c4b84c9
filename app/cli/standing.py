"""``tem standing``: how the counter stands, for a person or a monitor."""

import argparse

import msgspec

from app.bootstrap.desk import open_counter
from app.cli.output import Exit, Output
from app.messages import text
from app.queries.standing import LeaseLevel
from app.settings import home
from app.store.keys import lies_in_file


def standing(given: argparse.Namespace, output: Output) -> Exit:
    place = home(given.home)
    with open_counter(place) as desk:
        station, stands = desk.station(), desk.standing()
    in_file = lies_in_file(place)
    shape = {
        "station": msgspec.to_builtins(station),
        **msgspec.to_builtins(stands),
        "keys_in_file": in_file,
    }
    lines = [
        text("cli.standing.station", office=station.office_name, code=station.office_code)
        + text("cli.standing.counter", counter=station.counter, terminal=station.terminal),
        text(
            "cli.standing.books",
            recorded=stands.recorded,
            unsent=stands.unsent,
            acked=stands.acked,
            state=text(f"cli.standing.state.{stands.state}"),
        ),
        *map(_lease_line, stands.leases),
    ]
    if stands.clock_note:
        lines.append(stands.clock_note)
    if in_file:
        lines.append(text("cli.standing.keys_in_file"))
    output.answer(shape, *lines)
    return Exit.DONE


def _lease_line(lease: LeaseLevel) -> str:
    code = "cli.standing.lease_low" if lease.low else "cli.standing.lease"
    return text(code, label=lease.label, left=lease.left, next_code=lease.next_code)
