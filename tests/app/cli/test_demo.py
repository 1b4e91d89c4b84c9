import shutil
from pathlib import Path

import pytest

from app.cli.sample_branch import PEOPLE
from tests.app.cli.tem import Tem, TemApart


def test_a_sample_counter_is_ready_and_tells_how_to_sign_in(tmp_path: Path) -> None:
    made = TemApart(tmp_path / "new").json("demo", "--no-window", "--customers", "5")

    assert (made["office"], made["counter"]) == ("100950", "2")
    assert [(each["code"], each["pin"]) for each in made["clerks"]] == [
        (each.clerk.code, each.pin) for each in PEOPLE
    ]


def test_the_sample_counter_keeps_sound_books(tem: Tem) -> None:
    assert tem.json("verify")["ok"]


def test_pins_are_told_to_people_too(tem: Tem) -> None:
    said = tem.run("demo", "--no-window").out

    assert "gdv1 · Trần Minh Châu · PIN 246810" in said


def test_asking_for_more_customers_adds_only_those_missing(tem: Tem) -> None:
    more = tem.run("demo", "--no-window", "--customers", "50")
    again = tem.run("demo", "--no-window", "--customers", "50")
    fewer = tem.run("demo", "--no-window", "--customers", "1")

    assert "50/50" in more.err
    assert (again.err, fewer.err) == ("", "")
    assert tem.json("verify")["ok"]


def test_a_demo_begun_again_keeps_its_books(tem: Tem) -> None:
    before = tem.json("verify")["head"]

    tem.json("demo", "--no-window")

    assert tem.json("verify")["head"] == before


def test_fresh_begins_new_books_and_touches_nothing_foreign(tem: Tem) -> None:
    before = tem.json("verify")["head"]
    (tem.home / "thư.txt").write_text("của tôi", encoding="utf-8")
    of_the_counter = ("views-2026-11.log", "tem.crash", "tem.log", "tem.log.1")
    for name in of_the_counter:
        (tem.home / name).write_text("before", encoding="utf-8")

    tem.json("demo", "--no-window", "--fresh", "--customers", "0")

    assert tem.json("verify")["head"] != before
    assert (tem.home / "thư.txt").read_text(encoding="utf-8") == "của tôi"
    assert not [name for name in of_the_counter if (tem.home / name).exists()]


@pytest.mark.parametrize("words", [[], ["--fresh"]])
def test_a_real_counter_is_never_touched(tem: Tem, words: list[str]) -> None:
    (tem.home / "demo.mark").unlink()
    before = tem.json("verify")["head"]

    assert tem.run("--json", "demo", "--no-window", *words).refusal == "demo.real_counter"

    assert tem.json("verify")["head"] == before


def test_a_demo_that_was_cut_off_before_enrolment_goes_on(tmp_path: Path, tem: Tem) -> None:
    """Only headquarters was there when the power went."""
    fresh = Tem(tmp_path / "cut")
    shutil.copytree(tem.home / "headquarters", fresh.home / "headquarters")
    (fresh.home / "demo.mark").touch()

    fresh.json("demo", "--no-window", "--customers", "3")

    assert fresh.json("verify")["ok"]


def test_without_a_display_one_sentence_offers_the_way_without_a_window(tmp_path: Path) -> None:
    home = TemApart(tmp_path / "new", QT_QPA_PLATFORM="", DISPLAY="")

    ran = home.run("demo")

    assert ran.exit == 1
    assert "--no-window" in ran.err
    assert ran.err.count("\n") == 1
    assert not home.home.exists()


def test_more_customers_than_numbers_are_refused(tem: Tem) -> None:
    ran = tem.run("--json", "demo", "--no-window", "--customers", "10000000")

    assert ran.refusal == "demo.too_many"


@pytest.mark.parametrize("damaged", ["", "[]", "{}", '{"signing": "00", "lookup": "00"}', "\x00"])
def test_damaged_keys_of_the_sample_headquarters_are_told(tem: Tem, damaged: str) -> None:
    (tem.home / "headquarters" / "headquarters.keys").write_text(damaged, encoding="ascii")

    assert tem.run("--json", "demo", "--no-window").refusal == "headquarters.keys_unreadable"
    assert tem.run("--json", "demo", "--no-window", "--fresh", "--customers", "0").exit == 0


def test_a_counter_that_no_longer_fits_its_headquarters_says_how_to_begin_again(tem: Tem) -> None:
    shutil.rmtree(tem.home / "headquarters")

    assert tem.run("--json", "demo", "--no-window").refusal == "demo.out_of_step"
    assert tem.run("--json", "demo", "--no-window", "--fresh", "--customers", "2").exit == 0


def test_what_the_sample_counter_sells_arrives_at_its_headquarters(tem: Tem) -> None:
    tem.json("customer", "register", "--name", "Lý Thị Bưởi", "--phone", "0912000654")

    tem.json("demo", "--no-window")

    (terminal,) = tem.json("hq", "status")["terminals"]
    assert terminal["acked"] == tem.json("verify")["entries"]
    assert tem.json("hq", "status")["quarantined"] == 0
