"""The command line's grammar in Vietnamese, on top of argparse."""

import argparse
import re
import sys
from datetime import date
from importlib.metadata import version
from typing import NoReturn

from app.domain.discretion import discreet
from app.messages import text

_SENTENCES = (
    (r"the following arguments are required: (?P<what>.+)", "cli.usage.missing"),
    (r"unrecognized arguments: (?P<what>.+)", "cli.usage.unknown"),
    (r"argument (?P<what>.+): expected .*", "cli.usage.no_value"),
    (r"argument (?P<what>.+?): invalid choice: (?P<given>.+?) \(.*", "cli.usage.no_such_choice"),
    (r"argument (?P<what>.+?): not allowed with argument (?P<given>.+)", "cli.usage.not_together"),
    (r"one of the arguments (?P<what>.+) is required", "cli.usage.one_of"),
    (r"argument (?P<what>.+?): (?P<given>.+)", "cli.usage.wrong_value"),
)

_LONGEST_REPEATED = 200


class Misused(Exception):
    """Words that make no command; ``sentence`` says what is wrong with them."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class Parser(argparse.ArgumentParser):
    """Vietnamese where argparse would speak English. Raises Misused."""

    def format_help(self) -> str:
        return super().format_help().replace("usage: ", text("cli.usage.prefix"), 1)

    def error(self, message: str) -> NoReturn:
        raise Misused(f"{_sentence(message)} {text('cli.usage.see', prog=self.prog)}")


class Version(argparse.Action):
    """Looked up only when it is asked for: the metadata of a package is slow to find."""

    def __call__(self, parser: argparse.ArgumentParser, *_given: object) -> NoReturn:
        sys.stdout.write(f"Tem {version('tem')}\n")
        parser.exit()


def whole(given: str) -> int:
    """Đồng, grams or a count: digits only, nothing negative."""
    if not (given.isascii() and given.isdecimal() and len(given) <= 15):
        raise argparse.ArgumentTypeError(text("cli.usage.whole_number", given=discreet(given)))
    return int(given)


def size_cm(given: str) -> tuple[int, int, int]:
    """``40x30x20`` in whole centimetres."""
    found = re.fullmatch(r"([0-9]{1,5})[xX×]([0-9]{1,5})[xX×]([0-9]{1,5})", given)
    if found is None:
        raise argparse.ArgumentTypeError(text("cli.usage.size", given=discreet(given)))
    return int(found[1]), int(found[2]), int(found[3])


def notes(given: str) -> dict[int, int]:
    """``500000x14,200000x9``: pieces by denomination. What is negative is for the count to say."""
    found: dict[int, int] = {}
    for each in given.split(","):
        pair = re.fullmatch(r"([0-9]{1,9})[xX×](-?[0-9]{1,9})", each.strip())
        if pair is None or int(pair[1]) in found:
            raise argparse.ArgumentTypeError(text("cli.usage.notes", given=discreet(given)))
        found[int(pair[1])] = int(pair[2])
    return found


def day(given: str) -> date:
    """``1990-01-31``."""
    try:
        return date.fromisoformat(given)
    except ValueError as error:
        raise argparse.ArgumentTypeError(text("cli.usage.date", given=discreet(given))) from error


def _sentence(message: str) -> str:
    for pattern, code in _SENTENCES:
        if found := re.fullmatch(pattern, message, re.DOTALL):
            return text(code, **_shown(code, found.groupdict()))
    return message


def _shown(code: str, said: dict[str, str]) -> dict[str, str]:
    """What argparse repeats may be a card that lost its quotes; our own sentences are safe."""
    if code == "cli.usage.wrong_value":
        return said
    return {name: discreet(value, _LONGEST_REPEATED) for name, value in said.items()}
