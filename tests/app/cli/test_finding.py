from tests.app.cli.tem import Tem


def test_a_customer_is_found_by_number_phone_and_name(tem: Tem) -> None:
    number = tem.json("customer", "register", "--name", "Quách Thị Ỷ Lan",
                      "--phone", "0903123456")["customer"]  # fmt: skip

    for text in (number, "0903 123 456", "3456", "quach thi y lan", "Ỷ Lan", "qtyl"):
        hits = tem.json("find", text)["hits"]
        assert {"kind": "customer", "code": number, "title": "Quách Thị Ỷ Lan"} in hits, text


def test_anyone_at_this_computer_may_search(tem: Tem) -> None:
    nobody = Tem(tem.home, TEM_CLERK="", TEM_PIN="")

    assert nobody.run("find", "nguyen").exit == 0


def test_nothing_found_is_no_failure(tem: Tem) -> None:
    assert tem.json("find", "zzzzzz")["hits"] == []
    assert tem.run("find", "zzzzzz").out == "Không tìm thấy.\n"


def test_a_code_that_cannot_be_right_is_explained(tem: Tem) -> None:
    ran = tem.run("--json", "find", "RR473124828GB")

    assert ran.refusal == "item_code.check_digit"
    assert "kiểm tra" in ran.json["error"]["message"]
    assert "kiểm tra" in tem.run("find", "RR473124828GB").err


def test_a_scan_spoilt_by_a_typing_tool_is_repaired_and_told(tem: Tem) -> None:
    assert tem.json("find", "Ê471108151FR")["repaired"] == "EE471108151FR"


def test_a_text_of_any_length_is_answered(tem: Tem) -> None:
    for text in ("", " ", "😀", "%", "'"):
        assert tem.run("--json", "find", text).exit == 0
    assert tem.run("--json", "find", "x" * 10_000).exit == 1
