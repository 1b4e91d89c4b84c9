import pytest

from tests.app.cli.tem import SUPERVISOR, SUPERVISOR_PIN, Tem
from tests.app.cli.test_shipments import PARCEL, RECEIVER


@pytest.fixture
def sender(tem: Tem) -> str:
    answer = tem.json("customer", "register", "--name", "Nguyễn Thị Ánh Tuyết",
                      "--phone", "0903123456", "--address", "12 Hàng Bông",
                      "--commune", "00070")  # fmt: skip
    return str(answer["customer"])


def accept(tem: Tem, sender: str, *ways: str) -> str:
    done = tem.json("ship", "accept", "--customer", sender, *PARCEL, *RECEIVER, *ways)
    return str(done["receipt"])


def test_a_transfer_is_listed_printed_and_confirmed(tem: Tem, sender: str) -> None:
    receipt = accept(tem, sender, "--cash", "100000", "--transfer", "5000")

    listed = tem.json("payment", "list")
    code = tem.json("payment", "qr", receipt)
    done = tem.json("payment", "confirm", receipt, "--reference", "FT1")

    assert (listed["total_vnd"], listed["awaited"][0]["subject"]) == (5_000, receipt)
    assert code["payload"].startswith("000201")
    assert len(code["documents"]) == 1
    assert done["amount_vnd"] == 5_000
    assert tem.json("payment", "list")["awaited"] == []
    again = tem.run("--json", "payment", "confirm", receipt, "--reference", "FT1")
    assert again.refusal == "confirming.nothing_awaited"


def test_an_account_is_agreed_used_and_shown(tem: Tem, sender: str) -> None:
    assert tem.json("account", "show", sender) == {"account": None}
    Tem(tem.home, TEM_APPROVER_PIN=SUPERVISOR_PIN).json(
        "account", "agree", sender, "--contract", "HĐ 7", "--limit", "20000",
        "--until", "2099-12-31", "--approver", SUPERVISOR,
    )  # fmt: skip

    accept(tem, sender, "--cash", "100000", "--on-account", "15000")
    shown = tem.json("account", "show", sender)["account"]
    ran = tem.run("--json", "ship", "accept", "--customer", sender, *PARCEL, *RECEIVER,
                  "--cash", "100000", "--on-account", "5001")  # fmt: skip

    assert (shown["used_vnd"], shown["free_vnd"]) == (15_000, 5_000)
    assert ran.refusal == "paying.account_limit"
    assert "5.000 đ" in ran.json["error"]["message"]


def test_the_day_lists_what_was_booked_and_finds_by_sum_and_name(tem: Tem, sender: str) -> None:
    receipt = accept(tem, sender, "--cash", "100000", "--transfer", "5000")

    found = tem.json("transactions")
    assert [(line["number"], line["state"]) for line in found["lines"]] == [(receipt, "awaited")]
    assert tem.json("transactions", "anh tuyet")["lines"] == found["lines"]
    assert tem.json("transactions", "không có ai")["lines"] == []
    assert "Chờ đối chiếu" in tem.run("transactions").out
