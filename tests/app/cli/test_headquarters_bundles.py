from pathlib import Path

import pytest

from tests.app.cli.tem import Tem


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    made = tmp_path / "stick"
    made.mkdir()
    return made


def test_a_wrong_file_holds_up_none_of_the_others(tem: Tem, stick: Path) -> None:
    (stick / "a.temup").write_bytes(b"TEMUSB1\n")
    tem.json("customer", "register", "--name", "Nguyễn Văn Bình", "--phone", "0903123456")
    tem.json("bundle", "export", str(stick))

    ran = tem.run("--json", "hq", "bundle", "import", str(stick))

    assert ran.exit == 1
    assert [each["problem"] and each["problem"]["code"] for each in ran.json["files"]] == [
        "bundle.unreadable",
        None,
    ]
    assert ran.json["files"][1]["new"] == 1


def test_the_same_file_again_brings_nothing_new(tem: Tem, stick: Path) -> None:
    tem.json("bundle", "export", str(stick))
    first = tem.json("hq", "bundle", "import", str(stick))["files"][0]

    again = tem.json("hq", "bundle", "import", first["file"])["files"][0]

    assert again["new"] == 0
    assert again["head"] == first["head"]


def test_who_was_answered_waits_no_longer_but_can_be_answered_again(tem: Tem, stick: Path) -> None:
    tem.json("bundle", "export", str(stick))
    tem.json("hq", "bundle", "import", str(stick))
    (made,) = tem.json("hq", "bundle", "export", str(stick))["files"]

    assert tem.json("hq", "bundle", "export", str(stick))["files"] == []
    assert "Không có quầy nào" in tem.run("hq", "bundle", "export", str(stick)).out
    terminal = str(made["terminal"])
    assert tem.json("hq", "bundle", "export", str(stick), "--terminal", terminal)["files"]
    ran = tem.run("--json", "hq", "bundle", "export", str(stick), "--terminal", "999999")
    assert ran.refusal == "headquarters.terminal_unknown"


def test_an_empty_stick_is_told(tem: Tem, stick: Path) -> None:
    assert tem.run("--json", "hq", "bundle", "import", str(stick)).refusal == "bundle.none"
