"""The commands about rolls of labels, files of many items, and requests of customers."""

from app.cli.grammar.building import Command, Subject
from app.cli.usage import whole

SERVICES = ("registered", "parcel", "consigned", "ems")


def labels(tem: Subject) -> None:
    rolls = tem.command("labels").subject()
    receive = rolls.command("receive", "labels:receive")
    receive.takes("first", metavar="FIRST", help_code="label_first")
    receive.takes("last", metavar="LAST", help_code="label_last")
    receive.takes("--command-id", metavar="ID")
    rolls.command("list", "labels:list_rolls")


def bulk(ship: Subject) -> None:
    """``ship bulk``, among the other verbs of items."""
    command = ship.command("bulk", "bulk:bulk")
    command.takes("file", metavar="FILE", help_code="bulk_file")
    command.takes("--customer", required=True, metavar="N")
    command.takes("--service", choices=SERVICES, default="parcel", help_code="bulk_service")
    command.takes("--pay", choices=("cash", "transfer", "account"), default="cash")
    command.takes("--cash", type=whole, metavar="VND", help_code="bulk_cash")
    command.takes("--skip-bad", action="store_true").takes("--check", action="store_true")
    command.takes("--left-out", metavar="FILE")


def request_qr(tem: Subject) -> None:
    command: Command = tem.command("request-qr", "request_qr:request_qr")
    command.takes("--service", choices=SERVICES, help_code="request_service")
    command.takes("--customer", metavar="N", help_code="request_customer")
    command.takes("--phone", metavar="N", help_code="request_phone")
    for name, metavar in (
        ("--receiver-name", "TEXT"),
        ("--receiver-phone", "N"),
        ("--receiver-address", "TEXT"),
        ("--receiver-commune", "CODE"),
        ("--contents", "TEXT"),
    ):
        command.takes(name, metavar=metavar)
    command.takes("--declared", type=whole, metavar="VND").takes("--cod", type=whole, metavar="VND")
    command.takes("--vas", metavar="CODE", action="append")
    command.takes("--out", metavar="FILE", help_code="request_out")
