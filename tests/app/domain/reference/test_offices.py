import pytest

from app.domain.reference import problems as wrong
from app.domain.reference.offices import parse_offices
from app.domain.reference.problems import ReferenceProblem, ReferenceProblems
from app.domain.reference.shipped import shipped_reference
from tests.reference_builders import a_file, places

COLUMNS = "code,name,address,commune,province,hotline"
CUA_NAM = '100950,Cửa Nam,"36 phố Cửa Nam, Hà Nội",00082,01,1900 0000'
LO_SU = '100105,Hồ Gươm,"8 phố Lò Sũ, Hà Nội",00070,01,1900 0000'


def test_an_office_is_found_by_its_six_digits() -> None:
    offices = parse_offices(a_file(COLUMNS, CUA_NAM, kind="offices", scheme="2025-07"))

    assert offices["100950"].name == "Cửa Nam"
    assert offices["100950"].address == "36 phố Cửa Nam, Hà Nội"


def test_the_shipped_offices_are_marked_as_samples() -> None:
    file = next(file for file in shipped_reference() if file.kind == "offices")

    assert "mẫu" in file.title
    assert parse_offices(file)["100950"].name == "Cửa Nam"
    assert len(parse_offices(file)) == 12


@pytest.mark.parametrize(
    ("row", "place"),
    [
        (CUA_NAM, (wrong.Duplicate, 10, "code")),
        (LO_SU.replace("100105", "10010"), (wrong.WrongShape, 10, "code")),
        (LO_SU.replace("00070", "70"), (wrong.WrongShape, 10, "commune")),
        (LO_SU.replace(",01,", ",1,"), (wrong.WrongShape, 10, "province")),
        (LO_SU.replace("1900 0000", "gọi tôi"), (wrong.WrongShape, 10, "hotline")),
        (LO_SU.replace("Hồ Gươm", ""), (wrong.CellEmpty, 10, "name")),
    ],
)
def test_a_bad_row_is_named(row: str, place: tuple[type[ReferenceProblem], int, str]) -> None:
    with pytest.raises(ReferenceProblems) as refused:
        parse_offices(a_file(COLUMNS, CUA_NAM, row, kind="offices", scheme="2025-07"))

    assert places(refused) == [place]


BANK = f"{COLUMNS},bank,bank_bin,bank_account,bank_holder"
ACCOUNT = "Ngân hàng Minh Họa,970000,001009500001,BUU DIEN MINH HOA"


def test_an_office_may_have_an_account_or_none() -> None:
    file = a_file(BANK, f"{CUA_NAM},{ACCOUNT}", f"{LO_SU},,,,", kind="offices", scheme="2025-07")

    offices = parse_offices(file)

    account = offices["100950"].account
    assert account is not None
    assert (account.bin, account.number, account.holder) == (
        "970000",
        "001009500001",
        "BUU DIEN MINH HOA",
    )
    assert offices["100105"].account is None


@pytest.mark.parametrize(
    ("row", "place"),
    [
        (ACCOUNT.replace("970000", "97"), (wrong.WrongShape, 10, "bank_bin")),
        (ACCOUNT.replace("001009500001", "số"), (wrong.WrongShape, 10, "bank_account")),
        (ACCOUNT.replace("BUU DIEN MINH HOA", ""), (wrong.CellEmpty, 10, "bank_holder")),
    ],
)
def test_half_an_account_is_named(row: str, place: tuple[type[ReferenceProblem], int, str]) -> None:
    with pytest.raises(ReferenceProblems) as refused:
        parse_offices(
            a_file(BANK, f"{CUA_NAM},,,,", f"{LO_SU},{row}", kind="offices", scheme="2025-07")
        )

    assert places(refused) == [place]


def test_no_shipped_account_is_one_of_a_real_bank() -> None:
    newest = [file for file in shipped_reference() if file.kind == "offices"][-1]
    accounts = [office.account for office in parse_offices(newest).values() if office.account]

    assert len(accounts) == 11
    assert {account.bin for account in accounts} == {"970000"}


def test_an_office_may_say_which_counters_it_has() -> None:
    newest = [file for file in shipped_reference() if file.kind == "offices"][-1]
    before = a_file(COLUMNS, CUA_NAM, kind="offices", scheme="2025-07")

    assert parse_offices(newest)["100950"].counters == ("1", "2", "3")
    assert parse_offices(before)["100950"].counters == ()


def test_counters_that_cannot_be_read_are_named() -> None:
    with pytest.raises(ReferenceProblems) as refused:
        parse_offices(
            a_file(f"{COLUMNS},counters", f"{CUA_NAM},1;2", kind="offices", scheme="2025-07")
        )

    assert places(refused) == [(wrong.WrongShape, 9, "counters")]
