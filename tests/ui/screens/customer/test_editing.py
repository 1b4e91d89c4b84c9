from dataclasses import replace

from app.domain.names import WrongName
from app.domain.phones import WrongPhone
from tests.fakes.fake_desk import FakeDesk
from ui.screens.customer.editing import as_it_stands, read
from ui.typed import CommuneNotChosen

PAGE = next(iter(FakeDesk().people.values()))


def test_the_form_begins_with_the_record_and_changes_nothing() -> None:
    edited = as_it_stands(PAGE)

    assert edited.phones == "0903 123 456"
    assert edited.commune_text == "Phường Hoàn Kiếm, Hà Nội"
    assert read(edited, PAGE).changes == {}


def test_only_what_differs_is_told_with_from_and_to() -> None:
    edited = replace(as_it_stands(PAGE), phones="0903123456, 0912345654", alert_note=" Nghe kém. ")

    assert read(edited, PAGE).changes == {
        "phones": (("+84903123456",), ("+84903123456", "+84912345654")),
        "alert_note": (PAGE.alert_note, "Nghe kém."),
    }


def test_another_commune_is_told_by_its_code() -> None:
    edited = replace(as_it_stands(PAGE), commune="26740", commune_text="Phường Sài Gòn")

    assert read(edited, PAGE).changes == {"commune": ("00070", "26740")}


def test_what_cannot_be_read_changes_nothing() -> None:
    edited = replace(
        as_it_stands(PAGE), full_name="", phones="12", commune="", commune_text="sai gon"
    )

    edit = read(edited, PAGE)

    assert edit.changes == {}
    assert isinstance(edit.problems["full_name"], WrongName)
    assert isinstance(edit.problems["phones"], WrongPhone)
    assert isinstance(edit.problems["commune"], CommuneNotChosen)


def test_phones_are_not_shown_by_accident() -> None:
    assert "0903" not in repr(as_it_stands(PAGE))
