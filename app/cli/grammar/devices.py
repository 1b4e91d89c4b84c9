"""The commands about printers and the scanner."""

from app.cli.grammar.building import Subject
from app.cli.usage import whole


def devices(tem: Subject) -> None:
    printers = tem.command("printers").subject()
    printers.command("list", "devices:list_printers")
    printers.command("test", "devices:test_printer").takes("printer", metavar="PRINTER")
    scanner = tem.command("scanner").subject()
    scanner.command("test", "devices:test_scanner").takes(
        "--seconds", type=whole, default=30, metavar="N"
    )
