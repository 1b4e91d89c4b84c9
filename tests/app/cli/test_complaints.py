from pathlib import Path
from typing import Any

import pytest

from tests.app.cli.tem import PIN, SUPERVISOR, SUPERVISOR_PIN, Tem
from tests.app.cli.test_shipments import PARCEL, RECEIVER

BOSS = {"TEM_CLERK": SUPERVISOR, "TEM_PIN": SUPERVISOR_PIN}
LOSS = ("--type", "loss", "--role", "sender", "--facts", "Gửi hai tuần chưa tới.")
STRANGER = ("--name", "Phạm Văn Dũng", "--phone", "0912 345 678")


@pytest.fixture
def item(tem: Tem) -> str:
    sender = tem.json("customer", "register", "--name", "Đặng Văn Quyết", "--phone", "0903123456")
    done = tem.json(
        "ship", "accept", "--customer", sender["customer"], *PARCEL, *RECEIVER, "--cash", "200000"
    )
    return str(done["items"][0]["code"])


def as_boss(tem: Tem, *words: str) -> Any:  # noqa: ANN401 - whatever it printed
    return Tem(tem.home, **BOSS).json(*words)


def test_a_complaint_of_a_known_item_needs_no_name_and_prints_a_slip(tem: Tem, item: str) -> None:
    done = tem.json("complaint", "file", *LOSS, "--item", item)

    assert (done["name"], done["timeliness"], done["state"]) == (
        "Đặng Văn Quyết", "in_time", "received"
    )  # fmt: skip
    assert done["phone_masked"].endswith("456")
    assert [Path(path).name for path in done["documents"]] == [f"complaint-{done['number']}.pdf"]
    assert tem.json("find", done["number"])["hits"][0]["kind"] == "complaint"
    assert tem.json("complaint", "show", done["number"])["item"] == item


def test_a_case_goes_its_way_to_the_close(tem: Tem, item: str, tmp_path: Path) -> None:
    photo = tmp_path / "rách.jpg"
    photo.write_bytes(b"\xff\xd8\xff\xe0 photo")
    number = tem.json("complaint", "file", *LOSS, "--item", item, "--evidence", str(photo))[
        "number"
    ]
    tem.json("complaint", "investigate", number, "--note", "Đã gọi bưu cục phát.")
    stale = tem.run("--json", "complaint", "investigate", number)
    below = Tem(tem.home, **BOSS).run(
        "--json", "complaint", "decide", number, "--outcome", "upheld", "--reason", "Mất."
    )
    decision = ("--outcome", "upheld", "--reason", "Mất.", "--compensation", "500000")
    as_boss(tem, "complaint", "decide", number, *decision)
    paying = ("complaint", "pay", number, "--payer", "cash", "--approver", SUPERVISOR)
    Tem(tem.home, TEM_PIN=PIN, TEM_APPROVER_PIN=SUPERVISOR_PIN).json(*paying)
    closed = tem.json("complaint", "close", number)
    shown = tem.json("complaint", "show", number)

    assert (stale.refusal, below.refusal) == ("complaint.moved_on", "complaint.below_floor")
    assert (closed["state"], shown["paid_by"], shown["compensation_vnd"]) == (
        "closed", "cash", 500_000
    )  # fmt: skip
    assert [event["kind"] for event in shown["events"]] == [
        "received", "evidence", "investigate", "decide", "compensate", "close",
    ]  # fmt: skip
    copy = tmp_path / "mở.jpg"
    saving = ("complaint", "evidence", number, "--save", shown["files"][0]["evidence"])
    tem.json(*saving, "--to", str(copy))
    assert copy.read_bytes() == photo.read_bytes()
    assert tem.run("--json", *saving, "--to", str(copy)).refusal == "evidence.unreadable"
    assert tem.json("verify")["ok"] is True


def test_only_a_supervisor_decides(tem: Tem, item: str) -> None:
    number = tem.json("complaint", "file", *LOSS, "--item", item)["number"]
    tem.json("complaint", "investigate", number)
    words = ("complaint", "decide", number, "--outcome", "rejected", "--reason", "Đã phát.")

    assert tem.run("--json", *words).refusal == "permission.supervisor_only"


def test_a_number_that_is_not_ours_is_recorded(tem: Tem) -> None:
    done = tem.json("complaint", "file", *LOSS, *STRANGER, "--item", "RA123456785VN")

    assert (done["item_known"], done["timeliness"]) == (False, "unknown")


def test_a_stranger_is_told_what_to_bring(tem: Tem, item: str) -> None:
    ran = tem.run("complaint", "file", *LOSS, *STRANGER, "--item", item)

    assert ran.exit == 1
    assert "giấy ủy quyền" in ran.err
    assert "Đặng Văn Quyết" in ran.err


def test_a_code_of_nothing_names_no_item(tem: Tem) -> None:
    ran = tem.run("--json", "complaint", "file", *LOSS, *STRANGER, "--item", "100950-2-0000009")

    assert ran.refusal == "complaint.which_item"


def test_evidence_of_50_megabytes_files_nothing(tem: Tem, item: str, tmp_path: Path) -> None:
    large = tmp_path / "to.jpg"
    with large.open("wb") as file:
        file.truncate(50_000_000)

    ran = tem.run("--json", "complaint", "file", *LOSS, "--item", item, "--evidence", str(large))

    assert ran.refusal == "evidence.too_large"
    assert tem.json("complaint", "list")["cases"] == []


def test_people_read_the_list_and_the_reprint_is_a_copy(tem: Tem, item: str) -> None:
    number = tem.json("complaint", "file", *LOSS, "--item", item)["number"]

    said = tem.run("complaint", "list", "--all").out
    copied = tem.json("complaint", "reprint", number)["documents"]

    assert "1 hồ sơ đang mở" in said
    assert number in said
    assert any("-copy-1" in path for path in copied)
    assert number in tem.run("complaint", "show", number).out


def test_a_case_is_reopened_and_never_erased_while_open(tem: Tem, item: str) -> None:
    number = tem.json("complaint", "file", *LOSS, "--item", item)["number"]
    tem.json("complaint", "investigate", number)
    rejected = ("--outcome", "rejected", "--reason", "Đã phát ngày 20/11.")
    as_boss(tem, "complaint", "decide", number, *rejected)
    tem.json("complaint", "close", number)
    opened = tem.json("complaint", "reopen", number, "--note", "Khách có ảnh mới.")
    erased = Tem(tem.home, **BOSS).run(
        "--json", "complaint", "erase", number, "--reason", "Đơn của khách"
    )

    assert opened["state"] == "reopened"
    assert erased.refusal == "complaint.still_open"
