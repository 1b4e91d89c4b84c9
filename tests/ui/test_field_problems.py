from dataclasses import dataclass, field
from typing import ClassVar

from app.domain.names import WrongName
from app.domain.phones import WrongPhone
from app.errors import UserError
from ui.field_problems import FieldProblems


@dataclass
class RecordingForm:
    shown: dict[str, str] = field(default_factory=dict)
    trouble: str = ""
    at: str = ""

    def show_problem(self, name: str, sentence: str) -> None:
        self.shown[name] = sentence

    def show_trouble(self, sentence: str) -> None:
        self.trouble = sentence

    def go_to(self, name: str) -> None:
        self.at = name


class NoField(UserError):
    code: ClassVar[str] = "ui.acceptance.no_price"


def _form() -> tuple[RecordingForm, FieldProblems]:
    view = RecordingForm()
    return view, FieldProblems(view, ("name", "phones"), {"phone": "phones", "full_name": "name"})


def test_the_focus_goes_to_the_first_wrong_field() -> None:
    view, problems = _form()

    problems.show_all({"phones": WrongPhone(), "name": WrongName()})

    assert view.at == "name"
    assert view.shown["name"]
    assert view.shown["phones"]


def test_a_sentence_goes_as_soon_as_what_is_typed_is_right() -> None:
    view, problems = _form()
    problems.say("phones", WrongPhone())

    problems.recheck({})

    assert view.shown["phones"] == ""


def test_typing_brings_up_no_new_sentence() -> None:
    view, problems = _form()

    problems.recheck({"phones": WrongPhone()})

    assert view.shown == {}


def test_what_the_counter_refuses_stands_beside_its_field() -> None:
    view, problems = _form()

    assert problems.refuse(WrongPhone()) == "phones"
    assert view.shown["phones"]


def test_a_refusal_without_a_field_stands_by_the_form() -> None:
    view, problems = _form()

    assert problems.refuse(NoField()) is None
    assert view.trouble
