import pytest
from msgspec.structs import replace

from app.settings import Home
from app.store.store import open_store
from tests.app.cli.tem import SUPERVISOR, SUPERVISOR_PIN, Tem
from tests.app.cli.test_people import person
from tests.app.services.test_conflicts import uid_of
from tests.app.store.hearing import EDIT, STAFF, a_conflict, hear

NAME = f"{EDIT.hex()}-street"
WHY = ("--reason", "đã hỏi khách")


@pytest.fixture
def contended(tem: Tem) -> str:
    """A customer of whom two values met twice; staff settled the second."""
    number = person(tem)
    store = open_store(Home(tem.home))
    told = a_conflict(uid_of(store, number), mine="", theirs="25 Phố Huế")
    note = replace(told, edit=bytes(16), field="alert_note", mine='""', theirs='"nghe kém"')
    hear(store, told, replace(note, decided=STAFF))
    store.close()
    return number


@pytest.fixture
def boss(tem: Tem) -> Tem:
    return tem.by(SUPERVISOR, SUPERVISOR_PIN)


def test_both_values_are_listed_with_whose_they_are(tem: Tem, contended: str) -> None:
    (line,) = tem.json("conflict", "list")["conflicts"]

    assert (line["conflict"], line["number"], line["field"]) == (NAME, contended, "street")
    assert line["holds"]["by"]["office"] == "100105"
    assert (line["other"]["value"], line["other"]["by"]["name"]) == ("25 Phố Huế", "Trần Minh Châu")
    assert line["holds"]["by"]["at"].startswith("2026-11-")
    told = tem.run("conflict", "list", "--customer", contended).out
    assert "Giá trị kia: 25 Phố Huế · Trần Minh Châu · 100950-2" in told
    assert "gọi khách" in tem.run("conflict", "list", "--settled").out


def test_a_supervisor_takes_the_other_value_once(tem: Tem, boss: Tem, contended: str) -> None:
    command = ("--command-id", "01a1fc79c080" + "0" * 20)

    done = boss.json("conflict", "take", NAME, *WHY, *command)
    again = boss.json("conflict", "take", NAME, *WHY, *command)

    assert done == again == {"customer": contended, "fields": ["street"], "changed": True}
    assert boss.json("conflict", "list")["open"] == 0
    assert "25 Phố Huế" in boss.run("customer", "show", contended).out
    assert boss.run("--json", "conflict", "keep", NAME, *WHY).refusal == "conflict.settled_before"
    assert boss.run("conflict", "list").out.strip() == "Không có chỗ nào sửa chồng nhau."


def test_the_value_in_force_is_kept_and_a_clerk_may_not(
    tem: Tem, boss: Tem, contended: str
) -> None:
    assert tem.run("--json", "conflict", "keep", NAME, *WHY).refusal == "permission.supervisor_only"

    assert boss.json("conflict", "keep", NAME, *WHY)["changed"] is False

    assert boss.run("--json", "conflict", "keep", "x", *WHY).refusal == "conflict.unknown"


def test_a_third_value_and_a_late_answer_are_told(tem: Tem, boss: Tem, contended: str) -> None:
    boss.json("conflict", "take", NAME, *WHY)
    store = open_store(Home(tem.home))
    told = a_conflict(uid_of(store, contended), mine="Cầu Gỗ", theirs="Hàng Đào")
    hear(store, replace(told, decided=STAFF))
    store.close()

    words = boss.run("conflict", "list", "--settled").out

    assert "Hồ sơ nay ghi: 25 Phố Huế" in words
    assert "Lựa chọn của quầy này không có hiệu lực" in words
