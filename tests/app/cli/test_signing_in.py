import pytest

from tests.app.cli.tem import Tem

SHOW = ("customer", "show", "0126000000000")


def test_a_clerk_must_be_named_and_the_codes_are_told(tem: Tem) -> None:
    ran = Tem(tem.home, TEM_CLERK="").run("--json", *SHOW)

    assert ran.refusal == "cli.clerk_not_named"
    assert "gdv1" in ran.json["error"]["message"]


def test_without_a_pin_and_without_a_keyboard_nobody_signs_in(tem: Tem) -> None:
    assert Tem(tem.home, TEM_PIN="").run("--json", *SHOW).refusal == "cli.pin_not_given"


def test_the_clerk_of_the_command_line_wins_over_the_environment(tem: Tem) -> None:
    assert tem.run("--json", *SHOW, "--as", "gdv9").refusal == "sign_in.unknown_clerk"


def test_five_wrong_pins_lock_the_clerk_out_and_nobody_else(tem: Tem) -> None:
    wrong = tem.by("gdv1", "000000")

    refusals = [wrong.run("--json", *SHOW).refusal for _ in range(5)]

    assert refusals == ["sign_in.wrong_pin"] * 4 + ["sign_in.locked_out"]
    assert tem.run("--json", *SHOW).refusal == "sign_in.locked_out"
    assert tem.by("gdv2", "135790").run("customer", "register", "--name", "Lan").exit == 0


@pytest.mark.parametrize("pin", [" ", "9" * 10_000])
def test_a_senseless_pin_is_refused(tem: Tem, pin: str) -> None:
    assert tem.by("gdv1", pin).run("--json", *SHOW).refusal.startswith("sign_in.")
