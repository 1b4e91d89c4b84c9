"""Known problems: every refusal and fault by its short code, with the sentence that says what to
do. The helpdesk has the same list, so that five letters on the phone are enough.
"""

import re
from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.names import fold
from app.errors import TemError
from app.messages import catalogue, short_code, text
from ui.shell.screen import Screen
from ui.style.metrics import px
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.labels import Text
from ui.widgets.page import Page
from ui.widgets.row_list import RowList
from ui.widgets.rows import RowItem

_LEAST = (600, 400)
_PLACEHOLDER = re.compile(r"\{[^}]*\}")


@dataclass(frozen=True, slots=True)
class KnownProblem:
    """``sentence`` with "…" where the matter in hand is named."""

    code: str
    sentence: str


def known_problems() -> tuple[KnownProblem, ...]:
    """All that this program can refuse or report, by short code."""
    sentences = catalogue()
    codes = {each.code for each in _family(TemError) if "code" in vars(each)}
    found = (
        KnownProblem(short_code(code), _PLACEHOLDER.sub("…", sentences[code]))
        for code in codes
        if code in sentences
    )
    return tuple(sorted(found, key=lambda each: each.code))


def _family(error: type[TemError]) -> list[type[TemError]]:
    return [error, *(each for child in error.__subclasses__() for each in _family(child))]


class ProblemsView(Page):
    """A field to type a code or a word into, and what is known."""

    def __init__(self) -> None:
        super().__init__(_LEAST)
        self._known = known_problems()
        self.sought = Field(
            text("ui.problems.sought"), placeholder=text("ui.problems.sought_example")
        )
        self.list = RowList(text("ui.problems.title"), lead=64, quiet=True)
        self._none = Text(text("ui.problems.none"), "muted", wrap=True)
        card = Card(text("ui.problems.title"))
        card.body.addWidget(Text(text("ui.problems.how"), "muted", wrap=True))
        card.body.addWidget(self.sought)
        card.body.addWidget(self._none)
        card.body.addWidget(self.list, 1)
        card.body.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(12), px(16), px(12))
        column.addWidget(card)
        self.sought.edited.connect(self.show_sought)
        self.sought.entered.connect(self.list.setFocus)
        self.setFocusProxy(self.sought)
        self.show_sought("")

    def show_sought(self, words: str) -> None:
        """Those whose code or sentence has all of the words."""
        wanted = fold(words).split()
        rows = [
            RowItem(title=each.sentence, lead=each.code)
            for each in self._known
            if all(word in fold(f"{each.code} {each.sentence}") for word in wanted)
        ]
        self.list.set_rows(rows)
        self.list.setVisible(bool(rows))
        self._none.setVisible(not rows)


class ProblemsScreen(Screen):
    """Nothing is asked of the counter: it opens when the counter itself is the problem."""

    def __init__(self) -> None:
        self._view = ProblemsView()

    @property
    def widget(self) -> QWidget:
        """The page."""
        return self._view

    @property
    def title(self) -> str:
        """Known problems."""
        return text("ui.problems.title")
