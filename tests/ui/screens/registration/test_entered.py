from datetime import date

from app.domain.citizen import CitizenCard, WrongCitizenNumber
from app.domain.names import NameCharacter, NameTooLong, WrongName
from app.domain.places import Place
from app.domain.tax_code import TaxCodeCheckDigit
from app.services.customers import OrganisationDraft
from ui.screens.registration.entered import (
    BirthDateContradiction,
    Entered,
    SexContradiction,
    read,
    sex_told,
)
from ui.typed import CommuneNotChosen

COMMAND = bytes(16)
CARD = CitizenCard(
    "001090000001", "012345678", "Nguyễn Văn A", date(1990, 1, 1), "male", "Hà Nội", None
)
PLACE = Place("00070", "Hoàn Kiếm", "Phường", "01", "Hà Nội", "2025-07", "Phường Hoàn Kiếm, Hà Nội")


def test_every_field_is_read_into_the_command() -> None:
    reading = read(
        Entered(
            full_name="nguyễn văn a",
            birth_date="01011990",
            sex="male",
            citizen="001090000001",
            phones="0903123456",
            street=" 12  Hàng Bông ",
            commune=PLACE,
            commune_text=PLACE.label,
            alert_note="nghe kém",
        ),
        COMMAND,
    )

    draft = reading.draft
    assert not reading.problems
    assert (draft.full_name, draft.birth_date, draft.sex) == (
        "Nguyễn Văn A",
        date(1990, 1, 1),
        "male",
    )
    assert draft.citizen is not None
    assert (draft.citizen.number, draft.citizen.source) == ("001090000001", "typed")
    assert (draft.phones, draft.street, draft.commune) == (
        ("+84903123456",),
        "12 Hàng Bông",
        "00070",
    )


def test_a_card_stands_in_the_place_of_a_typed_number() -> None:
    paper = read(Entered(full_name="Nguyễn Văn A", card=CARD), COMMAND).draft.citizen

    assert paper is not None
    assert (paper.number, paper.source, paper.old_number) == ("001090000001", "card", "012345678")


def test_a_card_is_never_shown_whole_by_accident() -> None:
    assert "001090000001" not in repr(Entered(card=CARD))


def test_a_number_that_tells_another_year_or_sex_is_pointed_out_beside_them() -> None:
    entered = Entered(full_name="Lê A", citizen="001090000001", birth_date="01011991", sex="female")

    problems = read(entered, COMMAND).problems

    assert isinstance(problems["birth_date"], BirthDateContradiction)
    assert isinstance(problems["sex"], SexContradiction)


def test_each_field_has_its_own_problem_and_the_rest_is_still_read() -> None:
    reading = read(
        Entered(full_name="", citizen="123", commune_text="ben nghe", phones="0903123456"), COMMAND
    )

    assert isinstance(reading.problems["full_name"], WrongName)
    assert isinstance(reading.problems["citizen"], WrongCitizenNumber)
    assert isinstance(reading.problems["commune"], CommuneNotChosen)
    assert reading.draft.phones == ("+84903123456",)


def test_names_too_long_or_with_emoji_are_refused_by_name() -> None:
    assert isinstance(
        read(Entered(full_name="a" * 10_000), COMMAND).problems["full_name"], NameTooLong
    )
    assert isinstance(
        read(Entered(full_name="An 🙂"), COMMAND).problems["full_name"], NameCharacter
    )


def test_decomposed_letters_are_composed_at_the_edge() -> None:
    draft = read(Entered(full_name="Nguye\u0302\u0303n Va\u0306n An"), COMMAND).draft

    assert draft.full_name == "Nguyễn Văn An"


def test_a_whole_citizen_number_tells_the_sex() -> None:
    assert sex_told("001190000001") == "female"
    assert sex_told("00119000000") == ""


def test_nothing_of_a_person_is_read_of_an_organisation() -> None:
    entered = Entered(
        full_name="công ty A&B 68",
        birth_date="31/31/1990",
        sex="male",
        citizen="12",
        kind="branch",
        tax_code="0100109106011",
        parent=" 01 26 0000123 62 ",
        prospect=True,
    )

    reading = read(entered, b"")

    assert reading.problems == {}
    assert reading.draft.full_name == "công ty A&B 68"
    assert reading.draft.organisation == OrganisationDraft(
        "branch", "0100109106-011", "01 26 0000123 62"
    )
    assert (reading.draft.birth_date, reading.draft.citizen, reading.draft.sex) == (None,) * 3
    assert reading.draft.prospect


def test_a_wrong_tax_code_is_told_beside_its_field() -> None:
    reading = read(Entered(full_name="A", kind="company", tax_code="0100109107"), b"")

    assert isinstance(reading.problems["tax_code"], TaxCodeCheckDigit)
