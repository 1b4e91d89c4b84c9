"""What pressing Enter again means: the command id of a form books once, and only one thing."""

from dataclasses import dataclass
from typing import ClassVar, TypeVar

from app.errors import UserError
from app.journal.appending import read_body
from app.journal.entry import Entry
from app.journal.kinds.body import Body

AnyBody = TypeVar("AnyBody", bound=Body)


@dataclass(eq=False)
class CommandIdTaken(UserError):
    """The command id has booked something else before."""

    code: ClassVar[str] = "command.taken"


@dataclass(eq=False)
class CommandForgotten(UserError):
    """What the command id booked was erased by law since."""

    code: ClassVar[str] = "command.forgotten"


def booked_body(booked: Entry, kind: type[AnyBody]) -> AnyBody:
    """The body of an earlier booking. Raises CommandIdTaken and CommandForgotten."""
    if (booked.kind, booked.kind_version) != (kind.NUMBER, kind.VERSION):
        raise CommandIdTaken
    body = read_body(booked)
    if body is None:
        raise CommandForgotten
    assert isinstance(body, kind)
    return body
