"""The fields of a customer's record while it is put right: layout only."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.places import Place
from app.messages import text
from ui.screens.customer.editing import Edited
from ui.style.metrics import px
from ui.widgets.field import Field
from ui.widgets.form import enter_walks
from ui.widgets.options import Option
from ui.widgets.place_options import place_option
from ui.widgets.search_field import SearchField


class EditForm(QWidget):
    """Signals: ``changed``, ``left(field)``, ``place_sought(words)``, ``finished``."""

    changed = Signal()
    left = Signal(str)
    place_sought = Signal(str)
    finished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.commune = SearchField(
            text("ui.form.commune"), placeholder=text("ui.form.commune_example")
        )
        self.fields: dict[str, Field] = {
            "full_name": Field(text("ui.form.full_name")),
            "phones": Field(text("ui.form.phones"), placeholder=text("ui.form.phones_example")),
            "street": Field(text("ui.form.street")),
            "commune": self.commune,
            "alert_note": Field(
                text("ui.form.alert_note"), placeholder=text("ui.form.alert_example")
            ),
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        for name, field in self.fields.items():
            column.addWidget(field)
            field.edited.connect(lambda _text: self.changed.emit())
            field.left.connect(lambda which=name: self.left.emit(which))
        column.addStretch(1)
        self.commune.edited.connect(self.place_sought)
        self.commune.chosen.connect(lambda _code: self.changed.emit())
        enter_walks(tuple(self.fields.values()), self.finished.emit)

    def edited(self) -> Edited:
        """The fields as they stand."""
        words = {name: field.value() for name, field in self.fields.items()}
        return Edited(
            full_name=words["full_name"],
            phones=words["phones"],
            street=words["street"],
            commune_text=words["commune"],
            commune=_code(self.commune.chosen_value()),
            alert_note=words["alert_note"],
        )

    def show_edited(self, edited: Edited) -> None:
        """Fill the fields."""
        self.fields["full_name"].set_value(edited.full_name)
        self.fields["phones"].set_value(edited.phones)
        self.fields["street"].set_value(edited.street)
        self.fields["alert_note"].set_value(edited.alert_note)
        taken = Option(edited.commune, edited.commune_text) if edited.commune else None
        self.commune.set_chosen(taken)

    def show_places(self, places: tuple[Place, ...]) -> None:
        """Communes that the words may mean."""
        self.commune.show_options([place_option(place) for place in places])


def _code(taken: object | None) -> str:
    """The recorded commune is kept by its code; a new one comes as a place."""
    if isinstance(taken, Place):
        return taken.code
    return taken if isinstance(taken, str) else ""
