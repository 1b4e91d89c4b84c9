"""Which field of a form has its sentence shown; Qt-free, shared by the forms."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from app.errors import UserError
from app.messages import text_for


class FormView(Protocol):
    """Sentences beside fields, and one for the whole form ("" takes them away)."""

    def show_problem(self, name: str, sentence: str) -> None: ...
    def show_trouble(self, sentence: str) -> None: ...
    def go_to(self, name: str) -> None: ...


class FieldProblems:
    """A sentence appears when a field is left, and goes as soon as what is typed is right.

    ``spelt`` maps what errors call a field to the form's own word, where the two differ.
    """

    def __init__(
        self, view: FormView, fields: Sequence[str], spelt: Mapping[str, str] | None = None
    ) -> None:
        self._view = view
        self._fields = tuple(fields)
        self._spelt = dict(spelt or {})
        self._shown: set[str] = set()

    def show_all(self, problems: Mapping[str, UserError]) -> None:
        """Exactly these; the focus goes to the first."""
        for name in self._fields:
            self.say(name, problems.get(name))
        self._view.show_trouble("")
        first = next((name for name in self._fields if name in problems), None)
        if first is not None:
            self._view.go_to(first)

    def say(self, name: str, problem: UserError | None) -> None:
        """The sentence of one field, or none."""
        if problem is None and name not in self._shown:
            return
        self._view.show_problem(name, text_for(problem) if problem else "")
        if problem:
            self._shown.add(name)
        else:
            self._shown.discard(name)

    def recheck(self, problems: Mapping[str, UserError]) -> None:
        """Keep what is shown true while the clerk types; show nothing new."""
        for name in tuple(self._shown):
            self.say(name, problems.get(name))

    def refuse(self, error: UserError) -> str | None:
        """What the counter would not take, beside its field; that field, None without one."""
        name = self._spelt.get(error.field, error.field)
        if name not in self._fields:
            self._view.show_trouble(text_for(error))
            return None
        self.say(name, error)
        return name
