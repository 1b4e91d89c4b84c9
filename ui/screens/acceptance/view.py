"""Acceptance in three columns: the sender, one item, the basket. Layout only."""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.messages import text
from ui.screens.acceptance.basket_panel import BasketPanel
from ui.screens.acceptance.customer_card import CustomerCard
from ui.screens.acceptance.item_page import ItemPage
from ui.style.metrics import px
from ui.widgets.abandon_notice import AbandonNotice
from ui.widgets.columns import Columns
from ui.widgets.page import Page
from ui.widgets.undo_key import undo_reaches

_ROOMY = 1180
_BESIDE = 860
_LEAST = (600, 450)


class AcceptanceView(Page):
    """The columns have the signals; ``undo`` is Ctrl+Z where no field has typing to undo.

    From the universal box too: ``give_up`` is Alt+B, which asks once before it throws anything
    away; ``from_file`` is Ctrl+O.
    """

    def __init__(self) -> None:
        super().__init__(_LEAST)
        self.customer = CustomerCard()
        self.item = ItemPage()
        self.basket = BasketPanel()
        self.abandon = AbandonNotice(
            text("ui.acceptance.give_up"), text("ui.acceptance.abandon"), self
        )
        self.give_up = QShortcut(QKeySequence("Alt+B"), self)
        self.give_up.setContext(Qt.ShortcutContext.WindowShortcut)
        self.from_file = QShortcut(QKeySequence.StandardKey.Open, self)
        self.from_file.setContext(Qt.ShortcutContext.WindowShortcut)
        self.undo = QShortcut(QKeySequence.StandardKey.Undo, self)
        self.undo.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.columns = columns = Columns(_BESIDE)
        columns.addWidget(self.customer)
        columns.addWidget(self.item, 1)
        columns.addWidget(self.basket)
        page = QVBoxLayout(self)
        page.setContentsMargins(px(16), px(12), px(16), px(12))
        page.setSpacing(px(10))
        page.addWidget(self.abandon)
        page.addWidget(self.customer.line)
        page.addLayout(columns, 1)
        undo_reaches(self)
        self.fit(_ROOMY)
        QWidget.setTabOrder(self.item.form.extras.chips, self.item.form.checks.button)
        QWidget.setTabOrder(self.item.form.checks.button, self.item.add)
        QWidget.setTabOrder(self.item.add, self.basket.list)
        QWidget.setTabOrder(self.basket.list, self.basket.pay.way)
        pay = self.basket.pay
        for before, after in pairwise(
            (pay.way, pay.transfer.edit, pay.on_account.edit, pay.money.edit)
        ):
            QWidget.setTabOrder(before, after)
        QWidget.setTabOrder(self.basket.money.edit, self.basket.button)

    def needs(self) -> int:
        """Money and what is asked about it are never squeezed."""
        if self.columns.is_stacked:
            return super().needs()
        line = self.customer.line
        above = line.sizeHint().height() + px(10) if not line.isHidden() else 0
        return self.basket.least_height() + above + px(24)

    def ask_to_give_up(self) -> None:
        """Before anything is thrown away; the same key then says yes."""
        self.give_up.setEnabled(False)
        self.abandon.ask()

    def keep_on(self) -> None:
        """The clerk went on working."""
        self.abandon.withdraw()
        self.give_up.setEnabled(True)

    def fit(self, room: int) -> None:
        """With large text on a small screen the sender becomes one line."""
        roomy = room >= _ROOMY
        self.customer.setVisible(roomy)
        self.customer.line.setVisible(not roomy)
        self.customer.setFixedWidth(px(296))
        self.columns.hold(self.basket, 372 if roomy else 340)
        self.item.form.set_short(short=not roomy)
