"""The commands about items at the counter."""

import argparse
from typing import Any

from app.cli.grammar.acceptance import bulk
from app.cli.grammar.building import Command, Subject
from app.cli.grammar.money import adjustments, ways
from app.cli.usage import size_cm, whole

SERVICES = ("registered", "parcel", "consigned", "ems")


def shipments(tem: Subject) -> None:
    ship = tem.command("ship").subject()
    _item(ship.command("quote", "shipments:quote"))
    accept = ship.command("accept", "shipments:accept")
    accept.takes("--customer", required=True, metavar="N")
    accept.takes("--cash", required=True, type=whole, metavar="VND")
    accept.takes("--cash-checked", action="store_true").takes("--command-id", metavar="ID")
    ways(accept)
    adjustments(ship)
    _item(accept)
    bulk(ship)


class ItemPart(argparse.Action):
    """Keeps what was said of items in its order: a second ``--service`` begins a second item."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,  # noqa: ARG002 - argparse's own signature
        namespace: argparse.Namespace,
        values: object,
        option_string: str | None = None,  # noqa: ARG002 - argparse's own signature
    ) -> None:
        said = [*(getattr(namespace, "said", None) or ()), (self.dest, values)]
        namespace.said = said


def _item(command: Command) -> None:
    def part(name: str, **how: Any) -> None:  # noqa: ANN401 - argparse's own keywords
        command.takes(name, action=ItemPart, default=argparse.SUPPRESS, **how)

    part("--service", required=True, choices=SERVICES)
    part("--weight", required=True, type=whole, metavar="G")
    part("--size", type=size_cm, metavar="LxWxH")
    part("--contents", metavar="TEXT")
    part("--declared", type=whole, metavar="VND")
    part("--cod", type=whole, metavar="VND")
    part("--vas", metavar="CODE")
    part("--checked", metavar="CODE")
    part("--label", metavar="CODE")
    part("--receiver-name", metavar="TEXT")
    part("--receiver-phone", metavar="N")
    part("--receiver-address", metavar="TEXT")
    part("--receiver-commune", required=True, metavar="CODE")
