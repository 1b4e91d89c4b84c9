"""Leaves a picture of every screen in each dress, with the longest names, for people to look at.

What a program can see of it is asserted: nothing that must be on screen has gone from it.
"""

import shutil
from pathlib import Path

import pytest

from app.messages import text
from tests.e2e.clerk import PARCEL, Clerk, Item, ask
from tests.e2e.conftest import OpenCounter, TakePicture

LONG_NAME = "Nguyễn Phước Bảo Khánh Quỳnh Hương Giang"
LONG_STREET = "Số 128/15/4B ngõ 1194 đường Nguyễn Trường Tộ kéo dài, tổ dân phố Đông Thượng Ỷ La"
NOTE = "Nghe kém, nói to và chậm; hàng gốm sứ phải chèn thêm và dán nhãn dễ vỡ cả sáu mặt"
VASE = Item(PARCEL, "1250", "Bình gốm", size="40 30 20", declared="12k", cod="3k", extras=("1",))
CARD = "001190873217||Nguyễn Thị Ánh Tuyết|08031990|Nữ|Tổ 5, phường Hoàn Kiếm, Hà Nội|15042021"
DRESSES = {"light": ("light", 100), "dark": ("dark", 100), "contrast": ("contrast", 100),
           "large": ("light", 150)}  # fmt: skip


@pytest.fixture(scope="module")
def busy(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A home with a customer of many words who has sent something, and the customer's number."""
    home = Path(shutil.copytree(sample, tmp_path_factory.mktemp("busy") / "home"))
    done = ask(home, "customer", "register", "--name", LONG_NAME, "--phone", "0938221179",
               "--address", LONG_STREET, "--commune", "26740", "--note", NOTE)  # fmt: skip
    to = ("--receiver-name", LONG_NAME, "--receiver-phone", "0912000654",
          "--receiver-address", LONG_STREET, "--receiver-commune", "26740")  # fmt: skip
    ask(home, "ship", "accept", "--customer", done["customer"], "--service", "parcel",
        "--weight", "4300", "--contents", "Gốm sứ mỹ nghệ", *to,
        "--service", "ems", "--weight", "300", "--contents", "Hợp đồng",
        "--cash", "500000")  # fmt: skip
    return home, done["customer"]


@pytest.mark.parametrize("dress", DRESSES)
def test_every_screen_is_pictured(
    busy: tuple[Path, str], counter: OpenCounter, picture: TakePicture, tmp_path: Path, dress: str
) -> None:
    home = Path(shutil.copytree(busy[0], tmp_path / "home"))
    theme, scale = DRESSES[dress]
    settings = f'theme = "{theme}"\ntext_scale = {scale}\n'
    (home / "settings.toml").write_text(settings, encoding="utf-8")
    clerk = counter(home)

    def take(name: str) -> None:
        picture(f"{dress}-{name}")

    clerk.choose_name()
    take("1-sign-in")
    clerk.keys.write("246810")
    clerk.keys.press("Enter")
    clerk.program.shows(text("ui.start.title"), text("ui.last.title"), "100950-2-0000001")
    take("2-start")
    _look_people_up(clerk, take)
    _look_at_customer(clerk, busy[1], take)
    _look_at_acceptance(clerk, busy[1], take)


def _look_people_up(clerk: Clerk, take: TakePicture) -> None:
    clerk.find("ng th", "Nguyễn")
    take("3-proposals")
    clerk.keys.press("F1")
    clerk.program.shows(text("ui.help.close"))
    take("4-help")
    clerk.keys.press("Esc")
    clerk.keys.scan(CARD)
    clerk.program.focuses(text("ui.form.phones"))
    clerk.keys.write("0938221179")
    clerk.keys.press("Enter")
    clerk.program.shows(text("ui.registration.same_phone"))
    take("5-registration")
    clerk.keys.press("Esc")
    clerk.program.shows(text("ui.registration.unsaved"))
    clerk.keys.press("Alt+b")
    clerk.program.shows(text("ui.start.title"))


def _look_at_customer(clerk: Clerk, number: str, take: TakePicture) -> None:
    clerk.keys.scan(number)
    clerk.program.offers(text("ui.customer.new_shipment"), LONG_NAME)
    take("6-customer")
    clerk.keys.press("Alt+s")
    clerk.program.shows(text("ui.customer.save"))
    clerk.keys.press("Tab", "Tab")
    clerk.keys.write("0168")
    clerk.keys.press("Tab")
    take("7-customer-edited")
    clerk.keys.press("Esc")
    clerk.program.offers(text("ui.customer.new_shipment"))


def _look_at_acceptance(clerk: Clerk, number: str, take: TakePicture) -> None:
    clerk.open_acceptance()
    take("8-acceptance-empty")
    clerk.enter(VASE, number)
    clerk.keys.press("F7")
    clerk.program.shows(text("ui.acceptance.confirm_checks"))
    take("9-checklist")
    clerk.keys.press("Enter")
    clerk.tender("2000k")
    take("A-acceptance")
    clerk.keys.press("F12")
    clerk.program.shows("2.000.000")
    take("B-unlikely-sum")
    clerk.keys.press("F9")
    clerk.keys.write("200k")
    clerk.pay()
    clerk.program.until(lambda seen: text("ui.print.waiting") not in seen.text, "paper")
    take("C-receipt")
    clerk.keys.scan("RR473124828GB")
    clerk.program.shows(text("item_code.check_digit", text="RR 473 124 828 GB"))
    take("D-wrong-scan")
