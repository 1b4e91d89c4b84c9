from pathlib import Path

from tests.app.cli.tem import Tem
from tests.app.cli.test_shipments import sender
from tests.app.services.bulk.files import a_csv, a_row

__all__ = ["sender"]

SAMPLE = Path(__file__).parents[3] / "resources" / "samples" / "bulk-items.csv"


def test_the_template_is_taken_in_once_however_often_it_is_given(tem: Tem, sender: str) -> None:
    first = tem.json("ship", "bulk", str(SAMPLE), "--customer", sender)

    assert (first["rows"], first["bad"], first["booked"]) == (3, 0, 3)
    assert first["total_vnd"] > 0
    assert len(first["receipts"]) == 1
    assert len(first["documents"]) == 4

    again = tem.json("ship", "bulk", str(SAMPLE), "--customer", sender)

    assert (again["booked"], again["receipts"], again["already"]) == (0, [], first["receipts"])
    assert tem.json("verify")["ok"]


def test_rows_with_faults_are_told_and_nothing_is_booked(
    tem: Tem, sender: str, tmp_path: Path
) -> None:
    file = tmp_path / "don.csv"
    file.write_bytes(a_csv(a_row(), a_row(phone="12", address="5 Lê Lợi, Xã Lạ")))

    ran = tem.run("--json", "ship", "bulk", str(file), "--customer", sender)

    assert ran.refusal == "bulk.rows_bad"
    check = tem.run("--json", "ship", "bulk", str(file), "--customer", sender, "--check")
    assert check.exit == 3
    assert [(each["line"], each["column"]) for each in check.json["problems"]] == [
        (3, "Điện thoại"),
        (3, "Phường, xã"),
    ]


def test_rows_with_faults_may_be_left_out_into_a_file_of_their_own(
    tem: Tem, sender: str, tmp_path: Path
) -> None:
    file, rest = tmp_path / "don.csv", tmp_path / "rest.csv"
    file.write_bytes(a_csv(a_row(), a_row(reference="D2", contents="")))

    done = tem.json("ship", "bulk", str(file), "--customer", sender, "--skip-bad",
                    "--left-out", str(rest))  # fmt: skip

    assert (done["booked"], done["bad"]) == (1, 1)
    left = rest.read_text(encoding="utf-8-sig")
    assert "D2" in left
    assert "Nội dung hàng gửi phải có" in left
    assert "D1" not in left


def test_less_cash_than_the_file_costs_is_refused_before_anything_is_booked(
    tem: Tem, sender: str
) -> None:
    ran = tem.run("--json", "ship", "bulk", str(SAMPLE), "--customer", sender, "--cash", "1000")

    assert ran.refusal == "accepting.tendered_too_little"
    assert tem.json("ship", "bulk", str(SAMPLE), "--customer", sender)["already"] == []


def test_a_file_that_is_none_is_refused(tem: Tem, sender: str, tmp_path: Path) -> None:
    ran = tem.run("--json", "ship", "bulk", str(tmp_path), "--customer", sender)

    assert ran.refusal == "bulk.unreadable"
