"""A customer: alerts on top, who it is at the left, sections at the right. Layout only."""

from PySide6.QtWidgets import QVBoxLayout

from app.domain.places import Place
from app.messages import text
from app.queries.complaints import CaseLine
from app.queries.conflicts import ConflictLine
from app.queries.customers import CustomerPage
from app.services.access import RevealedData
from ui.conflict_words import side_words
from ui.screens.customer.editing import Edited
from ui.screens.customer.section_panel import SectionPanel
from ui.screens.customer.who_panel import WhoPanel
from ui.style.metrics import px
from ui.style.tokens import Tone
from ui.widgets.columns import Columns
from ui.widgets.key_button import KeyButton
from ui.widgets.notice import Notice
from ui.widgets.page import Page

_ROOMY = 1100
_CONTENDED = 2
_BESIDE = 760
_LEAST = (600, 400)


class CustomerView(Page):
    """The panels have the signals."""

    def __init__(self) -> None:
        super().__init__(_LEAST)
        self.who = WhoPanel()
        self.sections = SectionPanel()
        self._alert = Notice("", Tone.WARN, beside=True)
        self._news = Notice("", Tone.INFO, beside=True)
        self._cases = Notice("", Tone.WARN, beside=True)
        self._awaited = Notice("", Tone.INFO, beside=True)
        self.contended = Notice("", Tone.WARN)
        self.open_case = KeyButton(text("ui.customer.open_case"), "Alt+K")
        self._cases.add_button(self.open_case)
        self.take_card = KeyButton(text("ui.people.take_card"), "Alt+T")
        self._news.add_button(self.take_card)
        self.settle = KeyButton(text("ui.conflicts.settle"), "Alt+V")
        self.contended.add_button(self.settle)
        self.columns = columns = Columns(_BESIDE)
        columns.addWidget(self.who)
        columns.addWidget(self.sections, 1)
        self.fit(_ROOMY)
        page = QVBoxLayout(self)
        page.setContentsMargins(px(16), px(12), px(16), px(12))
        page.setSpacing(px(12))
        page.addWidget(self._awaited)
        page.addWidget(self._alert)
        page.addWidget(self._news)
        page.addWidget(self._cases)
        page.addWidget(self.contended)
        page.addLayout(columns, 1)

    def show_page(self, page: CustomerPage) -> None:
        """Everything a clerk sees of one customer."""
        self.who.show_page(page)
        self._awaited.say(
            text("ui.customer.awaited") if page.awaited else "",
            Tone.INFO,
            title=text("ui.customer.awaited_title") if page.awaited else "",
        )
        self._alert.say(
            page.alert_note,
            Tone.WARN,
            title=text("ui.customer.alert") if page.alert_note else "",
        )

        self._cases.say(
            "; ".join(map(_case, page.open_cases)),
            Tone.WARN,
            title=text("ui.customer.open_cases") if page.open_cases else "",
        )

        self.contended.say(
            _contended(page.conflicts),
            Tone.WARN,
            title=text("ui.conflicts.on_page") if page.conflicts else "",
        )

    def awaited(self) -> str:
        """That only the card is known, as shown."""
        return self._awaited.text()

    def cases(self) -> str:
        """The open complaints, as shown."""
        return self._cases.text()

    def show_news(self, sentence: str) -> None:
        """What a card says otherwise than the record; "" for nothing."""
        title = text("ui.people.card_news") if sentence else ""
        self._news.say(sentence, Tone.INFO, title=title)

    def news(self) -> str:
        """What the card says otherwise, as shown."""
        return self._news.text()

    def show_revealed(self, data: RevealedData) -> None:
        """In full, for a moment."""
        self.who.show_revealed(data)

    def alert(self) -> str:
        """The alert note, as shown."""
        return self._alert.text()

    def show_form(self, edited: Edited | None) -> None:
        """The form in the place of the data; None brings the data back."""
        self.who.show_form(edited)

    def show_places(self, places: tuple[Place, ...]) -> None:
        """Communes that the words may mean."""
        self.who.form.show_places(places)

    def show_problem(self, name: str, sentence: str) -> None:
        """The sentence beside a field."""
        self.who.form.fields[name].set_problem(sentence)

    def show_trouble(self, sentence: str) -> None:
        """The sentence for the whole form."""
        self.who.show_trouble(sentence)

    def set_busy(self, *, busy: bool) -> None:
        """Being recorded."""
        self.who.save.setEnabled(not busy)

    def go_to(self, name: str) -> None:
        """Put the focus into a field."""
        self.who.form.fields[name].setFocus()
        self.who.form.fields[name].edit.selectAll()

    def fit(self, room: int) -> None:
        """Who it is keeps its room as long as history has enough."""
        self.columns.hold(self.who, 460 if room >= _ROOMY else 400)


def _contended(lines: tuple[ConflictLine, ...]) -> str:
    """A line for each of the first two, both values in it; the list has the others."""
    said = [
        text(
            "ui.conflicts.both",
            label=line.label,
            holds=side_words(line.holds),
            other=side_words(line.other),
        )
        for line in lines[:_CONTENDED]
    ]
    rest = len(lines) - len(said)
    return "\n".join([*said, text("ui.conflicts.rest", count=rest)] if rest else said)


def _case(line: CaseLine) -> str:
    """``100950-2-K0000012 · Mất bưu gửi · hạn 21/01/2027, còn 61 ngày``."""
    due = text(
        f"complaint.due.{line.urgency}", due=f"{line.due_on:%d/%m/%Y}", days=abs(line.days_left)
    )
    return f"{line.number} · {line.type_label} · {due}"
