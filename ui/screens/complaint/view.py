"""The complaint form: what it is about at the left, who says what at the right. Layout only."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from app.domain.reference.complaints import ComplaintType
from app.messages import text
from app.queries.complaint_subjects import ClockPreview, Contact
from ui.screens.complaint.about_panel import AboutPanel
from ui.screens.complaint.entered import About, Chosen, Entered
from ui.screens.complaint.who_panel import WhoPanel
from ui.style.metrics import px
from ui.widgets.abandon_notice import AbandonNotice
from ui.widgets.columns import Columns
from ui.widgets.field import Field
from ui.widgets.form import enter_walks
from ui.widgets.page import Page

_ROOMY = 1100
_BESIDE = 860
_LEAST = (600, 470)
_WALK = ("role", "name", "phone", "authority", "address", "delivered_on", "facts", "remedy")
_FIRST = ("name", "facts")
"""Where Enter leads from the role: past what the item has filled."""


class ComplaintView(Page):
    """``changed``: the clerk typed or chose."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__(_LEAST)
        self.about = AboutPanel()
        self.who = WhoPanel()
        self.abandon = AbandonNotice(
            text("ui.complaint.abandon"), text("ui.complaint.abandon_word"), self
        )
        self.columns = columns = Columns(_BESIDE)
        columns.addWidget(self.about)
        columns.addWidget(self.who, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(px(16), px(12), px(16), px(12))
        page.setSpacing(px(12))
        page.addWidget(self.abandon)
        page.addLayout(columns, 1)
        self.about.types.chosen.connect(lambda _code: self.changed.emit())
        self.about.types.entered.connect(self.who.role.setFocus)
        self.who.changed.connect(self.changed)
        self.who.role.changed.connect(lambda _role: self.changed.emit())
        self._walk()
        self.fit(_ROOMY)

    def entered(self) -> Entered:
        """The fields as they stand."""
        words = {name: field.value() for name, field in self.who.fields.items()}
        return Entered(
            code=self.about.code.value(),
            complaint_type=self.about.types.value(),
            role=self.who.role.value(),
            **words,
        )

    def show_types(self, types: tuple[ComplaintType, ...]) -> None:
        self.about.types.show_types(types)

    def show_about(self, about: About) -> None:
        """The focus goes on to the kind of complaint once something was found."""
        self.about.show_about(about)
        if about.code or about.subject.customer:
            self.about.types.setFocus()

    def show_contact(self, contact: Contact) -> None:
        self.who.show_contact(contact)
        self.changed.emit()

    def show_clock(self, preview: ClockPreview | None) -> None:
        self.who.show_clock(preview)

    def show_files(self, files: tuple[Chosen, ...]) -> None:
        self.who.show_files(files)

    def show_problem(self, name: str, sentence: str) -> None:
        if name == "item":
            self.about.code.set_problem(sentence)
        else:
            self.who.show_problem(name, sentence)

    def show_trouble(self, sentence: str) -> None:
        self.who.show_problem("", sentence)

    def set_busy(self, *, busy: bool) -> None:
        self.who.record.setEnabled(not busy)

    def go_to(self, name: str) -> None:
        """Put the focus into a field."""
        if name == "item":
            self.about.code.setFocus()
        elif name == "complaint_type":
            self.about.types.setFocus()
        elif name in self.who.fields:
            self.who.fields[name].setFocus()

    def fit(self, room: int) -> None:
        """The item keeps its room as long as the form has enough."""
        self.columns.hold(self.about, 430 if room >= _ROOMY else 340)
        self.who.fit(roomy=room >= _ROOMY)

    def _walk(self) -> None:
        """Enter on the role leads to the first field that the item has not filled."""
        role, fields = self.who.role, self.who.fields
        enter_walks(
            tuple(fields[name] for name in _WALK if name != "role"), self.who.record.setFocus
        )
        role.entered.connect(self._from_role)
        self.setTabOrder(self.about.types, role)
        self.setTabOrder(role, fields["name"])

    def _from_role(self) -> None:
        empty = [name for name in _WALK[1:] if not self.who.fields[name].value()]
        shown = [name for name in empty if self.who.fields[name].isVisible()]
        wanted = [
            name for name in shown if name not in ("delivered_on", "remedy", "phone", "address")
        ]
        first = self.who.fields[wanted[0] if wanted else "facts"]
        first.setFocus()
        if isinstance(first, Field):
            first.edit.selectAll()
