from datetime import UTC, datetime

from app.cli.customers import _lines
from app.queries.customers import CustomerPage, HistoryLine
from tests.app.cli.tem import SUPERVISOR, SUPERVISOR_PIN, Tem, TemApart

ADDRESS = "Số 1 phố Thử, Phường Sài Gòn, Hồ Chí Minh"
CARD = f"001090000001|012345678|Nguyễn Văn A|01011990|Nam|{ADDRESS}|15042021"


def _registered(tem: Tem, *words: str) -> str:
    answer = tem.json("customer", "register", "--name", "Nguyễn Thị Ánh Tuyết", *words)
    return str(answer["customer"])


def test_a_card_gives_a_customer_number_once(tem: Tem) -> None:
    first = tem.json("customer", "register", "--citizen-qr", CARD)
    again = tem.json("customer", "register", "--citizen-qr", CARD)

    assert first["created"] is True
    assert again == {"customer": first["customer"], "created": False}
    assert first["customer"].startswith("01")
    assert len(first["customer"]) == 13


def test_the_card_fills_the_page_and_its_raw_text_is_kept_nowhere(apart: TemApart) -> None:
    number = apart.json("customer", "register", "--citizen-qr", "-", given=CARD)["customer"]

    page = apart.json("customer", "show", number)

    assert page["full_name"] == "Nguyễn Văn A"
    assert page["birth_date"] == "1990-01-01"
    assert page["citizen_masked"] == "0010••••••01"
    assert "001090000001" not in str(page)


def test_the_same_command_id_registers_once(tem: Tem) -> None:
    numbers = {
        _registered(tem, "--command-id", "tờ khai 17", "--phone", "0903123456") for _ in range(3)
    }

    assert len(numbers) == 1


def test_phones_and_address_are_read_as_the_window_reads_them(tem: Tem) -> None:
    number = _registered(tem, "--phone", "0903 123 456", "--address", "12 Hàng Bông",
                         "--commune", "00070")  # fmt: skip

    page = tem.json("customer", "show", number)

    assert page["phones"] == ["0903 ••• 456"]
    assert page["address"] == "12 Hàng Bông, Phường Hoàn Kiếm, Hà Nội"


def test_what_cannot_be_right_is_refused_with_its_reason(tem: Tem) -> None:
    refusals = {
        tem.run("--json", "customer", "register", *words).refusal
        for words in (
            ("--name", ""),
            ("--name", "x" * 10_000),
            ("--name", "Lan 😀"),
            ("--name", "Lan", "--phone", "01661234567"),
            ("--name", "Lan", "--citizen", "12"),
            ("--name", "Lan", "--commune", "99999"),
            ("--name", "Lan", "--address", "x" * 10_000),
            ("--citizen-qr", CARD.replace("|Nam|", "|Nữ|")),
            ("--citizen-qr", CARD.replace("01011990", "31021990")),
            ("--citizen-qr", ""),
        )
    }

    assert len(refusals) >= 8
    assert "internal" not in refusals


def test_an_edit_changes_what_was_named_and_nothing_else(tem: Tem) -> None:
    number = _registered(tem, "--phone", "0903123456")

    page = tem.json("customer", "edit", number, "--note", "Nghe kém", "--birth-date", "1961-05-02")

    assert (page["alert_note"], page["birth_date"]) == ("Nghe kém", "1961-05-02")
    assert page["phones"] == ["0903 ••• 456"]
    assert tem.json("verify")["ok"]


def test_only_a_supervisor_erases_and_the_number_stays_taken(tem: Tem) -> None:
    number = _registered(tem, "--phone", "0903123456")
    supervisor = tem.by(SUPERVISOR, SUPERVISOR_PIN)
    words = ("customer", "erase", number, "--reason", "Khách yêu cầu bằng văn bản số 12")

    assert tem.run("--json", *words).refusal == "permission.supervisor_only"
    assert supervisor.json(*words)["customer"] == number

    assert "Tuyết" not in str(supervisor.json("customer", "show", number))
    assert tem.json("find", "0903123456")["hits"] == []
    assert tem.json("verify")["ok"]
    assert _registered(tem) != number


def test_people_read_the_page_in_words(tem: Tem) -> None:
    number = _registered(tem, "--note", "Nghe kém", "--phone", "0903123456")

    said = tem.run("customer", "show", number).out

    assert "Nguyễn Thị Ánh Tuyết" in said
    assert "Lưu ý: Nghe kém" in said
    assert "0903 ••• 456" in said


def test_a_customer_that_nobody_is_stays_unknown(tem: Tem) -> None:
    assert tem.run("--json", "customer", "show", "0126999999999").exit == 1


def test_a_history_goes_by_the_wall_clock_of_the_country() -> None:
    late = datetime(2026, 11, 21, 22, 46, tzinfo=UTC)
    page = CustomerPage(
        number="0126000000179",
        full_name="Lan",
        birth_date=None,
        sex=None,
        citizen_masked="",
        citizen_source="",
        phones=(),
        phones_masked=(),
        street="",
        commune="",
        address="",
        alert_note="",
        since=late,
        shipments=0,
        history=(HistoryLine(late, "registered", "", "Đăng ký", "", ""),),
    )

    assert _lines(page)[-1] == "22/11/2026 · Đăng ký"


def test_a_card_and_a_word_against_it_are_wrong_usage(tem: Tem) -> None:
    ran = tem.run("--json", "customer", "register", "--citizen-qr", CARD, "--sex", "female")

    assert (ran.exit, ran.json["error"]["code"]) == (2, "usage")
