"""The middle of the acceptance screen: one item, or the points to be looked at. Layout only."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain import item_code
from app.domain.drafts import ItemEntry
from app.domain.places import Place
from app.domain.pricing import Quote
from app.domain.reference.catalogue import Catalogue
from app.messages import text
from app.queries.standing import LeaseLevel
from ui.formats import grouped
from ui.screens.acceptance.checklist_panel import ChecklistPanel
from ui.screens.acceptance.item_form import ItemForm
from ui.screens.acceptance.receivers import KnownReceiver
from ui.style.metrics import px
from ui.style.tokens import Tone
from ui.widgets.card import Card
from ui.widgets.key_button import KeyButton
from ui.widgets.labels import Text
from ui.widgets.notice import Notice
from ui.widgets.scroll import Scroll


class ItemPage(Card):
    """``added``: the item is to go into the basket. The form has the other signals."""

    added = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.form = ItemForm()
        self.form.finished.connect(self.added)
        self.propose_contents = self.form.contents.propose
        self.checklist = ChecklistPanel()
        self.add = KeyButton(text("ui.acceptance.add"), "Enter")
        self.add.clicked.connect(self.added)
        self._trouble = Notice("", Tone.BAD)
        self._next = Text("", "secondary", wrap=True)
        self._catalogue: Catalogue | None = None
        self._before: QWidget | None = None
        self._pages = QStackedWidget()
        self._pages.addWidget(self._item())
        self._pages.addWidget(self.checklist)
        self.body.addWidget(self._pages, 1)

    def show_catalogue(self, catalogue: Catalogue) -> None:
        """What is offered today."""
        self._catalogue = catalogue
        self.form.show_catalogue(catalogue)

    def show_entry(self, entry: ItemEntry) -> None:
        """Fill the form."""
        self.form.show_entry(entry)

    def show_problem(self, name: str, sentence: str) -> None:
        """The sentence beside a field."""
        self.form.show_problem(name, sentence)

    def show_trouble(self, sentence: str) -> None:
        """The sentence for the whole item."""
        self._trouble.say(sentence, Tone.BAD)

    def trouble(self) -> str:
        """The sentence for the whole item, as shown."""
        return self._trouble.text()

    def show_places(self, places: tuple[Place, ...]) -> None:
        """Communes that the words may mean."""
        self.form.receiver.show_places(places)

    def show_receivers(self, known: tuple[KnownReceiver, ...]) -> None:
        """People that the name may mean."""
        self.form.receiver.show_receivers(known)

    def show_weights(self, quote: Quote | None) -> None:
        """What is charged."""
        self.form.show_weights(quote)

    def show_next_code(self, lease: LeaseLevel | None, label: str = "") -> None:
        """The number that the item will get, and how many are left; or that of its ``label``."""
        if label:
            self._next.setText(text("ui.acceptance.label", label=item_code.grouped(label)))
            self._next.set_tone(Tone.GOOD)
            return
        if lease is None:
            self._next.setText("")
            return
        words = text(
            "ui.acceptance.next_code",
            code=item_code.grouped(lease.next_code),
            left=grouped(lease.left),
        )
        self._next.setText(words)
        self._next.set_tone(Tone.WARN if lease.low else Tone.PLAIN)

    def next_code(self) -> str:
        """The next number, as shown."""
        return self._next.text()

    def show_checklist(self, *, opened: bool) -> None:
        """The points in the place of the form, or the form again, the focus where it was."""
        if opened == self.checks_are_open():
            return
        if opened and self._catalogue is not None:
            self._before = self.form.focusWidget()
            self.checklist.show_checklist(self._catalogue.checklist, self.form.service.value())
            self._pages.setCurrentWidget(self.checklist)
            self.checklist.setFocus()
        elif not opened:
            self._pages.setCurrentIndex(0)
            (self._before or self.add).setFocus()

    def checks_are_open(self) -> bool:
        """Whether the points are shown."""
        return self._pages.currentWidget() is self.checklist

    def go_to(self, name: str) -> None:
        """Put the focus into a field."""
        self.form.go_to(name)

    def _item(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addWidget(Scroll(self.form), 1)
        column.addStretch()
        column.addWidget(self._trouble)
        foot = QHBoxLayout()
        foot.setSpacing(px(10))
        foot.addWidget(self._next, 1)
        foot.addWidget(self.add)
        column.addLayout(foot)
        return page
