"""Pairs that may be one customer, from the command line of the sample's own headquarters."""

from tests.app.cli.tem import Tem


def test_a_pair_is_found_merged_and_parted_again(tem: Tem) -> None:
    numbers = [
        tem.json("customer", "register", "--name", name, "--phone", "0912 345 678")["customer"]
        for name in ("Lý Thị Bưởi", "Ly Thi Buoi")
    ]
    tem.json("demo", "--no-window")

    assert tem.json("hq", "duplicates", "find")["waiting"] >= 1
    pairs = tem.json("hq", "duplicates", "list")["pairs"]
    mine = [pair for pair in pairs if {pair["one"], pair["other"]} == set(numbers)]
    assert [(pair["state"], pair["reasons"]) for pair in mine] == [("proposed", ["phone_name"])]

    tem.json("hq", "duplicates", "merge", *numbers, "--reason", "khách xác nhận")
    tem.json("demo", "--no-window")
    assert tem.json("customer", "show", numbers[1])["number"] == numbers[0]
    again = tem.run("--json", "hq", "duplicates", "merge", *numbers, "--reason", "nữa")
    assert again.refusal == "duplicates.same_already"

    tem.json("hq", "duplicates", "unmerge", *numbers, "--reason", "hai chị em")
    tem.json("demo", "--no-window")
    assert tem.json("customer", "show", numbers[1])["number"] == numbers[1]
    decided = tem.json("hq", "duplicates", "list", "--decided")["pairs"]
    assert [(pair["state"], pair["words"]) for pair in decided] == [("apart", "hai chị em")]
    assert "chờ xem xét" not in tem.run("hq", "duplicates", "list", "--decided").out
