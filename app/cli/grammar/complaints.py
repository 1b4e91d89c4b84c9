"""The commands about complaints."""

from pathlib import Path

from app.cli.grammar.building import Command, Subject
from app.cli.usage import day, whole

ROLES = ("sender", "addressee", "representative")
STATES = ("received", "investigating", "decided", "closed", "reopened")
URGENCIES = ("overdue", "today", "soon", "pressing")


def complaints(tem: Subject) -> None:
    complaint = tem.command("complaint").subject()
    _file(complaint.command("file", "complaints:file"))
    complaint.command("show", "complaints:show").takes("number", help_code="case")
    listing = complaint.command("list", "complaints:listing")
    listing.takes("--state", choices=STATES, default="", help_code="case_state")
    listing.takes("--owner", metavar="TEXT", default="", help_code="case_owner_name")
    listing.takes("--urgency", choices=URGENCIES, default="", help_code="case_urgency")
    listing.takes("--all", action="store_true", help_code="case_all")
    investigate = _step(complaint.command("investigate", "complaints:investigate"), "received")
    investigate.takes("--owner", metavar="CLERK", default="", help_code="case_owner")
    decide = _step(complaint.command("decide", "complaints:decide"), "investigating", note=False)
    decide.takes("--outcome", choices=("upheld", "rejected"), required=True)
    decide.takes("--compensation", type=whole, metavar="VND", default=0)
    decide.takes("--actual-loss", type=whole, metavar="VND", default=0)
    decide.takes("--reason", required=True, help_code="case_reason")
    pay = _step(complaint.command("pay", "complaints:pay"), "decided", note=False)
    pay.takes("--payer", choices=("cash", "centre"), required=True)
    pay.takes("--approver", metavar="CLERK", required=True)
    _step(complaint.command("close", "complaints:close"), "decided")
    _step(complaint.command("reopen", "complaints:reopen"), "closed")
    _evidence(complaint.command("evidence", "complaints:evidence"))
    complaint.command("reprint", "complaints:reprint").takes("number", help_code="case")
    erase = complaint.command("erase", "complaints:erase").takes("number", help_code="case")
    erase.takes("--reason", required=True).takes("--command-id", metavar="ID")


def _file(command: Command) -> None:
    command.takes("--type", required=True, metavar="CODE", help_code="complaint_type")
    command.takes("--role", required=True, choices=ROLES)
    command.takes("--item", metavar="CODE", default="", help_code="complaint_item")
    command.takes("--customer", metavar="N", default="")
    command.takes("--name", metavar="TEXT", default="")
    command.takes("--phone", metavar="N", default="", help_code="complaint_phone")
    command.takes("--address", metavar="TEXT", default="", help_code="complaint_address")
    command.takes("--authority", metavar="TEXT", default="")
    command.takes("--facts", metavar="TEXT", required=True)
    command.takes("--remedy", metavar="TEXT", default="")
    command.takes("--delivered-on", type=day, metavar="YYYY-MM-DD")
    command.takes(
        "--evidence", type=Path, action="append", metavar="FILE", default=[],
        help_code="complaint_evidence",
    )  # fmt: skip
    command.takes("--command-id", metavar="ID")


def _step(command: Command, expects: str, *, note: bool = True) -> Command:
    command.takes("number", help_code="case")
    command.takes("--expects", choices=STATES, default=expects)
    if note:
        command.takes("--note", metavar="TEXT", default="", help_code="case_note")
    return command.takes("--command-id", metavar="ID")


def _evidence(command: Command) -> None:
    command.takes("number", help_code="case")
    command.takes_one_of(("--add", "FILE"), ("--save", "ID"))
    command.takes("--to", type=Path, metavar="FILE", help_code="evidence_to")
    command.takes("--command-id", metavar="ID")
