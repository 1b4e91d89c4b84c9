"""The people who work here, chosen by arrow or by number."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from app.domain.identities import Clerk, Role
from app.messages import text
from ui.widgets.option_painter import Columns, OptionPainter
from ui.widgets.options import Option, OptionsModel

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ROLES = {Role.CLERK: "ui.sign_in.clerk", Role.SUPERVISOR: "ui.sign_in.supervisor"}


class ClerkList(QListView):
    """``picked(Clerk)`` by Enter, by a click or by the number before the name."""

    picked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(text("ui.sign_in.who"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._options = OptionsModel()
        self._painter = OptionPainter(Columns(lead=18, rounded=True))
        self.setModel(self._options)
        self.setModelColumn(1)
        self.setItemDelegate(self._painter)
        self.clicked.connect(self._clicked)

    def show_clerks(self, clerks: tuple[Clerk, ...], marked: int) -> None:
        """The first nine have a number."""
        self._options.set_options(
            [
                Option(
                    value=clerk,
                    title=clerk.name,
                    detail=text(_ROLES[clerk.role]),
                    lead=str(place) if place <= 9 else "",
                )
                for place, clerk in enumerate(clerks, start=1)
            ]
        )
        self.setCurrentIndex(self._options.index(marked, 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Numbers and Enter pick; the rest moves the mark."""
        row = int(event.text()) - 1 if event.text().isdecimal() else -1
        if event.key() in _ENTER:
            self._pick(self.currentIndex().row())
        elif self._options.option(row) is not None:
            self.setCurrentIndex(self._options.index(row, 1))
            self._pick(row)
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _clicked(self, index: QModelIndex) -> None:
        self._pick(index.row())

    def _pick(self, row: int) -> None:
        option = self._options.option(row)
        if option is not None:
            self.picked.emit(option.value)
