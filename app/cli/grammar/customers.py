"""The commands about customers."""

from app.cli.grammar.building import Command, Subject
from app.cli.grammar.people import people
from app.cli.usage import day


def customers(tem: Subject) -> None:
    customer = tem.command("customer").subject()
    register = customer.command("register", "customers:register")
    register.takes_one_of(("--citizen-qr", "TEXT"), ("--name", "TEXT"))
    register.takes("--citizen", metavar="N")
    _particulars(register)
    register.takes("--prospect", action="store_true")
    customer.command("show", "customers:show").takes("number", help_code="customer")
    edit = customer.command("edit", "customers:edit")
    edit.takes("number", help_code="customer").takes("--name", metavar="TEXT")
    _particulars(edit)
    people(customer)
    erase = customer.command("erase", "customers:erase")
    erase.takes("number", help_code="customer").takes("--reason", required=True)
    erase.takes("--command-id", metavar="ID")


def _particulars(command: Command) -> None:
    command.takes("--birth-date", type=day, metavar="YYYY-MM-DD")
    command.takes("--sex", choices=("male", "female"))
    command.takes("--phone", action="append", metavar="N")
    command.takes("--address", metavar="TEXT").takes("--commune", metavar="CODE")
    command.takes("--note", metavar="TEXT").takes("--command-id", metavar="ID")
