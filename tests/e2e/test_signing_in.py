from pathlib import Path

from app.messages import text
from tests.e2e.clerk import PIN, Clerk
from tests.e2e.conftest import OpenCounter, TakePicture


def _try(clerk: Clerk, pin: str, *, told: str) -> None:
    """Type a PIN that will be refused, and read why."""
    field = text("ui.sign_in.pin")
    clerk.keys.write(pin)
    clerk.program.until(lambda seen: len(seen.fields[field]) == len(pin), "the PIN in its field")
    clerk.keys.press("Enter")
    clerk.program.until(
        lambda seen: told in seen.text and not seen.fields[text("ui.sign_in.pin")], told
    )


def test_five_wrong_pins_lock_the_name_out_in_words_and_the_right_one_then_does_not_help(
    home: Path, counter: OpenCounter, picture: TakePicture
) -> None:
    clerk = counter(home)
    clerk.choose_name()
    picture("sign-in-pin")
    for left in (4, 3, 2, 1):
        _try(clerk, "111111", told=text("sign_in.wrong_pin", left=left))
        if left == 4:
            picture("sign-in-wrong")
    locked = text("sign_in.locked_out", minutes=5, until="@").partition("@")[0]
    _try(clerk, "111111", told=locked)
    picture("sign-in-locked")

    _try(clerk, PIN, told=locked[:24])


def test_a_lock_out_outlives_the_window(home: Path, counter: OpenCounter) -> None:
    first = counter(home)
    first.choose_name()
    for left in (4, 3, 2, 1):
        _try(first, "111111", told=text("sign_in.wrong_pin", left=left))
    first.keys.write("111111")
    first.keys.press("Enter")
    first.program.shows("5 lần")
    first.program.kill()

    again = counter(home)
    again.choose_name()
    _try(again, PIN, told="5 lần")


def test_a_scan_before_signing_in_looks_nothing_up(home: Path, counter: OpenCounter) -> None:
    clerk = counter(home)
    clerk.choose_name()

    clerk.keys.scan("0126000000179")

    seen = clerk.program.shows(text("ui.sign_in.scanned"))
    assert seen.fields[text("ui.sign_in.pin")] == ""


def test_locking_keeps_the_work_and_asks_for_the_pin_again(
    home: Path, counter: OpenCounter
) -> None:
    clerk = counter(home)
    clerk.sign_in()
    clerk.keys.write("Lý Thị Mơ")
    clerk.keys.press("Ctrl+Enter")
    clerk.program.focuses(text("ui.form.birth_date"))

    clerk.keys.press("Ctrl+l")
    seen = clerk.program.focuses(text("ui.sign_in.pin"))
    assert "Lý Thị Mơ" not in seen.text
    clerk.keys.write(PIN)
    clerk.keys.press("Enter")

    back = clerk.program.focuses(text("ui.form.birth_date"))
    assert back.fields[text("ui.form.full_name")] == "Lý Thị Mơ"
