"""Scans and searches reach the universal box from every screen, whatever has the focus."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from app.domain.customer_number import grouped as grouped_customer
from app.domain.item_code import grouped as grouped_item
from app.domain.item_code import make_item_code
from app.messages import text
from tests.e2e.clerk import LETTER, Clerk, ask
from tests.e2e.conftest import TakePicture, counters
from tests.e2e.keyboard import Keyboard
from tests.e2e.screen import Screen
from tests.e2e.seen import Seen

NAME = "Trần Văn Ất"
ADDRESS = ("--address", "5 Lê Lợi", "--commune", "26740")


@dataclass(frozen=True, slots=True)
class Desk:
    """A clerk at the start page of a counter that knows one customer and one item."""

    clerk: Clerk
    customer: str
    item: str
    receipt: str

    @property
    def keys(self) -> Keyboard:
        return self.clerk.keys

    def shows_item(self) -> Seen:
        return self.clerk.program.shows(grouped_item(self.item), self.receipt)

    def shows_customer(self) -> Seen:
        return self.clerk.program.offers(
            text("ui.customer.new_shipment"), grouped_customer(self.customer)
        )


@pytest.fixture(scope="module")
def opened(
    screen: Screen, keyboard: Keyboard, sample: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Desk]:
    folder = tmp_path_factory.mktemp("box")
    home = Path(shutil.copytree(sample, folder / "home"))
    customer = ask(
        home, "customer", "register", "--name", NAME, "--phone", "0938 221 179", *ADDRESS
    )
    number = customer["customer"]
    sold = ask(
        home, "ship", "accept", "--customer", number, "--service", "registered", "--weight", "85",
        "--contents", "Tài liệu", "--receiver-name", "Lê Bưởi", "--receiver-phone", "0912000654",
        "--receiver-address", "2 Lê Lợi", "--receiver-commune", "26740", "--cash", "20000",
    )  # fmt: skip
    with counters(screen, keyboard, folder) as counter:
        clerk = counter(home)
        clerk.sign_in()
        yield Desk(clerk, number, sold["items"][0]["code"], sold["receipt"])


@pytest.fixture
def desk(opened: Desk) -> Desk:
    """Back at the start page, an empty universal box ready."""
    for _ in range(4):
        seen = opened.clerk.program.look()
        assert seen is not None
        if text("ui.start.title") in seen.text and not seen.fields[text("ui.box.name")]:
            break
        opened.keys.press("Esc")
    opened.clerk.program.shows(text("ui.start.title"))
    return opened


def test_a_customer_is_found_by_the_last_four_digits_of_a_phone(desk: Desk) -> None:
    (row,) = (row for row in desk.clerk.find("1179", NAME) if NAME in row)

    assert "0938 ••• 179" in row
    assert "0938 221 179" not in row


@pytest.mark.parametrize("words", ["tran van at", "tva", "at tran", "trần văn ất"])
def test_a_customer_is_found_by_name_without_accents_by_initials_and_given_name_first(
    desk: Desk, words: str
) -> None:
    desk.keys.write(words)
    desk.clerk.program.until(
        lambda seen: any(NAME in row for row in seen.rows(text("ui.box.name"))), NAME
    )


def test_accents_that_are_typed_narrow_the_search(desk: Desk) -> None:
    box = text("ui.box.name")
    desk.clerk.find("trần văn a", NAME)
    desk.keys.press("Backspace")
    desk.keys.write("ạ")

    def narrowed(seen: Seen) -> bool:
        answered = bool(seen.rows(box)) or text("ui.box.nothing") in seen.text
        typed = seen.fields[box] == "trần văn ạ"
        return typed and answered and not any(NAME in row for row in seen.rows(box))

    desk.clerk.program.until(narrowed, "no Ất for an ạ")


def test_enter_opens_the_customer_that_is_marked(desk: Desk) -> None:
    desk.clerk.find("0938221179", NAME)
    desk.keys.press("Enter")

    desk.shows_customer()


def test_a_customer_card_opens_the_page_at_once(desk: Desk) -> None:
    desk.keys.scan(desk.customer)

    seen = desk.shows_customer()
    assert seen.fields[text("ui.box.name")] == ""


@pytest.mark.parametrize("shape", ["item", "receipt"])
def test_an_item_code_and_a_receipt_number_open_the_transaction(desk: Desk, shape: str) -> None:
    desk.keys.scan(desk.item if shape == "item" else desk.receipt)

    desk.shows_item()


def test_a_wrong_check_digit_is_explained_and_names_the_code(
    desk: Desk, picture: TakePicture
) -> None:
    wrong = desk.item[:10] + str((int(desk.item[10]) + 1) % 10) + desk.item[11:]
    desk.keys.scan(wrong)

    desk.clerk.program.shows(text("item_code.check_digit", text=grouped_item(wrong)))
    picture("scan-wrong-digit")


def test_a_code_that_a_typing_tool_spoilt_is_repaired_by_its_check_digit(
    desk: Desk, picture: TakePicture
) -> None:
    desk.keys.scan("Ê471108151FR")

    desk.clerk.program.shows("EE471108151FR")
    picture("scan-repaired")


def test_a_code_that_is_not_in_the_books_is_said_to_be_so(desk: Desk) -> None:
    desk.keys.scan(make_item_code("RR", 47312482, "GB"))

    desk.clerk.program.shows(text("ui.box.nothing_scanned"))


def test_a_scan_is_taken_while_the_help_is_open(desk: Desk) -> None:
    desk.keys.press("F1")
    desk.clerk.program.shows(text("ui.help.close"))
    desk.keys.scan(desk.customer)

    seen = desk.shows_customer()
    assert text("ui.help.close") not in seen.text


def test_a_scan_from_the_registration_form_leaves_every_field_as_it_was(desk: Desk) -> None:
    desk.keys.write("Lý Thị Mơ")
    desk.keys.press("Ctrl+Enter")
    desk.clerk.program.focuses(text("ui.form.birth_date"))
    desk.keys.write("0101")
    before = desk.clerk.program.until(
        lambda seen: seen.fields[text("ui.form.birth_date")] == "0101", "a date half typed"
    )
    desk.keys.scan(desk.item)
    desk.shows_item()
    desk.keys.press("Esc")
    after = desk.clerk.program.focuses(text("ui.form.birth_date"))

    assert after.fields == before.fields
    _throw_away(desk, text("ui.registration.unsaved"))


def test_a_scan_from_any_field_of_an_acceptance_leaves_it_whole(
    desk: Desk, picture: TakePicture
) -> None:
    desk.keys.scan(desk.customer)
    desk.shows_customer()
    desk.clerk.open_acceptance()
    desk.clerk.enter(LETTER, desk.customer)
    desk.keys.press("F4")
    first = desk.clerk.program.focuses(text("ui.acceptance.receiver"))
    visited: list[str] = []
    seen = first
    while seen.focus != text("ui.box.name"):
        visited.append(seen.focus)
        seen = _scan_away_and_back(desk, seen)
        desk.keys.press("Tab")
        seen = desk.clerk.program.until(_elsewhere_than(seen.focus), "a next field")
    picture("scan-kept-form")

    assert {text(f"ui.acceptance.{name}") for name in ("weight", "contents", "tendered")} < {
        *visited
    }
    assert seen.fields == first.fields
    _give_up(desk)


def _elsewhere_than(focus: str) -> Callable[[Seen], bool]:
    return lambda seen: seen.focus != focus


def _scan_away_and_back(desk: Desk, before: Seen) -> Seen:
    """Look an item up in the middle of the work; how the work stands afterwards."""
    desk.keys.scan(desk.item)
    desk.shows_item()
    desk.keys.press("Esc")
    after = desk.clerk.program.focuses(before.focus)
    assert after.fields == before.fields
    return after


def test_a_scan_while_the_checklist_is_open_comes_back_to_it(desk: Desk) -> None:
    desk.keys.scan(desk.customer)
    desk.shows_customer()
    desk.clerk.open_acceptance()
    desk.keys.press("F4")
    desk.clerk.program.focuses(text("ui.acceptance.receiver"))
    desk.keys.write("An")
    desk.keys.press("F7")
    desk.clerk.program.shows(text("ui.acceptance.confirm_checks"))
    desk.keys.scan(desk.item)
    desk.shows_item()
    desk.keys.press("Esc")

    desk.clerk.program.shows(text("ui.acceptance.confirm_checks"))
    desk.keys.press("Esc")
    seen = desk.clerk.program.focuses(text("ui.acceptance.receiver"))
    assert seen.fields[text("ui.acceptance.receiver")] == "An"
    _give_up(desk)


def _throw_away(desk: Desk, question: str) -> None:
    desk.keys.press("Esc")
    desk.clerk.program.shows(question)
    desk.keys.press("Alt+B")
    desk.clerk.program.until(lambda seen: question not in seen.text, "an end of it")


def _give_up(desk: Desk) -> None:
    question = text("ui.acceptance.give_up")
    desk.keys.press("Alt+B")
    desk.clerk.program.shows(question)
    desk.keys.press("Alt+B")
    desk.clerk.program.until(lambda seen: question not in seen.text, "an end of it")
