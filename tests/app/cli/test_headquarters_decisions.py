"""Revoke, release, waive from the command line."""

from tests.app.cli.tem import Tem


def test_a_revoked_counter_is_told_and_its_last_entries_wait_for_a_person(tem: Tem) -> None:
    """The sample counter's own headquarters decides."""
    revoked = tem.json("hq", "revoke", "7001", "--reason", "máy bị mất")
    assert revoked == {"terminal": 7001, "epoch": 1}

    refused = tem.run("--json", "hq", "release", "7001", "1", "--reason", "đúng")
    assert refused.refusal == "headquarters.nothing_held"
    assert tem.run("--json", "hq", "waive", "7001", "1", "--reason", " ").refusal == (
        "headquarters.reason_missing"
    )
    assert tem.run("--json", "hq", "revoke", "1", "--reason", "x").refusal == (
        "headquarters.terminal_unknown"
    )


def test_what_a_revoked_counter_still_had_is_released_or_waived(tem: Tem) -> None:
    for name in ("Lý Thị Bưởi", "Lý Thị Cam"):
        tem.json("customer", "register", "--name", name)
    entries = tem.json("verify")["entries"]
    tem.json("hq", "revoke", "7001", "--reason", "máy bị mất")
    demo = tem.run("--json", "demo", "--no-window")
    assert demo.refusal == "demo.out_of_step"

    released = tem.json("hq", "release", "7001", str(entries - 1), "--reason", "đã gặp khách")
    waived = tem.json("hq", "waive", "7001", str(entries), "--reason", "không có thật")

    assert (released, waived) == ({"settled": 1}, {"settled": 1})
    assert tem.json("hq", "status")["quarantined"] == 0
    assert tem.run("--json", "find", "Lý").refusal == "store.revoked"
