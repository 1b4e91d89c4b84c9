"""Who the customer is, and the form that puts it right: layout only."""

from functools import cached_property

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain.customer_number import grouped
from app.domain.relations import Standing
from app.messages import text
from app.queries.customers import CustomerPage
from app.services.access import RevealedData
from ui.formats import day
from ui.screens.customer.actions import phones_in_full
from ui.screens.customer.edit_form import EditForm
from ui.screens.customer.editing import Edited
from ui.style.metrics import px
from ui.style.theme import part
from ui.style.tokens import Tone
from ui.widgets.card import Card
from ui.widgets.key_button import KeyButton
from ui.widgets.labels import Text
from ui.widgets.lines import Line, Lines
from ui.widgets.notice import Notice
from ui.widgets.scroll import Scroll

_SEXES = {"male": "ui.registration.male", "female": "ui.registration.female"}
_LONG_NAME = 48
"""Letters beyond which a name is set smaller: organisations' names fill half a page."""

SHOWN_MS = 20_000
"""How long whole numbers stand on the screen."""

_SOURCES = {"card": "ui.customer.from_card", "typed": "ui.customer.from_word"}


class WhoPanel(Card):
    """Signals: ``shipment_asked``, ``edit_asked``, ``reveal_asked``, ``saved``, ``stopped``, and of
    the form ``changed``, ``left(field)``, ``place_sought(words)``.

    What is shown in full hides itself after ``SHOWN_MS``, and when another page is shown.
    """

    shipment_asked = Signal()
    edit_asked = Signal()
    reveal_asked = Signal()
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
        self._page: CustomerPage | None = None
        self._standing = Text("", "strong", wrap=True)
        self._standing.set_tone(Tone.WARN)
        self._in_full = Text("", "label")
        self._hiding = QTimer(self)
        self._hiding.setSingleShot(True)
        self._hiding.setInterval(SHOWN_MS)
        self._hiding.timeout.connect(self.hide_again)
        self.reveal = KeyButton(text("ui.people.reveal"), "Alt+X")
        self.reveal.clicked.connect(self.reveal_asked)
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
        part(self._name, "title" if len(page.full_name) > _LONG_NAME else "page-title")
        self._name.setText(page.full_name)
        self._number.setText(grouped(page.number))
        self._since.setText(
            text("ui.customer.since", day=day(page.since), count=page.shipments)
            if page.shipments
            else text("ui.customer.since_new", day=day(page.since))
        )
        self._page = page
        standing = page.standing if page.standing != Standing.ACTIVE else ""
        self._standing.setText(text(f"standing.{standing}") if standing else "")
        self._standing.setVisible(bool(standing))
        self.hide_again()

    def show_revealed(self, data: RevealedData) -> None:
        """In full until the time is over."""
        if self._page is not None and data.number == self._page.number:
            self._lines.set_lines(_lines(self._page, data))
            self._in_full.setText(text("ui.people.hides", seconds=SHOWN_MS // 1_000))
            self._in_full.show()
            self._hiding.start()

    def hide_again(self) -> None:
        """Back to what everybody may see."""
        self._hiding.stop()
        self._in_full.hide()
        if self._page is not None:
            self._lines.set_lines(_lines(self._page))

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
        column.addWidget(self.reveal)
        column.addSpacing(px(4))
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
        column.addWidget(self._standing)
        column.addSpacing(px(14))
        column.addWidget(self._lines)
        column.addWidget(self._in_full)
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


def _lines(page: CustomerPage, shown: RevealedData | None = None) -> list[Line]:
    """What is known, masked unless it was just revealed; what is not known is said."""
    none = text("ui.customer.none")
    phones = phones_in_full(shown.phones) if shown else ", ".join(page.phones_masked)
    lines = [Line(text("ui.form.phones"), phones or none)]
    if page.organisation is None:
        lines += _of_a_person(page, shown.citizen if shown else page.citizen_masked)
    else:
        found = page.organisation
        lines.append(Line(text("ui.people.form"), text(f"form.{found.form}")))
        lines.append(Line(text("ui.people.tax_code"), found.tax_code or none))
        if found.parent is not None:
            lines.append(Line(text("ui.people.whole"), found.parent.full_name))
    lines.append(Line(text("ui.customer.address"), page.address or none))
    old = next((each for each in page.addresses if each.use == "old"), None)
    if old is not None:
        lines.append(Line(text("ui.people.old_address"), old.as_written))
    if page.merged:
        lines.append(Line(text("ui.people.merged"), ", ".join(map(grouped, page.merged))))
    return lines


def _of_a_person(page: CustomerPage, citizen: str) -> list[Line]:
    none = text("ui.customer.none")
    if citizen and page.citizen_source in _SOURCES:
        citizen = f"{citizen} · {text(_SOURCES[page.citizen_source])}"
    born = page.birth_date.strftime("%d/%m/%Y") if page.birth_date else ""
    sex = text(_SEXES[page.sex]) if page.sex in _SEXES else ""
    return [
        Line(text("ui.customer.citizen"), citizen or none),
        Line(text("ui.customer.born"), " · ".join(part for part in (born, sex) if part) or none),
    ]
