"""Keys pressed too often, a process that dies, a printer that stands still: nothing twice, nothing
lost, and the clerk is told.
"""

import os
import shutil
from pathlib import Path
from typing import Any

import pytest

from app.messages import text
from app.queries.drafts import waiting_baskets
from app.settings import Home
from app.store.store import open_store
from tests.e2e.clerk import LETTER, NAME, Clerk, ask, when_printed
from tests.e2e.conftest import OpenCounter, TakePicture
from tests.e2e.papers import printed
from tests.e2e.program import tem
from tests.e2e.screen import Screen
from tests.e2e.waiting import until

CUSTOMER = "0126000000179"
RECEIPT, NEXT_RECEIPT = "100950-2-0000001", "100950-2-0000002"


@pytest.fixture(scope="module")
def with_customer(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with one customer, CUSTOMER."""
    home = Path(shutil.copytree(sample, tmp_path_factory.mktemp("known") / "home"))
    words = ("--name", "Bùi Thị Ngọc", "--phone", "0938221179", "--address", "5 Lê Lợi",
             "--commune", "26740")  # fmt: skip
    assert ask(home, "customer", "register", *words)["customer"] == CUSTOMER
    return home


@pytest.fixture
def known(with_customer: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(with_customer, tmp_path / "known"))


def _ready_to_pay(clerk: Clerk) -> None:
    clerk.sign_in()
    clerk.keys.scan(CUSTOMER)
    clerk.open_acceptance()
    clerk.enter(LETTER, CUSTOMER)
    clerk.check()
    clerk.tender("20k")


def _states(home: Path) -> list[str]:
    prints: list[dict[str, Any]] = ask(home, "receipt", "show", RECEIPT)["prints"]
    return [each["state"] for each in prints]


@pytest.mark.parametrize("key", ["F12", "Enter"])
@pytest.mark.parametrize("pace_ms", [0, 60], ids=["at once", "by an impatient hand"])
def test_the_last_key_pressed_eight_times_books_one_receipt_and_leaves_the_change_in_sight(
    known: Path, counter: OpenCounter, pace_ms: int, key: str
) -> None:
    clerk = counter(known)
    _ready_to_pay(clerk)
    entries = ask(known, "verify")["entries"]

    clerk.keys.hammer(key, 8, pace_ms)
    clerk.program.shows(text("ui.receipt.number"), "2.720 đ", text("ui.print.printed"))
    sold = when_printed(known, RECEIPT)

    assert tem(known, "--json", "find", NEXT_RECEIPT).shape == {"hits": []}
    assert len(sold["items"]) == 1
    assert len(printed(known)) == 2
    assert ask(known, "verify")["entries"] <= entries + 3  # sale and its two papers


def test_killed_right_after_the_money_it_shows_what_was_booked_and_prints_each_paper_once(
    known: Path, counter: OpenCounter, picture: TakePicture
) -> None:
    clerk = counter(known)
    _ready_to_pay(clerk)

    clerk.keys.hammer("F12", 1)
    until(lambda: ask(known, "find", RECEIPT)["hits"], RECEIPT)
    clerk.program.kill()

    again = counter(known)
    again.sign_in()
    again.program.shows(text("ui.last.title"), RECEIPT, text("ui.print.printed"))
    picture("start-after-kill")
    when_printed(known, RECEIPT)
    assert len(printed(known)) == 2
    assert ask(known, "verify")["ok"] is True


def test_killed_in_the_middle_of_typing_it_names_the_basket_and_brings_it_back(
    known: Path, counter: OpenCounter, picture: TakePicture
) -> None:
    clerk = counter(known)
    clerk.sign_in()
    clerk.keys.scan(CUSTOMER)
    clerk.open_acceptance()
    clerk.keys.press("F4")
    clerk.program.focuses(text("ui.acceptance.receiver"))
    clerk.keys.write("Dang Van Quyet")
    until(lambda: _kept(known), "a basket on disk")
    clerk.program.kill()

    again = counter(known)
    again.sign_in()
    again.program.shows(text("ui.waiting.title"), "Bùi Thị Ngọc", text("ui.waiting.half"))
    picture("waiting-after-kill")
    again.keys.press("Alt+1")
    again.program.until(
        lambda seen: seen.fields.get(text("ui.acceptance.receiver")) == "Dang Van Quyet",
        "the item as it was typed",
    )
    assert ask(known, "verify")["ok"] is True


def _kept(home: Path) -> bool:
    """Whether the whole name is in the store of a counter whose window is open."""
    store = open_store(Home(home))
    try:
        with store.reading() as connection:
            names = [draft.content.form.name for draft in waiting_baskets(connection)]
    finally:
        store.close()
    return "Dang Van Quyet" in names


def test_what_could_not_be_printed_is_told_after_a_kill_and_printed_once_when_it_can(
    known: Path, counter: OpenCounter, picture: TakePicture
) -> None:
    in_the_way = known / "printed"
    in_the_way.write_text("no folder", encoding="utf-8")
    clerk = counter(known)
    _ready_to_pay(clerk)
    clerk.keys.press("F12")
    clerk.program.shows(RECEIPT, text("ui.print.failed"))
    picture("receipt-unprinted")
    clerk.program.kill()

    again = counter(known)
    again.sign_in()
    again.program.shows(text("ui.last.title"), RECEIPT, text("ui.print.failed"))
    picture("start-unprinted")
    in_the_way.unlink()
    again.keys.press("F8")
    again.program.until(
        lambda seen: seen.text.count(text("ui.print.printed")) == 2, "both papers printed"
    )

    assert _states(known) == ["printed", "printed"]
    assert len(printed(known)) == 2
    assert ask(known, "verify")["ok"] is True


def test_killed_while_the_printer_has_the_paper_it_asks_the_clerk_who_can_see_it(
    known: Path, counter: OpenCounter, picture: TakePicture, stuck_printer: Path
) -> None:
    (known / "settings.toml").write_text('receipt_printer = "cups:Quay"\n', encoding="utf-8")
    clerk = counter(known, "env", f"PATH={stuck_printer}:{os.environ['PATH']}")
    _ready_to_pay(clerk)
    clerk.keys.press("F12")
    until((stuck_printer / "job").exists, "a job at the printer")
    clerk.program.kill()
    (stuck_printer / "free").touch()

    again = counter(known, "env", f"PATH={stuck_printer}:{os.environ['PATH']}")
    again.sign_in()
    again.program.shows(text("ui.recovery.title"), RECEIPT)
    picture("recovery")
    again.keys.press("F7")
    again.program.shows(text("ui.recovery.settled"))
    again.keys.press("Enter")
    again.program.shows(text("ui.start.title"), RECEIPT)

    assert _states(known)[0] == "printed"
    assert (stuck_printer / "job").read_text(encoding="ascii").count("\n") == 1


@pytest.fixture
def stuck_printer(tmp_path: Path) -> Path:
    """A folder with an ``lp`` that takes a job and does not come back until ``free`` is there."""
    folder = tmp_path / "bin"
    folder.mkdir()
    _script(folder / "lpstat", 'echo "scheduler is running"\n')
    wait = f"until [ -e {folder}/free ]; do sleep 0.05; done"
    _script(folder / "lp", f'cat >/dev/null\necho "$4" >>{folder}/job\n{wait}\n')
    return folder


def _script(path: Path, lines: str) -> None:
    path.write_text(f"#!/bin/sh\n{lines}", encoding="utf-8")
    path.chmod(0o755)


def test_a_second_window_on_the_same_counter_says_that_one_is_open(
    home: Path, counter: OpenCounter, screen: Screen
) -> None:
    first = counter(home)
    first.choose_name()

    second = tem(home, "counter", environment=screen.environment)

    assert second.exit == 1
    assert second.err.strip() == text("cli.already_open")
    first.keys.write("246810")
    first.keys.press("Enter")
    first.program.shows(NAME, text("ui.start.title"))
