from pathlib import Path
from typing import Any

import pytest

from tests.app.cli.tem import Tem
from tests.app.cli.test_shipments import PARCEL, RECEIVER


@pytest.fixture
def accepted(tem: Tem) -> dict[str, Any]:
    sender = tem.json("customer", "register", "--name", "Đặng Văn Quyết")["customer"]
    done: dict[str, Any] = tem.json(
        "ship", "accept", "--customer", sender, *PARCEL, *RECEIVER, "--cash", "200000"
    )
    return done


def test_a_receipt_is_found_by_number_item_and_proof(tem: Tem, accepted: dict[str, Any]) -> None:
    codes = (accepted["receipt"], accepted["items"][0]["code"], accepted["proof"])

    shown = [tem.json("receipt", "show", code) for code in codes]

    assert {each["receipt"] for each in shown} == {accepted["receipt"]}
    assert shown[0]["documents"] == accepted["documents"]
    assert {each["state"] for each in shown[0]["prints"]} == {"printed"}


def test_a_reprint_is_a_numbered_copy_of_every_document(tem: Tem, accepted: dict[str, Any]) -> None:
    once = tem.json("receipt", "reprint", accepted["receipt"])
    twice = tem.json("receipt", "reprint", accepted["receipt"])

    assert {each["copy"] for each in once["prints"]} == {0, 1}
    assert {each["copy"] for each in twice["prints"]} == {0, 1, 2}
    assert len(twice["documents"]) == 6
    assert all(Path(path).exists() for path in twice["documents"])


def test_people_read_what_is_on_paper(tem: Tem, accepted: dict[str, Any]) -> None:
    said = tem.run("receipt", "show", accepted["receipt"]).out

    assert accepted["proof"] in said
    assert said.count("đã in") == 2


def test_a_receipt_that_nobody_wrote_is_refused(tem: Tem) -> None:
    assert tem.run("--json", "receipt", "show", "100950-2-0000009").exit == 1
