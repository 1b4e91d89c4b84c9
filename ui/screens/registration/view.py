"""Registration: the form at the left, whom it may concern already at the right. Layout only."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout

from app.domain.places import Place
from app.messages import text
from app.queries.customers import Resemblance
from ui.screens.registration.entered import Entered
from ui.screens.registration.form_panel import FormPanel
from ui.screens.registration.lookalike_panel import LookalikePanel
from ui.style.metrics import px
from ui.style.tokens import Tone
from ui.widgets.abandon_notice import AbandonNotice
from ui.widgets.card import Card
from ui.widgets.columns import Columns
from ui.widgets.key_button import KeyButton
from ui.widgets.labels import Text
from ui.widgets.notice import Notice
from ui.widgets.page import Page
from ui.widgets.place_options import place_option
from ui.widgets.scroll import Scroll

_ROOMY = 1100
_LEAST = (600, 430)
_BESIDE = 860


class RegistrationView(Page):
    """Signals: ``submitted``, ``card_dropped``; the form's and the panel's own."""

    submitted = Signal()
    card_dropped = Signal()

    def __init__(self) -> None:
        super().__init__(_LEAST)
        self.form = FormPanel()
        self.lookalikes = LookalikePanel()
        self.button = KeyButton(text("ui.registration.submit"), "F12", primary=True)
        self.button.clicked.connect(self.submitted)
        self.abandon = AbandonNotice(
            text("ui.registration.unsaved"), text("ui.registration.abandon"), self
        )
        self._trouble = Notice("", Tone.BAD)
        self._card = Notice("", Tone.INFO)
        drop = KeyButton(text("ui.registration.drop_card"))
        drop.clicked.connect(self.card_dropped)
        self._card.add_button(drop)
        self.form.finished.connect(self.submitted)
        self._key = QShortcut(QKeySequence("Alt+M"), self)
        self._key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._key.activated.connect(self.lookalikes.open_marked)
        self._kind_key = QShortcut(QKeySequence("Alt+O"), self)
        self._kind_key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._kind_key.activated.connect(self.form.next_kind)
        self.columns = parts = Columns(_BESIDE)
        parts.setContentsMargins(px(16), px(12), px(16), px(12))
        self.setLayout(parts)
        parts.addWidget(self._form_card(), 1)
        parts.addWidget(self.lookalikes)
        self.fit(_ROOMY)

    def show_entered(self, entered: Entered) -> None:
        """Fill the form; where it comes from stands above it."""
        self.form.show_entered(entered)
        self._card.say(text("ui.registration.card") if entered.card else "", Tone.INFO)

    def show_problem(self, name: str, sentence: str) -> None:
        """The sentence beside a field."""
        self.form.show_problem(name, sentence)

    def show_trouble(self, sentence: str) -> None:
        """The sentence for the whole form."""
        self._trouble.say(sentence, Tone.BAD)

    def trouble(self) -> str:
        """The sentence for the whole form, as shown."""
        return self._trouble.text()

    def show_places(self, places: tuple[Place, ...]) -> None:
        """Communes that the words may mean."""
        self.form.show_options(tuple(place_option(place) for place in places))

    def show_resemblances(self, found: tuple[Resemblance, ...]) -> None:
        """Whom it may concern already."""
        self.lookalikes.show_resemblances(found)
        self.refit()

    def ask_whether_same(self) -> None:
        """Registering waits for a word."""
        self.lookalikes.ask()

    def set_busy(self, *, busy: bool) -> None:
        """Being recorded."""
        self.button.setEnabled(not busy)

    def go_to(self, name: str) -> None:
        """Put the focus into a field."""
        self.form.go_to(name)

    def fit(self, room: int) -> None:
        """With large text on a small screen look-alikes have less room, at last below."""
        beside = room >= _BESIDE
        self.form.set_narrow(narrow=room < _ROOMY)
        self.columns.hold(self.lookalikes, 372 if room >= _ROOMY else 300)
        self.lookalikes.setVisible(beside or self.lookalikes.list.count() > 0)

    def _form_card(self) -> Card:
        card = Card()
        card.body.setSpacing(px(10))
        card.body.addWidget(Text(text("ui.registration.title"), "page-title"))
        card.head.addWidget(Text(text("ui.registration.kind_key"), "secondary"))
        card.body.addWidget(self._card)
        card.body.addSpacing(px(4))
        card.body.addWidget(Scroll(self.form), 1)
        card.body.addStretch()
        card.body.addWidget(self._trouble)
        card.body.addWidget(self.abandon)
        foot = QHBoxLayout()
        foot.setSpacing(px(12))
        foot.addWidget(Text(text("ui.registration.how"), "secondary", wrap=True), 1)
        self.button.setMinimumWidth(px(260))
        foot.addWidget(self.button)
        card.body.addLayout(foot)
        return card
