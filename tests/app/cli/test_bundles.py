from pathlib import Path

import pytest

from tests.app.cli.tem import Tem


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    made = tmp_path / "stick"
    made.mkdir()
    return made


def test_a_counter_and_its_headquarters_agree_by_files_alone(tem: Tem, stick: Path) -> None:
    tem.json("customer", "register", "--name", "Nguyễn Văn Bình", "--phone", "0903123456")

    up = tem.json("bundle", "export", str(stick))
    taken = tem.json("hq", "bundle", "import", str(stick))["files"]
    down = tem.json("hq", "bundle", "export", str(stick))["files"]
    done = tem.json("bundle", "import", str(stick))

    assert (up["entries"], taken[0]["new"]) == (1, 1)
    assert taken[0]["head"] == up["upto"] == down[0]["acked"] == done["acked"]
    assert (done["pending"], done["problem"]) == (0, None)
    assert tem.json("standing")["unsent"] == 0
    assert tem.json("verify")["ok"]


def test_words_are_said_for_people(tem: Tem, stick: Path) -> None:
    tem.json("customer", "register", "--name", "Nguyễn Văn Bình", "--phone", "0903123456")

    assert "Đã chép 1 bút toán" in tem.run("bundle", "export", str(stick)).out
    assert "1 bút toán mới" in tem.run("hq", "bundle", "import", str(stick)).out
    assert "xác nhận đến" in tem.run("hq", "bundle", "export", str(stick)).out
    assert "còn chờ gửi 0" in tem.run("bundle", "import", str(stick)).out


def test_an_altered_answer_is_refused_in_one_sentence(tem: Tem, stick: Path) -> None:
    tem.json("bundle", "export", str(stick))
    tem.json("hq", "bundle", "import", str(stick))
    answer = Path(tem.json("hq", "bundle", "export", str(stick))["files"][0]["file"])
    whole = answer.read_bytes()
    answer.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))

    ran = tem.run("bundle", "import", str(answer))

    assert ran.exit == 1
    assert ran.err.count("\n") == 1
    assert "đã bị sửa" in ran.err


def test_a_file_of_the_wrong_way_and_none_at_all_are_told(tem: Tem, stick: Path) -> None:
    path = tem.json("bundle", "export", str(stick))["file"]

    assert tem.run("--json", "bundle", "import", path).refusal == "bundle.wrong_way"
    assert tem.run("--json", "bundle", "import", str(stick)).refusal == "bundle.none"
    assert tem.run("--json", "bundle", "export", str(stick / "no" / "x")).refusal == (
        "bundle.unwritable"
    )
