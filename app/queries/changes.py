"""An edit of a customer told in words: which fields, from what to what, masked where it must be."""

from collections.abc import Callable, Iterable

import sqlalchemy as sa

from app.domain.citizen import mask_citizen
from app.domain.phones import mask_phone
from app.domain.reference.book import ReferenceBook
from app.journal.appending import read_body
from app.journal.kinds.customers import Change, CustomerEdited, Value
from app.messages import text
from app.store.books import entry_at
from app.store.places import place_of

_NOTHING = "–"


def told(connection: sa.Connection, seq: int, book: ReferenceBook) -> tuple[str, str]:
    """The names of the fields that entry ``seq`` changed, and "from → to" of each."""
    entry = entry_at(connection, seq)
    body = read_body(entry) if entry else None
    if not isinstance(body, CustomerEdited):
        return "", ""
    schemes = _schemes(body.changes)
    shown = [change for change in body.changes if change.field != "scheme"]
    labels = ", ".join(text(f"customer.field.{change.field}").lower() for change in shown)
    details = (
        f"{_value(change.field, change.was, schemes[0], book)}"
        f" → {_value(change.field, change.to, schemes[1], book)}"
        for change in shown
    )
    return labels, "; ".join(details)


def _schemes(changes: Iterable[Change]) -> tuple[str, str]:
    """The lists of communes that codes before and after the edit belong to, "" for today's."""
    for change in changes:
        if change.field == "scheme":
            return str(change.was or ""), str(change.to or "")
    return "", ""


def _value(field: str, value: Value, scheme: str, book: ReferenceBook) -> str:
    if not value:
        return _NOTHING
    if isinstance(value, list):
        return ", ".join(map(mask_phone, value))
    if field == "commune":
        return _commune(str(value), scheme, book)
    return _SHOWN.get(field, str)(str(value))


_SHOWN: dict[str, Callable[[str], str]] = {
    "citizen": mask_citizen,
    "sex": lambda sex: text(f"sex.{sex}"),
    "birth_date": lambda day: "/".join(reversed(day.split("-"))),
}


def _commune(code: str, scheme: str, book: ReferenceBook) -> str:
    """The label under ``scheme``, or under today's list when the edit did not change lists."""
    today = book.gazetteer().by_code(code)
    place = place_of(book, code, scheme) if scheme else today
    return place.label if place else code
