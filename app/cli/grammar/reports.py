"""The commands that report."""

from app.cli.grammar.building import Command, Subject
from app.cli.usage import day, whole


def reports(tem: Subject) -> None:
    report = tem.command("report").subject()
    daily = report.command("daily", "reports:daily")
    daily.takes("--office", metavar="OFFICE", default="", help_code="report_office")
    asked(daily).takes("--upto", type=whole, metavar="SEQ", help_code="report_upto")
    daily.takes("--acked", type=whole, metavar="SEQ", help_code="report_acked")


def asked(command: Command) -> Command:
    """What a daily report is asked by, here and at headquarters."""
    command.takes("--date", type=day, metavar="DAY", help_code="report_day")
    command.takes("--counter", metavar="COUNTER", default="", help_code="report_counter")
    command.takes("--clerk", dest="of_clerk", metavar="CLERK", default="", help_code="report_clerk")
    return command.takes(
        "--out", action="append", metavar="FILE", default=[], help_code="report_out"
    )
