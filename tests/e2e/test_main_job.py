"""The whole job in the real window: from a card never seen to paper in the hand, cable out."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic
from typing import Any

import pytest

from app.domain.customer_number import grouped as grouped_customer
from app.domain.item_code import grouped as grouped_item
from app.messages import text
from tests.e2e.clerk import LETTER, PARCEL, Clerk, Item, To, ask, when_printed
from tests.e2e.conftest import TakePicture, counters
from tests.e2e.keyboard import Keyboard
from tests.e2e.offline import internet_sockets, without_network
from tests.e2e.papers import decoded, printed
from tests.e2e.program import tem
from tests.e2e.screen import Screen
from tests.e2e.seen import Seen
from tests.e2e.waiting import until

NAME = "Nguyễn Thị Ánh Tuyết"
CARD = f"001190873217||{NAME}|08031990|Nữ|Số 12, tổ 5, phường Hoàn Kiếm, thành phố Hà Nội|15042021"
SAI_GON = To("Đặng Văn Quyết", "0912000654", "5 Lê Lợi", "ben nghe hcm")
DA_NANG = To("Lê Thị Ớt", "0987654321", "12 Trần Phú", "hai chau da nang")
POTTERY = Item(
    PARCEL, "1250", "Gốm sứ", size="40 30 20", declared="1500k", cod="500k", extras=("1",)
)


@dataclass(slots=True)
class Day:
    """What was seen at each step, and what it cost."""

    home: Path
    form: Seen
    customer: Seen
    priced: Seen
    receipt: Seen
    keys: list[int] = field(default_factory=list)
    seconds: dict[str, float] = field(default_factory=dict)
    sockets: tuple[str, ...] = ()
    sold: Any = None


@pytest.fixture(scope="module")
def day(
    screen: Screen,
    keyboard: Keyboard,
    sample: Path,
    picture: TakePicture,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Day]:
    """One customer served; every test looks at another side of it."""
    folder = tmp_path_factory.mktemp("day")
    home = Path(shutil.copytree(sample, folder / "home"))
    with counters(screen, keyboard, folder) as counter:
        clerk = counter(home, *without_network())
        clerk.sign_in()
        done = _serve(clerk, home, picture)
        yield done


def _serve(clerk: Clerk, home: Path, picture: TakePicture) -> Day:
    began = monotonic()
    form = _scan_card(clerk)
    picture("registration-card")
    shown = monotonic()
    with clerk.keys.counting() as keys:
        clerk.keys.write("0903123456")
        clerk.keys.press("F12")
    customer = clerk.program.offers(text("ui.customer.new_shipment"), NAME)
    registered = monotonic()
    picture("customer-new")
    priced = _fill_basket(clerk, picture)
    paid = monotonic()
    receipt = clerk.pay()
    booked = monotonic()
    until(lambda: len(printed(home)) == 3, "three papers")
    done = Day(home, form, customer, priced, receipt, keys)
    done.seconds = {
        "card to form": shown - began,
        "phone and F12 to customer": registered - shown,
        "F12 to receipt on screen": booked - paid,
        "F12 to paper": monotonic() - paid,
    }
    done.receipt = clerk.program.until(
        lambda seen: seen.text.count(text("ui.print.printed")) == 3, "3 printed"
    )
    picture("receipt")
    done.sockets = internet_sockets(clerk.program.process.pid)
    done.sold = when_printed(home, "100950-2-0000001")
    return done


def _scan_card(clerk: Clerk) -> Seen:
    clerk.keys.scan(CARD)
    clerk.program.focuses(text("ui.form.phones"))
    return clerk.program.until(
        lambda seen: "Hoàn Kiếm" in seen.fields[text("ui.form.commune")], "the card's commune"
    )


def _fill_basket(clerk: Clerk, picture: TakePicture) -> Seen:
    clerk.open_acceptance()
    clerk.enter(LETTER, SAI_GON)
    clerk.check()
    picture("acceptance-letter")
    clerk.add(1)
    clerk.enter(POTTERY, DA_NANG)
    clerk.check()
    clerk.tender("200k")
    priced = clerk.program.shows("Cước chính vùng 3", "VAT 8 %", "117.720")
    picture("acceptance-parcel")
    return priced


def test_the_card_fills_the_form_and_shows_no_whole_citizen_number(day: Day) -> None:
    fields = day.form.fields

    assert fields[text("ui.form.full_name")] == NAME
    assert fields[text("ui.form.birth_date")] == "08/03/1990"
    assert fields[text("ui.form.citizen")] == "0011••••••17"
    assert fields[text("ui.form.street")] == "Số 12, tổ 5"
    assert fields[text("ui.form.commune")] == "Phường Hoàn Kiếm, Hà Nội"
    assert day.form.is_on(text("ui.registration.female"))
    assert fields[text("ui.box.name")] == ""
    assert "001190873217" not in day.form.text


def test_registering_by_card_and_phone_takes_at_most_thirteen_keys(day: Day) -> None:
    assert day.keys[0] <= 13


def test_the_customer_has_a_number_of_their_own_at_once(day: Day) -> None:
    number = day.sold["customer"]

    assert grouped_customer(number) in day.customer.text
    assert ask(day.home, "find", number)["hits"] == [
        {"kind": "customer", "code": number, "title": NAME}
    ]
    assert ask(day.home, "find", CARD)["hits"][0]["code"] == number
    page = ask(day.home, "customer", "show", number)
    assert page["phones"] == ["0903 ••• 456"]
    assert page["citizen_masked"] == "0011••••••17"


def test_every_surcharge_and_the_tax_stand_in_a_line_of_their_own(day: Day) -> None:
    seen = day.priced.text

    for label, amount in (
        ("Cước chính vùng 3, 4.000 g", "56.000"), ("Báo phát", "7.000"), ("Khai giá 1 %", "15.000"),
        ("Thu hộ COD, mức tối thiểu", "15.000"), ("VAT 8 %", "7.440"), ("Tổng thu", "117.720 đ"),
    ):  # fmt: skip
        assert label in seen
        assert amount in seen
    assert day.priced.fields[text("ui.acceptance.charged")] == "4.000"
    assert day.priced.fields[text("ui.acceptance.change")] == "82.280"


def test_the_receipt_page_says_what_goes_back_and_that_all_is_printed(day: Day) -> None:
    assert "82.280 đ" in day.receipt.text
    assert day.sold["proof"] in day.receipt.text
    assert [each["state"] for each in day.sold["prints"]] == ["printed"] * 3


def test_a_scanner_reads_every_code_on_receipt_and_labels(day: Day) -> None:
    papers = printed(day.home)
    receipt, items = day.sold["receipt"], day.sold["items"]

    assert set(papers) == {f"receipt-{receipt}", *(f"label-{item}" for item in items)}
    slip = decoded(papers[f"receipt-{receipt}"])
    assert sorted(slip.linear) == sorted(items)
    assert slip.square == (f"TEM1:R:{receipt}:{day.sold['proof']}",)
    for item in items:
        assert decoded(papers[f"label-{item}"]).linear == (item,)


def test_the_figures_on_paper_are_those_of_the_books(day: Day) -> None:
    words = decoded(printed(day.home)[f"receipt-{day.sold['receipt']}"]).text

    assert (day.sold["total_vnd"], day.sold["change_vnd"]) == (117_720, 82_280)
    for said in (
        "TỔNG CỘNG 117.720 ₫", "200.000", "Trả lại khách 82.280", "17.280", "100.440", NAME,
        grouped_customer(day.sold["customer"]), *map(grouped_item, day.sold["items"]),
    ):  # fmt: skip
        assert said in words


def test_the_books_verify_and_know_the_proof_on_the_receipt(day: Day) -> None:
    verified = tem(day.home, "--json", "verify", day.sold["proof"])

    assert verified.exit == 0
    assert verified.shape["ok"] is True
    assert verified.shape["proof"]["receipt"] == day.sold["receipt"]


def test_nothing_of_it_needed_a_network(day: Day) -> None:
    assert day.sockets == ()


def test_the_machines_part_is_written_beside_the_pictures(day: Day, pictures: Path) -> None:
    """Seconds are judged by the budgets, on a machine that does nothing else."""
    lines = [f"{step}: {seconds:.2f} s" for step, seconds in day.seconds.items()]

    (pictures / "window-times.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")

    assert set(day.seconds) >= {"card to form", "F12 to paper"}
