"""Every command with its options. What a command does is loaded only when it is given."""

import argparse
from typing import Any

from app.cli.usage import Parser, day, size_cm, whole
from app.messages import text

SERVICES = ("registered", "parcel", "consigned", "ems")


class Command:
    """One command being described. ``run`` names its function as ``module:function``."""

    def __init__(self, parser: argparse.ArgumentParser, run: str = "") -> None:
        self._parser = parser
        self._options = parser.add_argument_group(text("cli.usage.options"))
        self._options.add_argument("-h", "--help", action="help", help=text("cli.help.help"))
        parser.set_defaults(run=run)

    def takes(self, *names: str, help_code: str = "", **how: Any) -> "Command":  # noqa: ANN401 - argparse's own keywords
        """Add an option or an argument; its help is ``cli.option.<name>``."""
        code = help_code or names[-1].lstrip("-").replace("-", "_")
        self._options.add_argument(*names, help=text(f"cli.option.{code}"), **how)
        return self

    def takes_one_of(self, *options: tuple[str, str]) -> "Command":
        """Exactly one of the (name, metavar) must be given."""
        group = self._options.add_mutually_exclusive_group(required=True)
        for name, metavar in options:
            code = name.lstrip("-").replace("-", "_")
            group.add_argument(name, metavar=metavar, help=text(f"cli.option.{code}"))
        return self

    def takes_globals(self, *, unset: object = argparse.SUPPRESS) -> "Command":
        """``--home``, ``--json`` and ``--as`` stand before or after the command alike."""
        flag = False if unset is None else unset
        self.takes("--home", metavar="DIR", default=unset)
        self.takes("--json", action="store_true", default=flag)
        return self.takes("--as", dest="clerk", metavar="CLERK", default=unset)

    def subject(self, *, required: bool = True) -> "Subject":
        return Subject(self._parser, required=required)


class Subject:
    """A group of commands: those of ``tem`` itself, or the verbs of one subject."""

    def __init__(self, parser: argparse.ArgumentParser, *, required: bool) -> None:
        self._prog = parser.prog
        word = text("cli.usage.command")
        self._commands = parser.add_subparsers(
            title=text("cli.usage.commands"),
            metavar=word,
            dest=word,
            required=required,
            prog=parser.prog,
        )

    def command(self, name: str, run: str = "") -> Command:
        path = f"{self._prog} {name}".removeprefix("tem ").replace(" ", "_")
        words = text(f"cli.help.{path}")
        parser = self._commands.add_parser(
            name, help=words, description=words, add_help=False, allow_abbrev=False
        )
        return Command(parser, run).takes_globals()


def build() -> argparse.ArgumentParser:
    """The whole grammar of ``tem``."""
    parser = Parser("tem", description=text("cli.help.tem"), add_help=False, allow_abbrev=False)
    parser.set_defaults(desktop=False)
    tem = Command(parser, "counter:open_counter").takes_globals(unset=None).subject(required=False)
    tem.command("counter", "counter:open_counter").takes("--desktop", action="store_true")
    tem.command("demo", "demo:demo").takes(
        "--customers", type=whole, default=200, metavar="N"
    ).takes("--fresh", action="store_true").takes("--no-window", action="store_true")
    tem.command("find", "finding:find").takes("text", metavar="TEXT")
    _customers(tem)
    _shipments(tem)
    _receipts(tem)
    _books(tem)
    return parser


def _customers(tem: Subject) -> None:
    customer = tem.command("customer").subject()
    register = customer.command("register", "customers:register")
    register.takes_one_of(("--citizen-qr", "TEXT"), ("--name", "TEXT"))
    register.takes("--citizen", metavar="N")
    _particulars(register)
    customer.command("show", "customers:show").takes("number", help_code="customer")
    edit = customer.command("edit", "customers:edit")
    edit.takes("number", help_code="customer").takes("--name", metavar="TEXT")
    _particulars(edit)
    erase = customer.command("erase", "customers:erase")
    erase.takes("number", help_code="customer").takes("--reason", required=True)
    erase.takes("--command-id", metavar="ID")


def _particulars(command: Command) -> None:
    command.takes("--birth-date", type=day, metavar="YYYY-MM-DD")
    command.takes("--sex", choices=("male", "female"))
    command.takes("--phone", action="append", metavar="N")
    command.takes("--address", metavar="TEXT").takes("--commune", metavar="CODE")
    command.takes("--note", metavar="TEXT").takes("--command-id", metavar="ID")


def _shipments(tem: Subject) -> None:
    ship = tem.command("ship").subject()
    _item(ship.command("quote", "shipments:quote"))
    accept = ship.command("accept", "shipments:accept")
    accept.takes("--customer", required=True, metavar="N")
    accept.takes("--cash", required=True, type=whole, metavar="VND")
    accept.takes("--cash-checked", action="store_true").takes("--command-id", metavar="ID")
    _item(accept)


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
    part("--receiver-name", metavar="TEXT")
    part("--receiver-phone", metavar="N")
    part("--receiver-address", metavar="TEXT")
    part("--receiver-commune", required=True, metavar="CODE")


def _receipts(tem: Subject) -> None:
    receipt = tem.command("receipt").subject()
    receipt.command("show", "receipts:show").takes("code", help_code="receipt")
    receipt.command("reprint", "receipts:reprint").takes("code", help_code="receipt")


def _headquarters(tem: Subject) -> None:
    tem.command("enrol", "syncing:enrol").takes("url", metavar="URL").takes("code", metavar="CODE")
    sync = tem.command("sync", "syncing:sync")
    sync.takes("--once", action="store_true").takes("--watch", action="store_true")
    hq = tem.command("hq").subject()
    serve = hq.command("serve", "headquarters:serve").takes("--database", metavar="URL")
    serve.takes("--host", default="127.0.0.1").takes("--port", type=whole, default=8700)
    serve.takes("--workers", type=whole, default=1, metavar="N")
    enrol = hq.command("enrol", "headquarters:enrol").takes("--database", metavar="URL")
    enrol.takes("office", metavar="OFFICE").takes("counter", metavar="COUNTER")
    publish = hq.command("publish", "headquarters:publish").takes("--database", metavar="URL")
    publish.takes("files", nargs="+", metavar="FILE", help_code="publish_files")
    hq.command("status", "headquarters:status").takes("--database", metavar="URL")


def _books(tem: Subject) -> None:
    _headquarters(tem)
    tem.command("standing", "standing:standing")
    tem.command("verify", "books:verify").takes("proof", nargs="?", metavar="PROOF")
    tem.command("backup", "books:backup").takes(
        "file", nargs="?", metavar="FILE", help_code="backup_file"
    )
    restore = tem.command("restore", "books:restore")
    restore.takes("file", metavar="FILE", help_code="restore_file")
    restore.takes("--even-if-older", action="store_true")
    tem.command("bench", "bench:bench").takes(
        "--customers", type=whole, default=1_000_000, metavar="N", help_code="bench_customers"
    )
    reference = tem.command("reference").subject()
    reference.command("check", "reference:check").takes(
        "files", nargs="+", metavar="FILE", help_code="reference_files"
    )
