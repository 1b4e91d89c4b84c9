"""The fields of one row of a file, to be mended in place: layout only."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.domain.bulk import CheckedRow
from app.domain.drafts import ItemEntry
from app.domain.places import Place
from app.messages import text
from ui.style.metrics import px
from ui.widgets.field import Field
from ui.widgets.form import enter_walks
from ui.widgets.labels import Text
from ui.widgets.numbers import NumberField
from ui.widgets.place_options import place_option
from ui.widgets.search_field import SearchField


class MendPanel(QWidget):
    """``mended(row, entry)`` on Enter in the last field, or on the key of the panel."""

    mended = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self._row: CheckedRow | None = None
        self._title = Text("", "head")
        self.name = Field(text("bulk.field.name"))
        self.phone = Field(text("bulk.field.phone"))
        self.street = Field(text("bulk.field.street"))
        self.commune = SearchField(text("bulk.field.commune"))
        self.weight = NumberField(text("bulk.field.weight"), unit="g")
        self.contents = Field(text("bulk.field.contents"))
        self.fields: dict[str, Field] = {
            "name": self.name,
            "phone": self.phone,
            "street": self.street,
            "commune": self.commune,
            "weight": self.weight,
            "contents": self.contents,
        }
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(10))
        grid.setVerticalSpacing(px(6))
        for at, field in enumerate(self.fields.values()):
            grid.addWidget(field, at // 2, at % 2, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        column.addWidget(self._title)
        column.addLayout(grid)
        enter_walks(list(self.fields.values()), self.finish)

    def show_row(self, row: CheckedRow | None) -> None:
        """Its fields with what is wrong beside them; nothing for no row."""
        self._row = row
        self.setVisible(row is not None and not row.is_good)
        if row is None:
            return
        self._title.setText(text("ui.bulk.mend", line=row.line))
        entry = row.entry
        for name, words in (
            ("name", entry.name),
            ("phone", entry.phone),
            ("street", entry.street),
            ("contents", entry.contents),
        ):
            self.fields[name].set_value(words)
        self.weight.set_number(entry.weight_g)
        if entry.commune is not None:
            self.commune.set_chosen(place_option(entry.commune))
        else:
            self.commune.set_chosen(None)
            self.commune.set_value(entry.commune_text)
        wrong = {problem.field: problem.sentence for problem in reversed(row.problems)}
        for name, field in self.fields.items():
            field.set_problem(wrong.get(name, ""))

    def go_to_fault(self) -> None:
        """To the first field that is wrong."""
        faulty = (field for field in self.fields.values() if field.problem())
        field = next(faulty, self.name)
        field.setFocus()
        field.edit.selectAll()

    def finish(self) -> None:
        """The row as it stands now."""
        if self._row is not None:
            self.mended.emit(self._row, self._entered(self._row.entry))

    def _entered(self, entry: ItemEntry) -> ItemEntry:
        place = self.commune.chosen_value()
        return replace(
            entry,
            name=self.name.value(),
            phone=self.phone.value(),
            street=self.street.value(),
            commune=place if isinstance(place, Place) else None,
            commune_text="" if isinstance(place, Place) else self.commune.value(),
            weight_g=self.weight.number(),
            contents=self.contents.value(),
        )
