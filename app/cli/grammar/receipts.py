"""The commands about receipts."""

from app.cli.grammar.building import Subject


def receipts(tem: Subject) -> None:
    receipt = tem.command("receipt").subject()
    receipt.command("show", "receipts:show").takes("code", help_code="receipt")
    receipt.command("reprint", "receipts:reprint").takes("code", help_code="receipt")
