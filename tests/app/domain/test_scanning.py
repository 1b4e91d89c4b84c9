import logging
import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.citizen import CitizenCardContradiction, CitizenCardGarbled, WrongCitizenNumber
from app.domain.complaint_number import WrongComplaintNumber, complaint_number
from app.domain.customer_number import WrongCustomerNumber, grouped, make_customer_number
from app.domain.item_code import WrongItemCheckDigit, WrongItemCode
from app.domain.phones import WrongPhone
from app.domain.request_qr import (
    CustomerRequest,
    RequestDamaged,
    RequestOfOtherVersion,
    write_request,
)
from app.domain.scanning import ScanSpoilt, ScanTooLong, ScanUnknown, Shape, recognise
from app.errors import UserError
from app.messages import text_for

CARD = "001090000001|012345678|Nguyễn Văn A|01011990|Nam|Số 1 phố Thử, Phường X, Hà Nội|15042021"
CUSTOMER = make_customer_number("0126", 123)


@pytest.mark.parametrize(
    ("text", "shape", "value"),
    [
        ("RR473124829GB", Shape.ITEM, "RR473124829GB"),
        ("rr 473 124 829 gb", Shape.ITEM, "RR473124829GB"),
        ("\x02RR473124829GB\x03\r\n", Shape.ITEM, "RR473124829GB"),
        (CUSTOMER, Shape.CUSTOMER, CUSTOMER),
        (grouped(CUSTOMER), Shape.CUSTOMER, CUSTOMER),
        (grouped(CUSTOMER).replace(" ", "."), Shape.CUSTOMER, CUSTOMER),
        ("001090000001", Shape.CITIZEN_NUMBER, "001090000001"),
        ("001 090 000 001", Shape.CITIZEN_NUMBER, "001090000001"),
        ("012345678", Shape.OLD_ID, "012345678"),
        ("0" * 29, Shape.BAG, "0" * 29),
        ("100950100123A" + "CA" + "60012001001105", Shape.BAG, "100950100123ACA60012001001105"),
        ("100950-2-0000012", Shape.RECEIPT, "100950-2-0000012"),
        ("100950 - 2 - 0000012", Shape.RECEIPT, "100950-2-0000012"),
        ("S79MV-F7A09", Shape.PROOF, "S79MV-F7A09"),
        ("s79mv f7a09", Shape.PROOF, "S79MV-F7A09"),
        ("s79mvf7ao9", Shape.PROOF, "S79MV-F7A09"),
        ("ABCDE-FGHJK", Shape.PROOF, "ABCDE-FGHJK"),
        ("12345-67890", Shape.PROOF, "12345-67890"),
        ("0903123456", Shape.PHONE, "+84903123456"),
        ("0903.123.456", Shape.PHONE, "+84903123456"),
        ("+84 903 123 456", Shape.PHONE, "+84903123456"),
        ("0084 903 123 456", Shape.PHONE, "+84903123456"),
        ("842438252525", Shape.PHONE, "+842438252525"),
        ("02438252525", Shape.PHONE, "+842438252525"),
        ("456", Shape.LAST_DIGITS, "456"),
        ("3456", Shape.LAST_DIGITS, "3456"),
        ("03123456", Shape.LAST_DIGITS, "03123456"),
        ("nguyen  van an", Shape.NAME, "nguyen van an"),
        ("nva", Shape.NAME, "nva"),
        ("Đ", Shape.NAME, "Đ"),
        ("abcdefghjk", Shape.NAME, "abcdefghjk"),
        ("Nguyễn Văn A 1990", Shape.NAME, "Nguyễn Văn A 1990"),
        ("", Shape.UNKNOWN, ""),
        ("12", Shape.UNKNOWN, ""),
        ("😀", Shape.UNKNOWN, ""),
    ],
)
def test_a_text_is_told_by_its_shape(text: str, shape: Shape, value: str) -> None:
    recognised = recognise(text)

    assert (recognised.shape, recognised.value) == (shape, value)
    assert recognised.problem is None
    assert recognised.repaired == ""


def test_a_card_is_read_and_its_text_forgotten() -> None:
    recognised = recognise(CARD + "\r", date(2026, 11, 21))

    assert recognised.shape is Shape.CITIZEN_CARD
    assert recognised.value == "001090000001"
    assert recognised.card is not None
    assert recognised.card.full_name == "Nguyễn Văn A"
    assert "Nguyễn" not in repr(recognised)
    assert "001090000001" not in repr(recognised)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (CARD.replace("Nam", "Nữ"), CitizenCardContradiction),
        (CARD.replace("Văn", "V?n"), CitizenCardGarbled),
        (CARD.replace("Nguyễn Văn A", "Là").encode().decode("latin-1"), CitizenCardGarbled),
    ],
)
def test_a_card_that_cannot_be_is_a_problem_which_holds_nothing_of_it(
    text: str, problem: type[UserError], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    recognised = recognise(text)

    assert isinstance(recognised.problem, problem)
    assert recognised.card is None
    assert recognised.value == ""
    assert recognised.problem.__traceback__ is None
    assert recognised.problem.__context__ is None
    assert "001090" not in f"{recognised!r} {recognised.problem.args}"
    assert not caplog.records


def test_a_birth_in_the_future_is_refused_when_the_day_is_known() -> None:
    newborn = "001226000001||Nguyễn Văn A|22112026|Nam|Hà Nội|"

    assert isinstance(recognise(newborn, date(2026, 11, 21)).problem, CitizenCardContradiction)
    assert recognise(newborn, date(2026, 11, 22)).problem is None


@pytest.mark.parametrize(
    ("text", "shape", "problem"),
    [
        ("EB000717594HK", Shape.ITEM, WrongItemCheckDigit),
        ("RR47312482GB", Shape.ITEM, WrongItemCode),
        ("0126000012399", Shape.CUSTOMER, WrongCustomerNumber),
        ("000090000001", Shape.CITIZEN_NUMBER, WrongCitizenNumber),
        ("0203123456", Shape.PHONE, WrongPhone),
        ("+84", Shape.PHONE, WrongPhone),
        ("12345678901234567", Shape.UNKNOWN, ScanUnknown),
        ("RR4731248-X29GB1", Shape.UNKNOWN, ScanUnknown),
        ("Ê12345678VN", Shape.UNKNOWN, ScanSpoilt),
        ("Ê471108152FR", Shape.UNKNOWN, ScanSpoilt),
        ("đđăđ\u0323đđđđđđđă", Shape.UNKNOWN, ScanSpoilt),
        ("a" * 10_000, Shape.UNKNOWN, ScanTooLong),
        ("|" * 10_000, Shape.UNKNOWN, ScanTooLong),
    ],
)
def test_a_code_that_cannot_be_right_is_a_problem_and_never_a_name(
    text: str, shape: Shape, problem: type[UserError]
) -> None:
    recognised = recognise(text)

    assert recognised.shape is shape
    assert isinstance(recognised.problem, problem)
    assert recognised.value == ""
    assert text_for(recognised.problem)


@pytest.mark.parametrize(
    ("text", "shape", "value", "repaired"),
    [
        ("Ê471108151FR", Shape.ITEM, "EE471108151FR", "EE471108151FR"),
        ("ê471108151fr", Shape.ITEM, "EE471108151FR", "EE471108151FR"),
        (
            unicodedata.normalize("NFD", "Ê471108151FR"),
            Shape.ITEM,
            "EE471108151FR",
            "EE471108151FR",
        ),
        ("EẼ71108151FR", Shape.ITEM, "EE471108151FR", "EE471108151FR"),
        ("10095020000012", Shape.RECEIPT, "100950-2-0000012", "100950-2-0000012"),
        ("01633456789", Shape.PHONE, "+84333456789", "0333 456 789"),
    ],
)
def test_what_can_be_proved_is_repaired_and_said(
    text: str, shape: Shape, value: str, repaired: str
) -> None:
    recognised = recognise(text)

    assert (recognised.shape, recognised.value) == (shape, value)
    assert recognised.repaired == repaired
    assert recognised.problem is None


@given(st.text(max_size=60) | st.text("0123456789|-ÊĐRVN ăâêôđ", max_size=40))
def test_any_text_is_recognised_without_a_crash(text: str) -> None:
    recognised = recognise(text)

    assert recognised.problem is None or recognised.value == ""


def test_a_request_of_a_customer_is_read_whole() -> None:
    seen = recognise(
        write_request(CustomerRequest(name="Nguyễn Thị Ánh Tuyết", contents="Áo dài" * 20))
    )

    assert seen.shape is Shape.REQUEST
    assert seen.request is not None
    assert seen.request.name == "Nguyễn Thị Ánh Tuyết"


def test_a_request_of_another_version_or_a_damaged_one_says_so() -> None:
    code = write_request(CustomerRequest(name="Lan", contents="Áo dài"))

    assert isinstance(recognise("83602" + code[5:]).problem, RequestOfOtherVersion)
    assert isinstance(recognise(code[:-1]).problem, RequestDamaged)


def test_a_request_that_the_layout_for_vietnamese_has_turned_into_letters_is_told() -> None:
    code = write_request(CustomerRequest(name="Lan", contents="Áo dài" * 30))
    letters = str.maketrans("0123456789", "đăâêô" + "\u0300\u0309\u0303\u0301\u0323")

    assert isinstance(recognise("x" + code.translate(letters)).problem, ScanTooLong)
    assert isinstance(recognise(code.translate(letters)).problem, ScanSpoilt)


@pytest.mark.parametrize(
    "text",
    ["100950-2-K0000012", "1009502K0000012", "TEM1:K:100950-2-K0000012", "100950-2-k0000012"],
)
def test_the_slip_of_a_complaint_is_told_from_a_receipt(text: str) -> None:
    number = complaint_number("100950", "2", 1)
    seen = recognise(text.replace("0000012", number[-7:]))

    assert (seen.shape, seen.value, seen.problem) == (Shape.COMPLAINT, number, None)


def test_a_misread_complaint_number_is_a_problem() -> None:
    number = complaint_number("100950", "2", 1)
    wrong = number[:-1] + str((int(number[-1]) + 1) % 10)

    assert isinstance(recognise(wrong).problem, WrongComplaintNumber)
