"""The commands about values that met at headquarters."""

from app.cli.grammar.building import Subject


def conflicts(tem: Subject) -> None:
    conflict = tem.command("conflict").subject()
    listing = conflict.command("list", "conflicts:listing")
    listing.takes("--customer", metavar="N", default="", help_code="conflict_customer")
    listing.takes("--settled", action="store_true", help_code="conflict_settled")
    for verb in ("keep", "take"):
        command = conflict.command(verb, f"conflicts:{verb}")
        command.takes("conflict", metavar="ID", help_code="conflict")
        command.takes("--reason", metavar="TEXT", required=True, help_code="why")
        command.takes("--command-id", metavar="ID")
