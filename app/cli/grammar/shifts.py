"""The commands about the drawer and its shifts."""

from app.cli.grammar.building import Command, Subject
from app.cli.usage import notes, whole

PURPOSES = ("treasury", "difference", "other")


def shifts(tem: Subject) -> None:
    shift = tem.command("shift").subject()
    opening = _counted(shift.command("open", "shifts:opening"))
    opening.takes("--received", type=whole, metavar="VND", help_code="shift_received")
    x = shift.command("x", "shifts:x").takes("--shift", metavar="N", default="")
    x.takes("--print", action="store_true", help_code="shift_print_x")
    shift.command("z", "shifts:z").takes("shift", nargs="?", metavar="N", default="")
    shift.command("reprint", "shifts:reprint").takes("shift", metavar="N")
    shift.command("list", "shifts:listing")
    _counted(shift.command("count", "shifts:count"))
    _closing(_counted(shift.command("close", "shifts:closing")))
    for name, run in (("pay-in", "shifts:pay_in"), ("pay-out", "shifts:pay_out")):
        _moving(shift.command(name, run))
    no_sale = shift.command("no-sale", "shifts:no_sale")
    no_sale.takes("--reason", required=True).takes("--command-id", metavar="ID")
    handing = shift.command("hand-over", "shifts:handing_over")
    handing.takes("--counted", required=True, type=whole, metavar="VND", help_code="shift_counted")
    handing.takes("--remark", metavar="TEXT", default="", help_code="shift_remark")
    _second(handing, required=True)
    correct = shift.command("correct", "shifts:correct").takes("shift", metavar="N")
    correct.takes("--counted", type=whole, metavar="VND", help_code="shift_counted_really")
    correct.takes("--reason", required=True)
    _second(correct, required=True)


def _counted(command: Command) -> Command:
    """A count: by notes, or only its sum."""
    command.takes("--notes", type=notes, metavar="LIST")
    command.takes("--counted", type=whole, metavar="VND")
    command.takes("--loose", type=whole, metavar="VND", default=0)
    return command.takes("--command-id", metavar="ID")


def _closing(command: Command) -> None:
    command.takes("--deposit", type=whole, metavar="VND", default=0)
    command.takes("--remark", metavar="TEXT", default="", help_code="shift_remark")
    command.takes("--approver", metavar="CLERK")


def _moving(command: Command) -> None:
    command.takes("amount", type=whole, metavar="VND", help_code="cash_amount")
    command.takes("--purpose", choices=PURPOSES, default="other", help_code="cash_purpose")
    command.takes("--reason", metavar="TEXT", default="")
    command.takes("--amount-checked", action="store_true")
    command.takes("--command-id", metavar="ID")


def _second(command: Command, *, required: bool) -> None:
    command.takes("--approver", metavar="CLERK", required=required)
    command.takes("--command-id", metavar="ID")
