from pathlib import Path

import pytest

from tests.app.cli.tem import Tem, TemApart

RECEIVER = ("--receiver-name", "Công ty TNHH Lê Thị Bưởi", "--receiver-phone", "0912000654",
            "--receiver-address", "2 Lê Lợi", "--receiver-commune", "26740")  # fmt: skip
PARCEL = ("--service", "parcel", "--weight", "1500", "--contents", "Sách giáo khoa")


@pytest.fixture
def sender(tem: Tem) -> str:
    answer = tem.json("customer", "register", "--name", "Nguyễn Thị Ánh Tuyết",
                      "--phone", "0903123456", "--address", "12 Hàng Bông",
                      "--commune", "00070")  # fmt: skip
    return str(answer["customer"])


def test_a_quote_tells_every_line_with_its_rule_and_books_nothing(tem: Tem) -> None:
    before = tem.json("verify")["entries"]

    quote = tem.json("ship", "quote", *PARCEL, *RECEIVER)

    (item,) = quote["items"]
    assert item["charged_g"] == 1_500
    assert sum(line["amount_vnd"] for line in item["lines"]) == item["total_vnd"]
    assert all(line["rule"] for line in item["lines"])
    assert quote["total_vnd"] == item["total_vnd"]
    assert tem.json("verify")["entries"] == before


def test_accepting_takes_cash_gives_change_and_prints(apart: TemApart, sender: str) -> None:
    due_vnd = apart.json("ship", "quote", *PARCEL, *RECEIVER)["total_vnd"]

    done = apart.json("ship", "accept", "--customer", sender, *PARCEL, *RECEIVER,
                    "--cash", str(due_vnd + 5_000))  # fmt: skip

    assert set(done) == {
        "items", "total_vnd", "change_vnd", "receipt", "proof", "documents"
    }  # fmt: skip
    assert set(done["items"][0]) == {"code", "charged_g", "lines", "total_vnd"}
    assert (done["total_vnd"], done["change_vnd"]) == (due_vnd, 5_000)
    assert done["receipt"] == "100950-2-0000001"
    papers = [Path(path) for path in done["documents"]]
    assert len(papers) == 2
    assert all(path.read_bytes().startswith(b"%PDF") for path in papers)
    assert apart.json("verify", done["proof"])["proof"]["receipt"] == done["receipt"]


def test_a_basket_of_two_items_is_one_receipt(tem: Tem, sender: str) -> None:
    done = tem.json("ship", "accept", "--customer", sender, *PARCEL, *RECEIVER,
                    "--service", "ems", "--weight", "300", "--contents", "Hợp đồng",
                    "--cash", "500000", "--cash-checked")  # fmt: skip

    assert [item["code"][0] for item in done["items"]] == ["C", "E"]
    assert sum(item["total_vnd"] for item in done["items"]) == done["total_vnd"]
    assert len(done["documents"]) == 3
    assert tem.json("verify")["ok"]


def test_the_same_command_id_books_and_prints_once(tem: Tem, sender: str) -> None:
    words = ("ship", "accept", "--customer", sender, *PARCEL, *RECEIVER,
             "--cash", "200000", "--command-id", "quầy 2 phiếu 9")  # fmt: skip

    first, again = tem.json(*words), tem.json(*words)

    assert again == first
    assert len(list((tem.home / "printed").glob("*.pdf"))) == 2


@pytest.mark.parametrize(
    "words",
    [
        (*PARCEL, *RECEIVER, "--cash", "1"),
        (*PARCEL, *RECEIVER, "--cash", "90000000"),
        (*PARCEL[:2], "--weight", "0", *PARCEL[4:], *RECEIVER, "--cash", "200000"),
        (*PARCEL[:2], "--weight", "30001", *PARCEL[4:], *RECEIVER, "--cash", "2000000"),
        (*PARCEL[:4], *RECEIVER, "--cash", "200000"),
        (*PARCEL, *RECEIVER[:-1], "99999", "--cash", "200000"),
        (*PARCEL, *RECEIVER[:3], "01661234567", *RECEIVER[4:], "--cash", "200000"),
        (*PARCEL, *RECEIVER, "--vas", "xyz", "--cash", "200000"),
        (*PARCEL, *RECEIVER, "--checked", "xyz", "--cash", "200000"),
    ],
    ids=[
        "too little cash",
        "ten times the sum",
        "no weight",
        "a gram above the limit",
        "no contents",
        "no such commune",
        "an old phone",
        "no such service",
        "checklist not done",
    ],
)
def test_what_cannot_be_taken_is_refused_and_uses_no_number(
    tem: Tem, sender: str, words: tuple[str, ...]
) -> None:
    before = tem.json("verify")["head"]

    ran = tem.run("--json", "ship", "accept", "--customer", sender, *words)

    assert ran.refusal
    assert len(ran.json["error"]["message"]) > 20
    assert tem.json("verify")["head"] == before


def test_a_printer_that_fails_holds_up_nothing(tem: Tem, sender: str) -> None:
    (tem.home / "printed").write_text("không phải thư mục")

    ran = tem.run("--json", "ship", "accept", "--customer", sender, *PARCEL, *RECEIVER,
                  "--cash", "200000")  # fmt: skip

    assert ran.exit == 0
    assert ran.json["documents"] == []
    assert ran.err.strip()


def test_people_read_the_lines_and_the_change(tem: Tem, sender: str) -> None:
    said = tem.run("ship", "accept", "--customer", sender, *PARCEL, *RECEIVER,
                   "--cash", "200000").out  # fmt: skip

    assert "Tổng cộng:" in said
    assert "Trả lại khách:" in said
    assert "Phiếu gửi 100950-2-0000001" in said
