from datetime import UTC, datetime
from pathlib import Path
from zlib import crc32

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.reference.book import ReferenceBook
from app.domain.reference.shipped import shipped_reference
from app.domain.request_qr import (
    MAGIC,
    MOST_BYTES,
    SHORTEST,
    CustomerRequest,
    RequestDamaged,
    RequestOfOtherVersion,
    RequestTooLong,
    is_request,
    read_request,
    write_request,
)

ROOT = Path(__file__).parents[3]
REQUEST = CustomerRequest(
    service="parcel",
    name="Nguyễn Thị Ánh Tuyết",
    phone="+84912000654",
    street="Số 12 ngõ 34 đường Trần Hưng Đạo",
    commune="26740",
    contents="Gốm sứ mỹ nghệ",
    declared_vnd=1_500_000,
    cod_vnd=200_000,
    value_added=("advice", "declared"),
    sender_phone="+84903123456",
)


def made_of(text: str, version: str = "01") -> str:
    stored = text.encode()
    payload = b"\x01" + stored + crc32(stored).to_bytes(4, "big")
    return f"{MAGIC}{version}{int.from_bytes(payload, 'big')}"


def test_a_request_is_read_back_as_it_was_written() -> None:
    assert read_request(write_request(REQUEST)) == REQUEST


def test_the_code_is_digits_only_and_told_from_every_other_code_by_its_length() -> None:
    code = write_request(CustomerRequest())

    assert code.isdecimal()
    assert is_request(code)
    assert len(code) >= SHORTEST
    assert not is_request("836" + "0" * 26)


def test_the_form_of_an_item_is_filled_from_it() -> None:
    book = ReferenceBook.of(shipped_reference(), datetime(2026, 11, 21, tzinfo=UTC))

    entry = REQUEST.entry(book.gazetteer().by_code)

    assert (entry.name, entry.phone) == ("Nguyễn Thị Ánh Tuyết", "0912 000 654")
    assert entry.commune is not None
    assert entry.commune.code == "26740"
    assert (entry.declared_vnd, entry.cod_vnd) == (1_500_000, 200_000)
    assert entry.weight_g is None


def test_a_commune_that_is_not_known_leaves_what_was_written() -> None:
    request = CustomerRequest(commune="99999", commune_text="Xã Lạ, Hà Nội")

    entry = request.entry(lambda _code, _scheme: None)

    assert (entry.commune, entry.commune_text) == (None, "Xã Lạ, Hà Nội")


def test_a_request_of_another_version_is_told_with_its_number() -> None:
    code = write_request(REQUEST)

    with pytest.raises(RequestOfOtherVersion) as told:
        read_request(MAGIC + "07" + code[5:])

    assert told.value.version == 7


@given(st.integers(5, 40), st.integers(1, 9))
def test_one_wrong_digit_is_noticed(place: int, by: int) -> None:
    code = write_request(REQUEST)
    wrong = code[:place] + str((int(code[place]) + by) % 10) + code[place + 1 :]

    with pytest.raises(RequestDamaged):
        read_request(wrong)


@pytest.mark.parametrize("cut", [1, 2, 50])
def test_a_code_cut_short_is_damaged(cut: int) -> None:
    with pytest.raises(RequestDamaged):
        read_request(write_request(REQUEST)[:-cut])


@pytest.mark.parametrize(
    "cells",
    [
        "parcel\x1fLan",
        "\x1f".join(["parcel", *[""] * 12]),
        "\x1f".join(["PARCEL'", *[""] * 11]),
        "\x1f".join(["", "", "12", *[""] * 9]),
        "\x1f".join(["", "", "", "", "2674", *[""] * 7]),
        "\x1f".join([*[""] * 7, "-5", *[""] * 4]),
        "\x1f".join([*[""] * 7, "9" * 20, *[""] * 4]),
        "\x1f".join([*[""] * 10, "0126000012346", ""]),
        "\x1f".join(["", "La\u202en", *[""] * 10]),
    ],
)
def test_what_no_form_could_have_given_is_refused(cells: str) -> None:
    with pytest.raises(RequestDamaged):
        read_request(made_of(cells))


def test_text_that_fits_no_screen_is_refused_when_the_code_is_made() -> None:
    with pytest.raises(RequestTooLong) as told:
        write_request(CustomerRequest(street="ế" * 200))

    assert told.value.bytes > MOST_BYTES


@given(st.text(alphabet=st.characters(categories=["Lu", "Ll", "Nd"]), max_size=40))
def test_names_of_any_letters_survive(name: str) -> None:
    import unicodedata

    assert read_request(write_request(CustomerRequest(name=name))).name == unicodedata.normalize(
        "NFC", name
    )


def test_the_example_of_the_page_is_read_as_the_page_says() -> None:
    page = (ROOT / "docs" / "request-qr.md").read_text(encoding="utf-8")
    example = page.split("## Example")[1].split("```")[1]

    request = read_request("".join(example.split()))

    assert request == CustomerRequest(
        service="parcel",
        name="Lan",
        phone="+84912000654",
        street="12 Hàng Bông",
        commune="00070",
        contents="Áo dài",
    )
