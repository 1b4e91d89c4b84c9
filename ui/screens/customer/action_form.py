"""A small form built from what an action asks: layout only."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.domain.customer_number import grouped
from app.domain.places import Place
from app.messages import text
from app.queries.comparison import ComparedField
from app.queries.customers import Resemblance
from app.services.four_eyes import Approval
from ui.screens.customer.action import Action, Ask, Given, Kind
from ui.style.metrics import px
from ui.style.tokens import Tone
from ui.widgets.approval import ApprovalFields
from ui.widgets.chips import Chips
from ui.widgets.choice import Choice
from ui.widgets.field import Field
from ui.widgets.form import enter_walks
from ui.widgets.key_button import KeyButton
from ui.widgets.labels import Text
from ui.widgets.notice import Notice
from ui.widgets.numbers import AmountField
from ui.widgets.options import Option
from ui.widgets.place_options import place_option
from ui.widgets.scroll import Scroll
from ui.widgets.search_field import SearchField


class ActionForm(QWidget):
    """Signals: ``submitted``, ``stopped``, ``left(field, words)``, ``place_sought(words)``."""

    submitted = Signal()
    stopped = Signal()
    left = Signal(str, str)
    place_sought = Signal(str)

    def __init__(self, action: Action) -> None:
        super().__init__()
        self.widgets: dict[str, Field | Choice | Chips] = {}
        self.approval = ApprovalFields(text("ui.people.approver")) if action.approved else None
        self._trouble = Notice("", Tone.BAD)
        self._note = Notice("", Tone.INFO)
        self._table = ComparedTable()
        self._table.hide()
        self.submit = KeyButton(action.submit or text("ui.people.confirm"), "F12", primary=True)
        self.submit.clicked.connect(self.submitted)
        self._stop = KeyButton(text("ui.customer.stop"), "Esc", tall=True)
        self._stop.clicked.connect(self.stopped)
        self._arrange(action)

    def given(self) -> Given:
        """What stands in the form; the command id is the presenter's."""
        values: dict[str, str] = {}
        several: tuple[str, ...] = ()
        code = ""
        for name, widget in self.widgets.items():
            if isinstance(widget, Chips):
                several += widget.values()
                continue
            values[name] = widget.value()
            if isinstance(widget, SearchField):
                taken = widget.chosen_value()
                code = taken.code if isinstance(taken, Place) else str(taken or "")
        approval = self.approval
        signed = Approval(approval.code(), approval.given_pin()) if approval else Approval("", "")
        return Given(b"", values, several, code, signed)

    def show_problem(self, name: str, sentence: str) -> bool:
        """Beside the field of this name; False when there is none."""
        widget = self.widgets.get(name)
        if isinstance(widget, Field):
            widget.set_problem(sentence)
            widget.setFocus()
            return True
        return self.approval is not None and self.approval.refuse(name, sentence)

    def show_trouble(self, sentence: str) -> None:
        """The sentence for the whole form; with it the old ones beside fields go."""
        if not sentence:
            for widget in self.widgets.values():
                if isinstance(widget, Field):
                    widget.set_problem("")
        self._trouble.say(sentence, Tone.BAD)

    def show_note(self, sentence: str) -> None:
        """What was found out on the way."""
        self._note.say(sentence, Tone.INFO)

    def fill(self, name: str, words: str, place: Place | None) -> None:
        """Propose a value; the clerk may change it."""
        widget = self.widgets.get(name)
        if isinstance(widget, SearchField) and place is not None:
            widget.set_chosen(place_option(place))
        elif isinstance(widget, Field):
            widget.set_value(words)

    def offer(self, places: Sequence[Place]) -> None:
        """One question, with every answer in sight."""
        commune = self.widgets.get("commune")
        if isinstance(commune, SearchField):
            commune.set_chosen(None)
            commune.setFocus()
            commune.show_options([place_option(place) for place in places])

    def offer_customers(self, found: Sequence[Resemblance]) -> None:
        """Whom it may be; another number can be typed or scanned all the same."""
        other = self.widgets.get("other")
        if isinstance(other, SearchField):
            other.show_options([_alike(each) for each in found])

    def show_places(self, places: Sequence[Place]) -> None:
        """Communes that the words may mean."""
        commune = self.widgets.get("commune")
        if isinstance(commune, SearchField):
            commune.show_options([place_option(place) for place in places])

    def show_compared(self, fields: Sequence[ComparedField]) -> None:
        """Both records side by side; what differs may be taken from the other."""
        self._table.show_fields(fields)
        self._table.show()
        taken = self.widgets.get("taken")
        if isinstance(taken, Chips):
            differing = [each for each in fields if each.field and each.differs and each.other]
            taken.set_options([(each.field, each.label) for each in differing])

    def focus_first(self) -> None:
        """Where the form begins."""
        first = next(iter(self.widgets.values()), None)
        (first or self.submit).setFocus()

    def _arrange(self, action: Action) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        if action.words:
            column.addWidget(Text(action.words, "body", wrap=True))
        for ask in action.asks:
            self._add(column, ask)
            if ask.name in ("as_written", "other"):
                column.addWidget(self._note)
                column.addWidget(self._table)
        if self.approval is not None:
            column.addWidget(self.approval)
            self.approval.entered.connect(self.submitted)
        finish = self.approval.setFocus if self.approval else self.submitted.emit
        enter_walks(tuple(self.widgets.values()), finish)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(px(10))
        outer.addWidget(Text(action.title, "title", wrap=True))
        outer.addWidget(Scroll(inner), 1)
        outer.addStretch()
        outer.addWidget(self._trouble)
        buttons = QHBoxLayout()
        buttons.setSpacing(px(10))
        buttons.addWidget(self._stop)
        buttons.addWidget(self.submit, 1)
        outer.addLayout(buttons)

    def _add(self, column: QVBoxLayout, ask: Ask) -> None:
        if ask.kind in ("choice", "chips"):
            column.addWidget(Text(ask.label, "label"))
        widget = _MAKERS[ask.kind](ask)
        self.widgets[ask.name] = widget
        column.addWidget(widget)
        if isinstance(widget, Field):
            widget.left.connect(
                lambda name=ask.name, field=widget: self.left.emit(name, field.value())
            )
        if ask.kind == "place" and isinstance(widget, SearchField):
            widget.edited.connect(self.place_sought)


class ComparedTable(QWidget):
    """Label, this record, the other; what differs stands out in weight, not in colour alone."""

    def __init__(self) -> None:
        super().__init__()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(px(14))
        self._grid.setVerticalSpacing(px(5))
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 1)
        self._cells: list[Text] = []

    def show_fields(self, fields: Sequence[ComparedField]) -> None:
        """These rows instead of the old."""
        for cell in self._cells:
            self._grid.removeWidget(cell)
            cell.deleteLater()
        self._cells = []
        heads = ("", text("ui.people.kept"), text("ui.people.other"))
        self._row(0, heads, "label")
        for at, each in enumerate(fields, start=1):
            if each.one or each.other:
                none = "–"
                words = (each.label, each.one or none, each.other or none)
                self._row(at, words, "strong" if each.differs else "muted")

    def _row(self, at: int, words: tuple[str, str, str], name: str) -> None:
        for column, said in enumerate(words):
            cell = Text(said, "muted" if column == 0 else name, wrap=column > 0)
            cell.setAlignment(Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(cell, at, column)
            cell.ensurePolished()  # heavier letters may need another line
            self._cells.append(cell)


def _text(ask: Ask) -> Field:
    field = Field(ask.label, placeholder=ask.example)
    field.set_value(ask.value)
    return field


def _amount(ask: Ask) -> AmountField:
    field = AmountField(ask.label)
    field.set_number(int(ask.value) if ask.value else None)
    return field


def _choice(ask: Ask) -> Choice:
    choice = Choice(ask.label, ask.options)
    choice.set_value(ask.value)
    return choice


def _chips(ask: Ask) -> Chips:
    chips = Chips(ask.label, ask.options)
    chips.set_values((ask.value,))
    return chips


def _place(ask: Ask) -> SearchField:
    field = SearchField(ask.label, placeholder=text("ui.form.commune_example"))
    if ask.value:
        field.set_chosen(Option(ask.value, ask.value))
    return field


def _customer(ask: Ask) -> SearchField:
    field = SearchField(ask.label, placeholder=ask.example)
    field.set_value(ask.value)
    field.edited.connect(lambda _words: field.show_options(()))  # typed: that one is meant
    return field


def _alike(found: Resemblance) -> Option:
    why = text(f"ui.registration.same_{found.reason}")
    parts = (found.phone_masked, found.address)
    return Option(
        found.number,
        grouped(found.number),
        " · ".join(part for part in (found.full_name, *parts) if part),
        side=why,
    )


_MAKERS: Mapping[Kind, Callable[[Ask], Field | Choice | Chips]] = {
    "text": _text,
    "choice": _choice,
    "chips": _chips,
    "place": _place,
    "customer": _customer,
    "amount": _amount,
}
