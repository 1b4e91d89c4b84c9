"""The fields of one item: layout only."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.drafts import ItemEntry
from app.domain.pricing import Quote
from app.domain.reference.catalogue import Catalogue, OfferedService
from app.messages import text
from ui.formats import grams
from ui.screens.acceptance.check_line import CheckLine
from ui.screens.acceptance.extras import Extras
from ui.screens.acceptance.receiver_block import ReceiverBlock
from ui.style.metrics import px
from ui.widgets.choice import Choice
from ui.widgets.field import Field
from ui.widgets.form import enter_walks
from ui.widgets.labels import Text
from ui.widgets.numbers import AmountField, NumberField
from ui.widgets.proposed_field import ProposedField


class ItemForm(QWidget):
    """Signals: ``changed(field)``, ``left(field)``, ``finished``; the blocks' own."""

    changed = Signal(str)
    left = Signal(str)
    finished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.service = Choice(text("ui.acceptance.service"))
        self.service_problem = Text("", "problem", wrap=True)
        self.service_problem.hide()
        self.receiver = ReceiverBlock()
        self.weight = NumberField(text("ui.acceptance.weight"), unit="g", strong=True)
        self.sides = Field(
            text("ui.acceptance.size"), placeholder=text("ui.acceptance.size_example"), unit="cm"
        )
        self.charged = NumberField(text("ui.acceptance.charged"), unit="g")
        self.charged.set_read_only(read_only=True)
        self.contents = ProposedField(text("ui.acceptance.contents"))
        none = text("ui.acceptance.no_amount")
        self.declared = AmountField(text("ui.acceptance.declared"), placeholder=none)
        self.cod = AmountField(text("ui.acceptance.cod"), placeholder=none)
        self.extras = Extras()
        self.checks = CheckLine()
        self.fields: dict[str, Field] = {
            **self.receiver.fields,
            "weight": self.weight,
            "size": self.sides,
            "contents": self.contents,
            "declared": self.declared,
            "cod": self.cod,
        }
        self._checked: tuple[str, ...] = ()
        self._label = ""
        self._services: tuple[OfferedService, ...] = ()
        self._short = False
        self._arrange()
        self._connect()

    def show_catalogue(self, catalogue: Catalogue) -> None:
        """What is offered today."""
        self._services = catalogue.services
        self._name_services()
        self.extras.show_catalogue(catalogue)
        self.checks.show_catalogue(catalogue)

    def set_short(self, *, short: bool) -> None:
        """Services by their short names."""
        if short != self._short:
            self._short = short
            self._name_services()

    def entered(self) -> ItemEntry:
        """The fields as they stand."""
        return ItemEntry(
            service=self.service.value(),
            name=self.receiver.name.value(),
            phone=self.receiver.phone.value(),
            street=self.receiver.street.value(),
            commune_text=self.receiver.commune.value(),
            commune=self.receiver.place(),
            weight_g=self.weight.number(),
            size=self.sides.value(),
            contents=self.contents.value(),
            declared_vnd=self.declared.number(),
            cod_vnd=self.cod.number(),
            value_added=self.extras.values(),
            checked=self._checked,
            label=self._label,
        )

    def show_entry(self, entry: ItemEntry) -> None:
        """Fill the fields; what stands there already is not touched."""
        self._checked, self._label = entry.checked, entry.label
        self.service.set_value(entry.service)
        self.receiver.show_entry(entry)
        for field, words in ((self.sides, entry.size), (self.contents, entry.contents)):
            if field.value() != words:
                field.set_value(words)
        for amount, number in (
            (self.weight, entry.weight_g),
            (self.declared, entry.declared_vnd),
            (self.cod, entry.cod_vnd),
        ):
            if amount.number() != number:
                amount.set_number(number)
        self.extras.show_entry(entry)
        self.declared.setEnabled(self.extras.takes("declared"))
        self.cod.setEnabled(self.extras.takes("cod"))
        self.checks.show_entry(entry)

    def show_weights(self, quote: Quote | None) -> None:
        """What the room taken up counts as, and what is charged."""
        self.charged.set_number(quote.charged_g if quote else None)
        by_volume = quote.volumetric_g if quote else 0
        words = text("ui.acceptance.by_volume", weight=grams(by_volume)) if by_volume else "cm"
        self.sides.set_unit(words)

    def show_problem(self, name: str, sentence: str) -> None:
        """The sentence beside a field."""
        if name in self.fields:
            self.fields[name].set_problem(sentence)
        elif name == "value_added":
            self.extras.set_problem(sentence)
        elif name == "checked":
            self.checks.set_problem(sentence)
        else:
            self.service_problem.setText(sentence)
            self.service_problem.setVisible(bool(sentence))

    def go_to(self, name: str) -> None:
        """Put the focus into a field, its text marked to be overwritten."""
        if name in self.fields:
            self.fields[name].setFocus()
            self.fields[name].edit.selectAll()
        elif name == "value_added":
            self.extras.chips.setFocus()
        elif name == "checked":
            self.checks.button.setFocus()
        else:
            self.service.setFocus()

    def _name_services(self) -> None:
        chosen = self.service.value()
        self.service.set_options(
            [
                (each.code, each.short_label if self._short else each.label)
                for each in self._services
            ]
        )
        self.service.set_value(chosen)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addWidget(self.service)
        column.addWidget(self.service_problem)
        column.addWidget(self.receiver)
        column.addLayout(_row((self.weight, 5), (self.sides, 9), (self.charged, 5)))
        column.addLayout(_row((self.contents, 4), (self.declared, 3), (self.cod, 3)))
        column.addWidget(self.extras)
        column.addWidget(self.checks)

    def _connect(self) -> None:
        self.service.changed.connect(lambda _value: self.changed.emit("service"))
        self.receiver.changed.connect(self.changed)
        self.receiver.left.connect(self.left)
        for name in ("weight", "size", "contents", "declared", "cod"):
            field = self.fields[name]
            field.edited.connect(lambda _text, which=name: self.changed.emit(which))
            field.left.connect(lambda which=name: self.left.emit(which))
        self.extras.chips.changed.connect(lambda _values: self.changed.emit("value_added"))
        enter_walks([self.service, *self.fields.values(), self.extras.chips], self.finished.emit)


def _row(*parts: tuple[Field, int]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(px(10))
    for field, share in parts:
        row.addWidget(field, share, Qt.AlignmentFlag.AlignTop)
    return row
