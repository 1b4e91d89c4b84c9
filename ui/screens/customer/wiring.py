"""Which signal of the customer's page reaches whom."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from ui.screens.customer.action_presenter import ActionPresenter
from ui.screens.customer.aside_presenter import AsidePresenter
from ui.screens.customer.presenter import CustomerPresenter
from ui.screens.customer.section_panel import SectionPanel
from ui.screens.customer.section_presenter import SectionPresenter
from ui.screens.customer.sections import Section
from ui.screens.customer.view import CustomerView


def connect_record(
    view: CustomerView,
    presenter: CustomerPresenter,
    aside: AsidePresenter,
    stop_editing: Callable[[], None],
) -> None:
    """The record at the left, and the notice of a card above it."""
    who = view.who
    who.shipment_asked.connect(presenter.new_shipment)
    who.edit_asked.connect(presenter.edit)
    who.reveal_asked.connect(aside.reveal)
    who.saved.connect(presenter.save)
    who.stopped.connect(stop_editing)
    who.changed.connect(lambda: presenter.changed(who.form.edited()))
    who.left.connect(presenter.left)
    who.place_sought.connect(presenter.places.seek)
    view.take_card.clicked.connect(aside.take_card)


def connect_sections(
    panel: SectionPanel,
    sections: SectionPresenter,
    forms: ActionPresenter,
    submit: Callable[[], None],
) -> None:
    """The sections at the right, and the form that takes their place."""
    panel.chosen.connect(lambda section: sections.choose(Section(section)))
    panel.opened.connect(sections.open_row)
    panel.removed.connect(sections.remove_row)
    panel.begun.connect(sections.begin)
    panel.forms.submitted.connect(submit)
    panel.forms.stopped.connect(forms.stop)
    panel.forms.left.connect(forms.left)
    panel.forms.place_sought.connect(forms.places.seek)


def shortcut(page: QWidget, key: str, press: Callable[[], None]) -> QShortcut:
    """A key that means something wherever the focus is on ``page``."""
    made = QShortcut(QKeySequence(key), page)
    made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    made.activated.connect(press)
    return made
