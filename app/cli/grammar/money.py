"""The commands about money after the sale: voids, corrections, transfers, accounts, services."""

from app.cli.grammar.building import Command, Subject
from app.cli.usage import day, size_cm, whole

REFUNDS = ("cash", "transfer")
NEEDS = ("reference", "party", "title", "copies")


def adjustments(ship: Subject) -> None:
    """Below ``tem ship``, beside ``accept``."""
    for name in ("void", "refund"):
        void = ship.command(name, f"adjusting:{name}").takes(
            "code", metavar="CODE", help_code="receipt"
        )
        void.takes("--item", action="append", metavar="CODE", help_code="void_item")
        void.takes("--refund", choices=REFUNDS, default="cash", help_code="refund_way")
        _approved(void)
    correct = ship.command("correct", "adjusting:correct").takes(
        "code", metavar="CODE", help_code="receipt"
    )
    correct.takes("--service", metavar="CODE", help_code="correct_service")
    correct.takes("--weight", type=whole, metavar="G").takes(
        "--size", type=size_cm, metavar="LxWxH"
    )
    for part in ("name", "phone", "address", "commune"):
        correct.takes(f"--receiver-{part}", metavar="TEXT")
    correct.takes("--quote", action="store_true")
    correct.takes("--refund", choices=REFUNDS, default="cash", help_code="refund_way")
    _tendered(correct)
    _approved(correct)


def money(tem: Subject) -> None:
    payment = tem.command("payment").subject()
    payment.command("list", "payments:awaited")
    confirm = payment.command("confirm", "payments:confirm").takes(
        "code", metavar="CODE", help_code="receipt"
    )
    confirm.takes("--reference", metavar="TEXT", default="", help_code="bank_reference")
    confirm.takes("--by-cash", action="store_true").takes("--command-id", metavar="ID")
    payment.command("qr", "payments:qr").takes("code", metavar="CODE", help_code="receipt")
    account = tem.command("account").subject()
    account.command("show", "payments:account").takes("customer", metavar="N")
    agree = account.command("agree", "payments:agree").takes("customer", metavar="N")
    agree.takes("--contract", required=True, metavar="TEXT")
    agree.takes("--limit", required=True, type=whole, metavar="VND", help_code="account_limit")
    agree.takes("--until", required=True, type=day, metavar="DAY", help_code="account_until")
    agree.takes("--approver", required=True, metavar="CLERK").takes("--command-id", metavar="ID")
    _services(tem.command("service").subject())
    tem.command("transactions", "payments:day").takes(
        "--day", type=day, metavar="DAY", help_code="transactions_day"
    ).takes("text", nargs="?", default="", metavar="TEXT")


def _services(service: Subject) -> None:
    service.command("list", "other_services:listing")
    record = service.command("record", "other_services:record")
    record.takes("--customer", required=True, metavar="N")
    record.takes("--service", required=True, metavar="CODE", help_code="other_service")
    record.takes("--amount", required=True, type=whole, metavar="VND", help_code="service_amount")
    record.takes("--fee", type=whole, default=0, metavar="VND", help_code="service_fee")
    record.takes("--from", dest="period_from", default="", metavar="MM/YYYY", help_code="period")
    record.takes("--to", dest="period_to", default="", metavar="MM/YYYY", help_code="period_to")
    for need in NEEDS:
        record.takes(f"--{need}", default="", metavar="TEXT", help_code=f"service_{need}")
    record.takes("--payout", choices=REFUNDS, default="cash")
    _tendered(record)
    record.takes("--command-id", metavar="ID")
    void = service.command("void", "adjusting:void").takes(
        "code", metavar="CODE", help_code="receipt"
    )
    void.takes("--refund", choices=REFUNDS, default="cash", help_code="refund_way")
    _approved(void)


def _tendered(command: Command) -> None:
    command.takes("--cash", type=whole, default=0, metavar="VND")
    command.takes("--cash-checked", action="store_true")
    ways(command)


def ways(command: Command) -> None:
    """What pays beside cash."""
    command.takes("--transfer", type=whole, default=0, metavar="VND")
    command.takes("--on-account", type=whole, default=0, metavar="VND")


def _approved(command: Command) -> None:
    command.takes("--reason", default="", metavar="TEXT")
    command.takes("--approver", default="", metavar="CLERK").takes("--command-id", metavar="ID")
