"""Where an item goes: layout only."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from app.domain.drafts import ItemEntry
from app.domain.places import Place
from app.messages import text
from ui.screens.acceptance.receivers import KnownReceiver
from ui.style.metrics import px
from ui.widgets.field import Field
from ui.widgets.hint_field import HintField
from ui.widgets.options import Option
from ui.widgets.place_options import place_option
from ui.widgets.search_field import SearchField


class ReceiverBlock(QWidget):
    """Name, phone, street, commune.

    Signals: ``changed(field)``, ``left(field)``; the fields' own for what is sought and chosen.
    """

    changed = Signal(str)
    left = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.name = HintField(
            text("ui.acceptance.receiver"),
            placeholder=text("ui.acceptance.receiver_example"),
            key="F4",
        )
        self.phone = Field(text("ui.acceptance.phone"))
        self.street = Field(text("ui.acceptance.street"))
        self.commune = SearchField(
            text("ui.form.commune"), placeholder=text("ui.form.commune_example")
        )
        self.name.spread_over(self)
        self.fields: dict[str, Field] = {
            "name": self.name,
            "phone": self.phone,
            "street": self.street,
            "commune": self.commune,
        }
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(10))
        grid.setVerticalSpacing(px(8))
        for at, (name, field) in enumerate(self.fields.items()):
            grid.addWidget(field, at // 2, at % 2, Qt.AlignmentFlag.AlignTop)
            field.edited.connect(lambda _text, which=name: self.changed.emit(which))
            field.left.connect(lambda which=name: self.left.emit(which))
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.commune.chosen.connect(lambda _place: self.changed.emit("commune"))

    def place(self) -> Place | None:
        """The commune taken from the proposals."""
        taken = self.commune.chosen_value()
        return taken if isinstance(taken, Place) else None

    def show_entry(self, entry: ItemEntry) -> None:
        """Fill the fields; what stands there already is not touched."""
        for name in ("name", "phone", "street"):
            if self.fields[name].value() != getattr(entry, name):
                self.fields[name].set_value(getattr(entry, name))
        if entry.commune is not None and self.place() != entry.commune:
            self.commune.set_chosen(place_option(entry.commune))
        elif entry.commune is None and self.commune.value() != entry.commune_text:
            self.commune.set_chosen(None)
            self.commune.set_value(entry.commune_text)

    def show_places(self, places: tuple[Place, ...]) -> None:
        """Communes that the words may mean."""
        self.commune.show_options([place_option(place) for place in places])

    def show_receivers(self, known: tuple[KnownReceiver, ...]) -> None:
        """People that the name may mean."""
        self.name.show_options(
            [
                Option(
                    one,
                    one.name,
                    detail=one.detail,
                    side=one.phone_masked,
                    note=text("ui.acceptance.times", count=one.times) if one.times else "",
                )
                for one in known
            ]
        )

    def has_focus(self) -> bool:
        """Whether the receiver is being entered."""
        return any(field.edit.hasFocus() for field in self.fields.values())
