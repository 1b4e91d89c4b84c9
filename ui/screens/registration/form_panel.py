"""The fields of a registration: layout only."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QVBoxLayout, QWidget

from app.domain.citizen import mask_citizen
from app.domain.places import Place
from app.domain.relations import Form
from app.messages import text
from ui.screens.registration.entered import PERSON, Entered
from ui.style.metrics import px
from ui.style.tokens import Tone
from ui.widgets.chips import Chips
from ui.widgets.choice import Choice
from ui.widgets.field import Field, relabel
from ui.widgets.form import enter_walks
from ui.widgets.labels import Text
from ui.widgets.options import Option
from ui.widgets.place_options import place_option
from ui.widgets.search_field import SearchField

_SEXES = (
    ("", "ui.registration.sex_unknown"),
    ("male", "ui.registration.male"),
    ("female", "ui.registration.female"),
)
_PLAIN = ("full_name", "birth_date", "phones", "street", "alert_note", "tax_code", "parent")
_PLACES = (
    ("full_name", 1, 0),
    ("tax_code", 1, 1),
    ("citizen", 2, 0),
    ("parent", 2, 0),
    ("phones", 2, 1),
    ("street", 3, 0),
    ("commune", 3, 1),
)
_DATE_LETTERS = 12
_CITIZEN_LETTERS = 16


class FormPanel(QWidget):
    """Signals: ``changed(field)``, ``left(field)``, ``place_sought(words)``, ``finished``."""

    changed = Signal(str)
    left = Signal(str)
    place_sought = Signal(str)
    finished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._has_card = False
        self.commune = SearchField(
            text("ui.form.commune"), placeholder=text("ui.form.commune_example")
        )
        self.kind = Choice(
            text("ui.registration.kind"),
            [
                (PERSON, text("ui.registration.person")),
                *((form.value, text(f"form.{form}")) for form in Form),
            ],
        )
        self.prospect = Chips(text("standing.prospect"), [("prospect", text("standing.prospect"))])
        self.sex = Choice(text("ui.form.sex"), [(value, text(code)) for value, code in _SEXES])
        self.fields: dict[str, Field] = {
            "full_name": Field(text("ui.form.full_name"), strong=True),
            "birth_date": Field(
                text("ui.form.birth_date"), placeholder=text("ui.form.birth_example")
            ),
            "citizen": Field(text("ui.form.citizen"), placeholder=text("ui.form.citizen_example")),
            "tax_code": Field(
                text("ui.people.tax_code"), placeholder=text("ui.registration.tax_example")
            ),
            "parent": Field(text("ui.people.parent"), placeholder=text("ui.people.number_example")),
            "phones": Field(text("ui.form.phones"), placeholder=text("ui.form.phones_example")),
            "street": Field(text("ui.form.street")),
            "commune": self.commune,
            "alert_note": Field(
                text("ui.form.alert_note"), placeholder=text("ui.form.alert_example")
            ),
        }
        self._sex_problem = Text("", "problem", wrap=True)
        self._sex_problem.hide()
        self._born = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.fields["birth_date"].set_limit(_DATE_LETTERS)
        self.fields["citizen"].set_limit(_CITIZEN_LETTERS)
        self._arrange()
        self._connect()

    def entered(self) -> Entered:
        """The fields as they stand."""
        words = {name: field.value() for name, field in self.fields.items()}
        place = self.commune.chosen_value()
        return Entered(
            full_name=words["full_name"],
            birth_date=words["birth_date"],
            sex=self.sex.value(),
            citizen="" if self._has_card else words["citizen"],
            phones=words["phones"],
            street=words["street"],
            commune_text=words["commune"],
            commune=place if isinstance(place, Place) else None,
            alert_note=words["alert_note"],
            kind=self.kind.value(),
            tax_code=words["tax_code"],
            parent=words["parent"],
            prospect=bool(self.prospect.values()),
        )

    def show_entered(self, entered: Entered) -> None:
        """Fill the fields; what stands there already is not touched."""
        self._show_citizen(entered)
        for name in _PLAIN:
            self._fill(name, getattr(entered, name))
        self.show_kind(entered.kind)
        self.prospect.set_values(("prospect",) if entered.prospect else ())
        self.sex.set_value(entered.sex)
        if entered.commune is not None and self.commune.chosen_value() != entered.commune:
            self.commune.set_chosen(place_option(entered.commune))
        elif entered.commune is None and self.commune.value() != entered.commune_text:
            self.commune.set_chosen(None)
            self.commune.set_value(entered.commune_text)

    def show_kind(self, kind: str) -> None:
        """Only what is asked of a person, or of an organisation, is there to be filled in."""
        self.kind.set_value(kind)
        is_person = kind == PERSON
        name = "ui.form.full_name" if is_person else "ui.registration.organisation"
        relabel(self.fields["full_name"], text(name))
        self._personal.setVisible(is_person)
        self.fields["citizen"].setVisible(is_person)
        self.fields["tax_code"].setVisible(not is_person)
        self.fields["parent"].setVisible(kind == Form.BRANCH)
        beside = is_person or kind == Form.BRANCH
        self._grid.addWidget(self.fields["phones"], 2, int(beside), Qt.AlignmentFlag.AlignTop)

    def next_kind(self) -> None:
        """The key of the choice: the next kind, and on with the name."""
        kinds = [PERSON, *Form]
        at = (kinds.index(self.kind.value()) + 1) % len(kinds)
        self.show_kind(kinds[at])
        self.changed.emit("kind")
        self.go_to("full_name")

    def set_narrow(self, *, narrow: bool) -> None:
        """Birth date above sex where they have no room side by side."""
        direction = QBoxLayout.Direction
        self._born.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)

    def show_options(self, options: tuple[Option, ...]) -> None:
        """Communes that the words may mean."""
        self.commune.show_options(options)

    def show_problem(self, name: str, sentence: str) -> None:
        """The sentence beside a field."""
        if name == "sex":
            self._sex_problem.setText(sentence)
            self._sex_problem.setVisible(bool(sentence))
            self.sex.setAccessibleDescription(sentence)
        else:
            self.fields[name].set_problem(sentence)

    def go_to(self, name: str) -> None:
        """Put the focus into a field, its text marked to be overwritten."""
        if name == "sex":
            self.sex.setFocus()
            return
        self.fields[name].setFocus()
        self.fields[name].edit.selectAll()

    def _fill(self, name: str, words: str) -> None:
        if self.fields[name].value() != words:
            self.fields[name].set_value(words)

    def _show_citizen(self, entered: Entered) -> None:
        citizen = self.fields["citizen"]
        had_card, self._has_card = self._has_card, entered.card is not None
        if entered.card is not None:
            citizen.set_value(mask_citizen(entered.card.number))
            citizen.set_note(text("ui.registration.from_card"), Tone.GOOD)
        elif had_card or citizen.value() != entered.citizen:
            citizen.set_value(entered.citizen)
            citizen.set_note("")
        citizen.set_read_only(read_only=self._has_card)

    def _arrange(self) -> None:
        sex = QVBoxLayout()
        sex.setSpacing(px(4))
        label = Text(text("ui.form.sex"), "label")
        label.setMinimumHeight(px(21))
        sex.addWidget(label)
        sex.addWidget(self.sex)
        sex.addWidget(self._sex_problem)
        sex.addStretch(1)
        self._grid = grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(14))
        grid.setVerticalSpacing(px(12))
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(self.kind, 0, 0, 1, 2)
        self._personal = QWidget()
        self._personal.setLayout(self._born)
        self._born.setContentsMargins(0, 0, 0, 0)
        self._born.setSpacing(px(14))
        self._born.addWidget(self.fields["birth_date"], 2, top)
        self._born.addLayout(sex, 3)
        grid.addWidget(self._personal, 1, 1)
        for name, row, column in _PLACES:
            grid.addWidget(self.fields[name], row, column, top)
        grid.addWidget(self.fields["alert_note"], 5, 0, 1, 2)
        grid.addWidget(self.prospect, 6, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)

    def _connect(self) -> None:
        for name, field in self.fields.items():
            field.edited.connect(lambda _text, which=name: self.changed.emit(which))
            field.left.connect(lambda which=name: self.left.emit(which))
        self.sex.changed.connect(lambda _value: self.changed.emit("sex"))
        self.kind.changed.connect(self.show_kind)
        self.kind.changed.connect(lambda _value: self.changed.emit("kind"))
        self.kind.entered.connect(lambda: self.go_to("full_name"))
        self.prospect.changed.connect(lambda _values: self.changed.emit("prospect"))
        self.prospect.entered.connect(self.finished)
        self.commune.edited.connect(self.place_sought)
        self.commune.chosen.connect(lambda _place: self.changed.emit("commune"))
        order = self.fields
        enter_walks(
            [
                order["full_name"],
                order["birth_date"],
                self.sex,
                order["citizen"],
                order["tax_code"],
                order["parent"],
                order["phones"],
                order["street"],
                self.commune,
                order["alert_note"],
            ],
            self.finished.emit,
        )
        QWidget.setTabOrder(order["alert_note"], self.prospect)
