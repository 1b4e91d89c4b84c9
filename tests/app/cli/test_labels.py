from app.domain.item_code import make_item_code
from tests.app.cli.tem import SUPERVISOR, SUPERVISOR_PIN, Tem
from tests.app.cli.test_shipments import PARCEL, RECEIVER, sender

__all__ = ["sender"]

FIRST, LAST = make_item_code("CA", 50_000_001), make_item_code("CA", 50_000_500)


def test_a_supervisor_takes_a_roll_in_and_a_clerk_uses_its_labels(tem: Tem, sender: str) -> None:
    done = tem.by(SUPERVISOR, SUPERVISOR_PIN).json("labels", "receive", FIRST, LAST)
    assert done == {"first": FIRST, "last": LAST, "count": 500}

    sale = tem.json("ship", "accept", "--customer", sender, *PARCEL, *RECEIVER,
                    "--label", LAST, "--cash", "500000", "--cash-checked")  # fmt: skip

    assert sale["items"][0]["code"] == LAST
    assert len(sale["documents"]) == 1
    (roll,) = tem.json("labels", "list")["rolls"]
    assert (roll["first"], roll["used"], roll["by"] != "") == (FIRST, 1, True)
    assert tem.json("verify")["ok"]


def test_a_label_is_used_once(tem: Tem, sender: str) -> None:
    tem.by(SUPERVISOR, SUPERVISOR_PIN).json("labels", "receive", FIRST, LAST)
    words = ("ship", "accept", "--customer", sender, *PARCEL, *RECEIVER, "--label", FIRST,
             "--cash", "500000", "--cash-checked")  # fmt: skip
    tem.json(*words)

    assert tem.run("--json", *words).refusal == "labels.used"


def test_a_clerk_takes_no_roll_in(tem: Tem) -> None:
    assert (
        tem.run("--json", "labels", "receive", FIRST, LAST).refusal == "permission.supervisor_only"
    )


def test_a_counter_without_rolls_says_so(tem: Tem) -> None:
    assert "chưa có cuộn nhãn" in tem.run("labels", "list").out
