"""How a command is described: its words, its options, the verbs below it."""

import argparse
from typing import Any

from app.messages import text


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
