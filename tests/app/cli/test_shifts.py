from pathlib import Path
from typing import Any

import pytest

from tests.app.cli.tem import CLERK, PIN, SUPERVISOR, SUPERVISOR_PIN, Tem
from tests.app.cli.test_shipments import PARCEL, RECEIVER

FLOAT = "100000x3,50000x3,10000x4,5000x2"


@pytest.fixture
def supervised(tem: Tem) -> Tem:
    """A clerk with a supervisor beside: the PIN of whoever approves is at hand."""
    tem.environment["TEM_APPROVER_PIN"] = SUPERVISOR_PIN
    return tem


def sold(tem: Tem) -> dict[str, Any]:
    sender = tem.json("customer", "register", "--name", "Đặng Văn Quyết")["customer"]
    done: dict[str, Any] = tem.json(
        "ship", "accept", "--customer", sender, *PARCEL, *RECEIVER, "--cash", "200000"
    )
    return done


def test_a_whole_shift_by_commands(supervised: Tem) -> None:
    tem = supervised
    opened = tem.json("shift", "open", "--notes", FLOAT)
    sale = sold(tem)
    tem.json("shift", "pay-in", "50000", "--purpose", "treasury")
    tem.json("shift", "pay-out", "20000", "--reason", "mua băng keo")
    no_sale = tem.json("shift", "no-sale", "--reason", "đổi tiền lẻ")

    expected = 500_000 + sale["total_vnd"] + 30_000
    counted = tem.json("shift", "count", "--counted", str(expected - 1_000))
    closed = tem.json("shift", "close", "--deposit", "100000", "--approver", SUPERVISOR)

    assert no_sale["drawer"] == "by_hand"
    assert opened["float_vnd"] == 500_000
    assert (counted["expected_vnd"], counted["difference_vnd"]) == (expected, -1_000)
    assert (closed["z_number"], closed["difference_vnd"], closed["disputed"]) == (1, -1_000, False)
    assert closed["left_vnd"] == expected - 101_000
    assert [Path(path).name for path in closed["documents"]] == [f"shift-{closed['shift']}.pdf"]
    assert tem.run("verify").exit == 0


def test_x_shows_a_clerk_no_money_before_the_count_and_a_supervisor_all_of_it(tem: Tem) -> None:
    sale = sold(tem)

    clerk = tem.json("shift", "x")
    supervisor = tem.by(SUPERVISOR, SUPERVISOR_PIN).json("shift", "x")

    assert [(line["label"], line["items"]) for line in clerk["services"]] == [("Bưu kiện", 1)]
    assert clerk["cash"]["expected_vnd"] is None
    assert clerk["total"]["net_vnd"] is None
    assert str(sale["total_vnd"]) not in tem.run("shift", "x").out.replace(".", "")
    assert supervisor["cash"]["expected_vnd"] == sale["total_vnd"]
    assert (supervisor["z_number"], supervisor["closing"]) == (0, None)


def test_x_changes_nothing(tem: Tem) -> None:
    sold(tem)
    before = tem.json("verify")["head"]

    tem.json("shift", "x")
    assert tem.json("shift", "x", "--print")["printer"] == "folder"

    assert tem.json("verify")["head"] == before


def test_z_says_the_same_today_and_after_more_was_sold(tem: Tem) -> None:
    sold(tem)
    closed = tem.json("shift", "close", "--counted", "1000")
    z = tem.json("shift", "z")
    sold(tem)

    assert tem.json("shift", "z", closed["shift"]) == z
    assert z["closing"]["difference_vnd"] == closed["difference_vnd"]
    assert tem.run("shift", "z").out.startswith("Z 1 · ca")


def test_a_sale_opens_the_shift_that_can_then_not_be_opened_again(tem: Tem) -> None:
    sold(tem)

    assert tem.json("shift", "list")["shifts"][0]["opening"] == "automatic"
    assert tem.run("--json", "shift", "open", "--notes", FLOAT).refusal == "shift.opened_by_itself"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("x",), "shift.not_open"),
        (("z",), "shift.unknown"),
        (("close", "--counted", "0"), "shift.not_open"),
        (("count", "--counted", "0"), "shift.not_open"),
        (("count",), "shift.nothing_counted"),
        (("pay-in", "1000", "--reason", "thử"), "shift.not_open"),
        (("open", "--notes", "500000x-1"), "drawer.count_negative"),
        (("open", "--notes", "3000x1"), "drawer.note_unknown"),
        (("open", "--notes", "500000x999999"), "drawer.count_absurd"),
        (("reprint", "100950-2-C00009"), "receipt.unknown"),
    ],
)
def test_what_cannot_be_is_refused_with_its_code(
    tem: Tem, words: tuple[str, ...], code: str
) -> None:
    assert tem.run("--json", "shift", *words).refusal == code


@pytest.mark.parametrize("notes", ["", "500000", "500000x", "ax1", "5x1,5x1", "5x1;6x1"])
def test_a_list_of_notes_that_is_none_is_wrong_usage(tem: Tem, notes: str) -> None:
    assert tem.run("--json", "shift", "open", "--notes", notes).exit == 2


def test_a_closed_shift_is_corrected_by_two_people_and_printed_again_as_a_copy(
    supervised: Tem,
) -> None:
    tem = supervised
    tem.json("shift", "open", "--notes", FLOAT)
    shift = tem.json("shift", "close", "--counted", "450000")["shift"]

    corrected = tem.json(
        "shift", "correct", shift, "--counted", "500000", "--reason", "đếm sót một xấp",
        "--approver", SUPERVISOR,
    )  # fmt: skip
    again = tem.json("shift", "reprint", shift)

    assert (corrected["difference_vnd"], corrected["position"]) == (0, 1)
    assert len(corrected["documents"]) == 2  # the Z and the slip of its correction
    assert len(again["documents"]) == 4
    assert tem.run("--json", "shift", "correct", shift, "--reason", "x", "--approver",
                   CLERK).refusal in {"sign_in.wrong_pin", "four_eyes.lacks_right"}  # fmt: skip


def test_a_drawer_is_handed_to_somebody_else(supervised: Tem) -> None:
    tem = supervised
    tem.json("shift", "open", "--notes", FLOAT)

    done = tem.json("shift", "hand-over", "--counted", "500000", "--approver", SUPERVISOR)

    assert (done["shift"], done["next_shift"]) == ("100950-2-C00001", "100950-2-C00002")
    rows = tem.json("shift", "list")["shifts"]
    assert [row["opening"] for row in rows] == ["handed_over", "counted"]


def test_without_the_approvers_pin_nothing_is_closed(tem: Tem) -> None:
    tem.json("shift", "open", "--notes", FLOAT)

    ran = tem.run("--json", "shift", "close", "--counted", "1", "--approver", SUPERVISOR)

    assert ran.refusal == "cli.pin_not_given"
    assert tem.by(CLERK, PIN).json("shift", "list")["shifts"][0]["closed_at"] is None
