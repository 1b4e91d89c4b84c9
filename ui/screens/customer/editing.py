"""The customer's page while it is being put right: what stands there, and what that changes."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from app.domain.names import clean_name
from app.domain.phones import national
from app.errors import UserError
from app.queries.customers import CustomerPage
from ui.addresses import commune_words
from ui.typed import capitalised, one_line, read_commune, read_phones

FIELDS = ("full_name", "phones", "street", "commune", "alert_note")
SPELT = {"phone": "phones"}
"""What an error of the counter calls a field, where the form has another word for it."""

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True, repr=False)
class Edited:
    """The fields as they stand. ``commune`` is the code behind ``commune_text``."""

    full_name: str
    phones: str
    street: str
    commune_text: str
    commune: str
    alert_note: str


@dataclass(frozen=True, slots=True)
class Edit:
    """``changes`` as the command wants them; ``problems`` by field."""

    changes: dict[str, tuple[object, object]]
    problems: dict[str, UserError]


def as_it_stands(page: CustomerPage) -> Edited:
    """The form filled with the record; phones in full, for they are to be put right."""
    return Edited(
        full_name=page.full_name,
        phones=", ".join(national(phone) for phone in page.phones),
        street=page.street,
        commune_text=commune_words(page),
        commune=page.commune,
        alert_note=page.alert_note,
    )


def read(edited: Edited, page: CustomerPage) -> Edit:
    """From and to of every field that differs from ``page``, as the clerk saw it."""
    problems: dict[str, UserError] = {}

    def attempt(name: str, reading: Callable[[], _T], otherwise: _T) -> _T:
        try:
            return reading()
        except UserError as error:
            problems[name] = error
            return otherwise

    no_phones: tuple[str, ...] = ()
    after: dict[str, object] = {
        "full_name": attempt("full_name", lambda: clean_name(capitalised(edited.full_name)), ""),
        "phones": attempt("phones", lambda: read_phones(edited.phones), no_phones),
        "street": one_line(edited.street),
        "commune": attempt(
            "commune", lambda: read_commune(edited.commune, edited.commune_text), ""
        ),
        "alert_note": one_line(edited.alert_note),
    }
    before: dict[str, object] = {
        "full_name": page.full_name,
        "phones": page.phones,
        "street": page.street,
        "commune": page.commune,
        "alert_note": page.alert_note,
    }
    changes = {
        name: (before[name], after[name])
        for name in FIELDS
        if name not in problems and before[name] != after[name]
    }
    return Edit(changes, problems)
