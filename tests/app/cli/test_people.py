from pathlib import Path

import pytest

from tests.app.cli.tem import SUPERVISOR, SUPERVISOR_PIN, Tem
from tests.app.cli.test_organisations import an_organisation
from tests.printing.reading import read

APPROVED = ("--approver", SUPERVISOR)
WRITTEN = "12 Hàng Bài, phường Hàng Bài, quận Hoàn Kiếm, Hà Nội"


@pytest.fixture
def approved(tem: Tem) -> Tem:
    """The PIN of whoever approves is at hand."""
    tem.environment["TEM_APPROVER_PIN"] = SUPERVISOR_PIN
    return tem


def person(tem: Tem, name: str = "Nguyễn Thị Ánh Tuyết") -> str:
    words = ("customer", "register", "--name", name, "--phone", "0903123456")
    return str(tem.json(*words)["customer"])


def test_two_numbers_are_merged_and_separated_again(approved: Tem) -> None:
    number, other = person(approved), person(approved, "Nguyễn Ánh Tuyết")
    words = ("--reason", "trùng", *APPROVED)

    merged = approved.json("customer", "merge", number, other, "--take", "full_name", *words)

    assert merged == {"customer": number, "merged": other}
    page = approved.json("customer", "show", other)
    assert (page["number"], page["full_name"]) == (number, "Nguyễn Ánh Tuyết")
    assert page["merged"] == [other]
    assert "Số đã gộp: " in approved.run("customer", "show", number).out

    approved.json("customer", "unmerge", other, *words)
    assert approved.json("customer", "show", number)["full_name"] == "Nguyễn Thị Ánh Tuyết"
    assert approved.json("customer", "show", other)["number"] == other


def test_nothing_is_merged_or_passed_on_unapproved(approved: Tem) -> None:
    number, other = person(approved), person(approved)

    alone = approved.run("--json", "customer", "merge", number, other, "--reason", "trùng")

    assert (alone.exit, alone.refusal) == (1, "four_eyes.missing")


def test_a_number_passes_on_and_the_page_says_who_held_it(approved: Tem) -> None:
    number = person(approved)

    done = approved.json(
        "customer", "succeed", number, "--name", "Trần Quốc Bảo", "--passing", "inheritance",
        "--document", "Giấy chứng tử 12/2026", "--phone", "0977000111", *APPROVED,
    )  # fmt: skip

    assert done["holder"] == "Trần Quốc Bảo"
    holders = approved.json("customer", "show", number)["holders"]
    assert [each["name"] for each in holders] == ["Trần Quốc Bảo", "Nguyễn Thị Ánh Tuyết"]


def test_a_customer_rests_and_is_back(tem: Tem) -> None:
    number = person(tem)

    resting = tem.json("customer", "dormant", number, "--reason", "đi nước ngoài")
    back = tem.json("customer", "dormant", number, "--wake")

    assert (resting["standing"], back["standing"]) == ("dormant", "active")


def test_a_link_is_shown_at_both_ends_until_it_ends(tem: Tem) -> None:
    whole, contact = an_organisation(tem), person(tem)

    link = tem.json("customer", "link", contact, whole, "--role", "director")["link"]

    assert f"[{link}]" in tem.run("customer", "show", whole).out
    tem.json("customer", "unlink", link, "--reason", "nghỉ việc")
    assert "đã kết thúc" in tem.run("customer", "show", contact).out


def test_a_split_ward_is_asked_about_once(tem: Tem) -> None:
    number = person(tem)

    kept = tem.json("customer", "address", number, "--written", WRITTEN)
    choice = kept["candidates"][0]["code"]
    converted = tem.json(
        "customer", "address", number, "--id", kept["address"], "--written", WRITTEN,
        "--address", "12 Hàng Bài", "--commune", choice,
    )  # fmt: skip

    assert kept["line"] == ""
    assert converted["line"].startswith("12 Hàng Bài, Phường ")
    assert converted["candidates"] == []
    assert WRITTEN in tem.run("customer", "show", number).out
    assert tem.json("find", "hang bai hoan kiem")["hits"][0]["code"] == number


def test_a_consent_is_given_and_withdrawn_by_purpose(tem: Tem) -> None:
    number = person(tem)

    given = tem.json("customer", "consent", number, "marketing", "--channel", "paper")
    assert (given["given"], given["text_version"]) == (True, "2026-01")
    assert "Tiếp thị: đã đồng ý" in tem.run("customer", "show", number).out

    tem.json("customer", "consent", number, "marketing", "--withdraw")
    states = {
        each["purpose"]: each["state"] for each in tem.json("customer", "show", number)["consents"]
    }
    assert (states["marketing"], states["care"]) == ("withdrawn", "")


def test_a_card_is_made_into_a_file_and_scans(tem: Tem, tmp_path: Path) -> None:
    number, file = person(tem), tmp_path / "card.pdf"

    tem.json("customer", "card", number, "--out", str(file))
    again = tem.json("customer", "card", number)

    assert read(file.read_bytes()).linear == (number,)
    assert again["copy"] == 1
    nowhere = tem.run("--json", "customer", "card", number, "--out", str(tmp_path / "no" / "c"))
    assert nowhere.refusal == "card.unsaved"


def test_who_looked_and_what_was_revealed_is_for_the_supervisor(tem: Tem) -> None:
    number = person(tem)
    tem.json("customer", "show", number)
    shown = tem.json("customer", "reveal", number, "--field", "phones", "--reason", "khách hỏi")
    assert shown["phones"] == ["+84903123456"]
    assert "0903 123 456" in tem.run("customer", "reveal", number).out

    refused = tem.run("--json", "customer", "access-log", number)
    views = tem.by(SUPERVISOR, SUPERVISOR_PIN).json("customer", "access-log", number)["views"]

    assert refused.refusal == "permission.supervisor_only"
    assert [view["what"] for view in views] == ["reveal", "reveal", "page"]
    told = tem.by(SUPERVISOR, SUPERVISOR_PIN).run("customer", "access-log", number).out
    assert "xem đầy đủ điện thoại" in told
    nobody = tem.by(SUPERVISOR, SUPERVISOR_PIN).run("customer", "access-log", "--clerk", "x")
    assert "Không có lần xem nào." in nobody.out
