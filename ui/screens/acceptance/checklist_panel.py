"""The points to be looked at before an item is taken, on the form's own place: layout only."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractSlider, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.reference.catalogue import Checklist, Notice
from app.messages import text
from ui.style.metrics import px
from ui.style.tokens import Tone
from ui.widgets.key_button import KeyButton
from ui.widgets.labels import Rule, Text
from ui.widgets.row_list import RowList
from ui.widgets.rows import RowItem
from ui.widgets.scroll import Scroll

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS = {
    Qt.Key.Key_Down: QAbstractSlider.SliderAction.SliderSingleStepAdd,
    Qt.Key.Key_Up: QAbstractSlider.SliderAction.SliderSingleStepSub,
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
}


class ChecklistPanel(QWidget):
    """Signals: ``confirmed`` by Enter or the button, ``closed`` by Esc."""

    confirmed = Signal()
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(text("ui.acceptance.points"))
        self._title = Text("", "title", wrap=True)
        self.points = RowList(text("ui.acceptance.points"), lead=28, passive=True)
        lists = QWidget()
        self._lists = QVBoxLayout(lists)
        self._lists.setContentsMargins(0, 0, 0, 0)
        self._lists.setSpacing(px(6))
        self.confirm = KeyButton(text("ui.acceptance.confirm_checks"), "Enter", primary=True)
        self.confirm.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.confirm.clicked.connect(self.confirmed)
        back = KeyButton(text("ui.acceptance.close_checks"), "Esc")
        back.setMinimumHeight(self.confirm.sizeHint().height())
        back.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        back.clicked.connect(self.closed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addWidget(self._title)
        column.addWidget(self.points)
        self._scroll = Scroll(lists)
        column.addWidget(self._scroll, 1)
        column.addStretch()
        foot = QHBoxLayout()
        foot.setSpacing(px(10))
        foot.addWidget(back)
        foot.addWidget(self.confirm, 1)
        column.addLayout(foot)

    def show_checklist(self, checklist: Checklist, service: str) -> None:
        """The points of the service, then what may not be sent and what only on a condition."""
        self._title.setText(text("ui.acceptance.checks_title", version=checklist.version))
        self.setAccessibleName(self._title.text())
        points = checklist.points_for(service)
        self.points.set_rows(
            [
                RowItem(title=point.label, detail=point.text, lead=str(number))
                for number, point in enumerate(points, 1)
            ]
        )
        self.points.setFixedHeight(self.points.sizeHint().height())
        while (item := self._lists.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._add(text("ui.acceptance.prohibited"), checklist.prohibited, Tone.BAD)
        self._add(text("ui.acceptance.conditional"), checklist.conditional, Tone.WARN)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter confirms, Esc goes back, arrows scroll; F7 confirms too, by the screen's keys."""
        if event.key() in _ENTER:
            self.confirmed.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in _STEPS:
            self._scroll.verticalScrollBar().triggerAction(_STEPS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Enter confirms from now on: the button shows it."""
        super().focusInEvent(event)
        self.confirm.set_ringed(ringed=True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keys go elsewhere."""
        super().focusOutEvent(event)
        self.confirm.set_ringed(ringed=False)

    def _add(self, title: str, notices: tuple[Notice, ...], tone: Tone) -> None:
        if not notices:
            return
        head = Text(title, "head")
        head.set_tone(tone)
        self._lists.addWidget(Rule())
        self._lists.addWidget(head)
        for notice in notices:
            words = Text(f"{notice.label}: {notice.text}", "secondary", wrap=True)
            self._lists.addWidget(words)
