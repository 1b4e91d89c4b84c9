import argparse
from collections.abc import Iterator
from importlib import import_module

import pytest

from app.cli.parser import build
from app.cli.usage import Misused

ITEM = ["--service", "ems", "--weight", "500", "--receiver-commune", "00070"]


def _commands(parser: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    """Every command that does something, found as the help lists them."""
    yield parser
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for below in action.choices.values():
                yield from _commands(below)


def test_every_command_has_a_function_behind_it() -> None:
    runs = {command.get_default("run") for command in _commands(build())} - {""}

    for run in sorted(runs):
        module, _, name = run.partition(":")
        assert callable(getattr(import_module(f"app.cli.{module}"), name)), run


def test_every_command_explains_itself() -> None:
    for command in _commands(build()):
        assert command.description
        assert "tùy chọn" in command.format_help()


@pytest.mark.parametrize(
    "words",
    [["--home", "x", "--json", "--as", "gdv1", "find", "a"],
     ["find", "a", "--home", "x", "--json", "--as", "gdv1"]],
)  # fmt: skip
def test_global_options_stand_before_or_after_the_command(words: list[str]) -> None:
    given = build().parse_args(words)

    assert (given.home, given.json, given.clerk, given.text) == ("x", True, "gdv1", "a")


def test_an_option_before_the_command_is_not_undone_by_the_command() -> None:
    given = build().parse_args(["--home", "x", "customer", "show", "1"])

    assert (given.home, given.json, given.clerk) == ("x", False, None)


def test_without_a_command_the_counter_opens() -> None:
    assert build().parse_args([]).run == "counter:open_counter"


def test_what_was_said_of_items_keeps_its_order() -> None:
    given = build().parse_args(["ship", "quote", *ITEM, "--vas", "a", "--vas", "b"])

    assert given.said == [
        ("service", "ems"),
        ("weight", 500),
        ("receiver_commune", "00070"),
        ("vas", "a"),
        ("vas", "b"),
    ]


@pytest.mark.parametrize(
    "words",
    [
        ["customer"],
        ["customer", "register"],
        ["customer", "register", "--name", "A", "--citizen-qr", "B"],
        ["customer", "erase", "1"],
        ["ship", "accept", *ITEM],
        ["ship", "quote", "--weight", "1", "--receiver-commune", "1"],
        ["restore"],
        ["demo", "--customers", "-5"],
        ["xyz"],
    ],
)
def test_commands_that_cannot_be_meant_are_wrong_usage(words: list[str]) -> None:
    with pytest.raises(Misused):
        build().parse_args(words)
