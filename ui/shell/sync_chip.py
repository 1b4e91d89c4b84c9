"""The chip in the top strip: what is recorded, what waits, what is confirmed."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.shell.standing_words import Words
from ui.style.metrics import SECONDARY, px
from ui.style.theme import pen_colour, tokens
from ui.widgets.marks import Mark, paint_mark
from ui.widgets.visible import reveal


class SyncChip(QWidget):
    """Never a pop-up, never a colour without need: only entries that wait too long colour it."""

    def __init__(self) -> None:
        super().__init__()
        self._words = Words("")
        self._online = False
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.hide()

    def say(self, words: Words, *, online: bool) -> None:
        """Show ``words``; a disc when connected, a diamond when alone."""
        self._words = words
        self._online = online
        self.setAccessibleName(words.text)
        self.setToolTip(words.text)
        reveal(self, shown=bool(words.text))
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """The words now shown."""
        return self._words.text

    def sizeHint(self) -> QSize:
        """The words, the mark and air."""
        wide = QFontMetrics(self._letters()).horizontalAdvance(self._words.text)
        return QSize(wide + px(46), px(30))

    def minimumSizeHint(self) -> QSize:
        """The state in brief; the tooltip has the rest."""
        wide = QFontMetrics(self._letters()).horizontalAdvance(self._words.brief)
        return QSize(wide + px(46), px(30))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """A pill on the strip."""
        colours = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        late = self._words.late
        ground = pen_colour(colours.warn_soft if late else colours.strip_chip)
        ink = pen_colour(colours.warn if late else colours.strip_text)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(QRectF(self.rect()), self.height() / 2, self.height() / 2)
        side = px(12)
        room = QRectF(px(14), (self.height() - side) / 2, side, side)
        mark = Mark.DISC if self._online else Mark.DIAMOND
        paint_mark(painter, room, mark, ink if late else pen_colour(colours.strip_mark), ground)
        letters = self._letters()
        painter.setFont(letters)
        painter.setPen(ink)
        words = self.rect().adjusted(px(33), 0, -px(12), 0)
        metrics = QFontMetrics(letters)
        brief = self._words.brief and metrics.horizontalAdvance(self._words.text) > words.width()
        shown = metrics.elidedText(
            self._words.brief if brief else self._words.text,
            Qt.TextElideMode.ElideRight,
            words.width(),
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)

    def _letters(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(px(SECONDARY))
        font.setWeight(QFont.Weight.DemiBold)
        return font
