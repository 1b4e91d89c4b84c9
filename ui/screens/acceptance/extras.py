"""The value-added services of an item: layout only."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.drafts import ItemEntry
from app.domain.reference.catalogue import Catalogue
from app.messages import text
from ui.style.metrics import px
from ui.widgets.chips import Chips
from ui.widgets.labels import Text


class Extras(QWidget):
    """Those that only follow from an amount are not among the chips: their field says it."""

    def __init__(self) -> None:
        super().__init__()
        self.chips = Chips(text("ui.acceptance.extras"))
        self._problem = Text("", "problem", wrap=True)
        self._problem.hide()
        self._catalogue: Catalogue | None = None
        self._service = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        column.addWidget(Text(text("ui.acceptance.extras"), "label"))
        column.addWidget(self.chips)
        column.addWidget(self._problem)

    def show_catalogue(self, catalogue: Catalogue) -> None:
        """What is offered today."""
        self._catalogue = catalogue
        self._service = ""

    def show_entry(self, entry: ItemEntry) -> None:
        """The chips of the entry's service, its own turned on."""
        if self._service != entry.service:
            self._service = entry.service
            self.chips.set_options(self._options())
        self.chips.set_values(entry.value_added)
        self._dim(entry)

    def values(self) -> tuple[str, ...]:
        """What is on."""
        return self.chips.values()

    def takes(self, code: str) -> bool:
        """Whether the service is offered with ``code``."""
        service = self._catalogue.service(self._service) if self._catalogue else None
        return service is not None and code in service.value_added

    def set_problem(self, sentence: str) -> None:
        """What is wrong with the choice."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        self.chips.setAccessibleDescription(sentence)

    def _options(self) -> list[tuple[str, str]]:
        offered = self._catalogue.value_added if self._catalogue else ()
        return [
            (each.code, each.label)
            for each in offered
            if each.basis == "flat" and self.takes(each.code)
        ]

    def _dim(self, entry: ItemEntry) -> None:
        """What excludes one another cannot be had together."""
        chosen = (*entry.value_added, *(["cod"] if entry.cod_vnd else []))
        for code, label in self._options():
            against = self._against(code, chosen)
            why = text("ui.acceptance.excluded", other=against, label=label) if against else ""
            self.chips.set_available(code, available=not against, why=why)

    def _against(self, code: str, chosen: tuple[str, ...]) -> str:
        """The label of the first choice that excludes ``code``, "" when none does."""
        offered = self._catalogue.value_added if self._catalogue else ()
        mine = frozenset(other for each in offered if each.code == code for other in each.excludes)
        for each in offered:
            if each.code in chosen and (each.code in mine or code in each.excludes):
                return each.label
        return ""
