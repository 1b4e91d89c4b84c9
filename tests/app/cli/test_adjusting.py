from pathlib import Path
from typing import Any

import pytest

from tests.app.cli.tem import SUPERVISOR, SUPERVISOR_PIN, Tem
from tests.app.cli.test_shipments import PARCEL, RECEIVER

APPROVED = ("--reason", "Cân lại", "--approver", SUPERVISOR)


@pytest.fixture
def approved(tem: Tem) -> Tem:
    """A clerk beside whom the supervisor types the PIN."""
    return Tem(tem.home, TEM_APPROVER_PIN=SUPERVISOR_PIN)


@pytest.fixture
def sale(tem: Tem) -> dict[str, Any]:
    sender = tem.json("customer", "register", "--name", "Nguyễn Thị Ánh Tuyết",
                      "--phone", "0903123456", "--address", "12 Hàng Bông",
                      "--commune", "00070")  # fmt: skip
    done: dict[str, Any] = tem.json(
        "ship", "accept", "--customer", sender["customer"], *PARCEL, *RECEIVER, "--cash", "100000"
    )
    return done


def test_a_void_gives_the_money_back_and_prints_a_slip(approved: Tem, sale: dict[str, Any]) -> None:
    done = approved.json("ship", "void", str(sale["receipt"]), *APPROVED)

    assert done["slip"] == f"{sale['receipt']}-D1"
    assert (done["what"], done["cash_vnd"]) == ("void", sale["total_vnd"])
    assert any("adjustment" in Path(path).name for path in done["documents"])
    assert approved.json("verify")["ok"]
    again = approved.run("--json", "ship", "void", str(sale["receipt"]), *APPROVED)
    assert again.refusal == "voiding.nothing_left"


def test_without_an_approver_nothing_is_voided(tem: Tem, sale: dict[str, Any]) -> None:
    ran = tem.run("--json", "ship", "void", str(sale["receipt"]), "--reason", "x")

    assert ran.refusal == "four_eyes.missing"


def test_the_day_of_the_sale_is_no_day_for_a_refund(approved: Tem, sale: dict[str, Any]) -> None:
    ran = approved.run("--json", "ship", "refund", str(sale["receipt"]), *APPROVED)

    assert ran.refusal == "voiding.day_not_over"


def test_a_correction_is_quoted_and_booked(approved: Tem, sale: dict[str, Any]) -> None:
    (item,) = sale["items"]
    wanted = ("ship", "correct", item["code"], "--weight", "3200", "--receiver-name", "Lê Thị Bưởi")

    quoted = approved.json(*wanted, "--quote")
    done = approved.json(*wanted, *APPROVED, "--cash", "100000", "--cash-checked")

    assert quoted["now_vnd"] - quoted["was_vnd"] == quoted["difference_vnd"] > 0
    assert done["collected_vnd"] == quoted["difference_vnd"]
    assert done["change_vnd"] == 100_000 - quoted["difference_vnd"]
    assert {"adjustment", "corrected_label"} <= {
        Path(path).name.split("-")[0] for path in done["documents"]
    }
    assert approved.json("verify")["ok"]


def test_words_say_what_was_done(approved: Tem, sale: dict[str, Any]) -> None:
    ran = approved.run("ship", "void", str(sale["receipt"]), *APPROVED)

    assert ran.exit == 0
    assert "Đã hủy" in ran.out
