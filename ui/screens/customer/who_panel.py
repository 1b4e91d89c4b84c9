"""Who the customer is, and the form that puts it right: layout only."""

from functools import cached_property

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain.customer_number import grouped
from app.messages import text
from app.queries.customers import CustomerPage
from ui.formats import day
from ui.screens.customer.edit_form import EditForm
from ui.screens.customer.editing import Edited
from ui.style.metrics import px
from ui.style.tokens import Tone
from ui.widgets.card import Card
from ui.widgets.key_button import KeyButton
from ui.widgets.labels import Text
from ui.widgets.lines import Line, Lines
from ui.widgets.notice import Notice
from ui.widgets.scroll import Scroll

_SEXES = {"male": "ui.registration.male", "female": "ui.registration.female"}
_SOURCES = {"card": "ui.customer.from_card", "typed": "ui.customer.from_word"}


class WhoPanel(Card):
    """Signals: ``shipment_asked``, ``edit_asked``, ``saved``, ``stopped``, and of the form
    ``changed``, ``left(field)``, ``place_sought(words)``.
    """

    shipment_asked = Signal()
    edit_asked = Signal()
    saved = Signal()
    stopped = Signal()
    changed = Signal()
    left = Signal(str)
    place_sought = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._name = Text("", "page-title", wrap=True)
        self._number = Text("", "figure")
        self._number.set_tone(Tone.INFO)
        self._number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._since = Text("", "secondary")
        self._lines = Lines(amounts=False, label_width=92)
        self._trouble = Notice("", Tone.BAD)
        self.shipment = KeyButton(text("ui.customer.new_shipment"), "F3", primary=True)
        self.shipment.clicked.connect(self.shipment_asked)
        self.edit = KeyButton(text("ui.customer.edit"), "Alt+S")
        self.edit.setMinimumHeight(self.shipment.sizeHint().height())
        self.edit.clicked.connect(self.edit_asked)
        self.save = KeyButton(text("ui.customer.save"), "F12", primary=True)
        self.save.clicked.connect(self.saved)
        self.stop = KeyButton(text("ui.customer.stop"), "Esc")
        self.stop.setMinimumHeight(self.save.sizeHint().height())
        self.stop.clicked.connect(self.stopped)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._data())
        self.body.addWidget(self._pages, 1)

    @cached_property
    def form(self) -> EditForm:
        """Built when it is first asked for: it is half of the page, and most only look at that."""
        form = EditForm()
        form.finished.connect(self.saved)
        form.changed.connect(self.changed)
        form.left.connect(self.left)
        form.place_sought.connect(self.place_sought)
        self._pages.addWidget(self._editing(form))
        return form

    def show_page(self, page: CustomerPage) -> None:
        """The data as recorded."""
        self.setAccessibleName(page.full_name)
        self._name.setText(page.full_name)
        self._number.setText(grouped(page.number))
        self._since.setText(
            text("ui.customer.since", day=day(page.since), count=page.shipments)
            if page.shipments
            else text("ui.customer.since_new", day=day(page.since))
        )
        self._lines.set_lines(_lines(page))

    def show_form(self, edited: Edited | None) -> None:
        """The form in the place of the data; None brings the data back."""
        self._trouble.say("", Tone.BAD)
        if edited is not None:
            self.form.show_edited(edited)
        self._pages.setCurrentIndex(0 if edited is None else 1)

    def show_trouble(self, sentence: str) -> None:
        """The sentence for the whole form."""
        self._trouble.say(sentence, Tone.BAD)

    def _data(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        column.addWidget(Scroll(self._facts()), 1)
        column.addStretch()
        buttons = QHBoxLayout()
        buttons.setSpacing(px(10))
        buttons.addWidget(self.edit)
        buttons.addWidget(self.shipment, 1)
        column.addLayout(buttons)
        return page

    def _facts(self) -> QWidget:
        facts = QWidget()
        column = QVBoxLayout(facts)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        column.addWidget(self._name)
        column.addWidget(self._number)
        column.addWidget(self._since)
        column.addSpacing(px(14))
        column.addWidget(self._lines)
        return facts

    def _editing(self, form: EditForm) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        column.addWidget(Text(text("ui.customer.editing"), "title"))
        column.addWidget(Scroll(form), 1)
        column.addStretch()
        column.addWidget(self._trouble)
        buttons = QHBoxLayout()
        buttons.setSpacing(px(10))
        buttons.addWidget(self.stop)
        buttons.addWidget(self.save, 1)
        column.addLayout(buttons)
        return page


def _lines(page: CustomerPage) -> list[Line]:
    """What is known, masked; what is not is said, not left blank."""
    none = text("ui.customer.none")
    citizen = page.citizen_masked
    if citizen and page.citizen_source in _SOURCES:
        citizen = f"{citizen} · {text(_SOURCES[page.citizen_source])}"
    born = page.birth_date.strftime("%d/%m/%Y") if page.birth_date else ""
    sex = text(_SEXES[page.sex]) if page.sex in _SEXES else ""
    return [
        Line(text("ui.form.phones"), ", ".join(page.phones_masked) or none),
        Line(text("ui.customer.citizen"), citizen or none),
        Line(text("ui.customer.born"), " · ".join(part for part in (born, sex) if part) or none),
        Line(text("ui.customer.address"), page.address or none),
    ]
