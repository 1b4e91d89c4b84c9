"""A button that shows the key which presses it."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from ui.style.metrics import CONTROL, RADIUS, TEXT, px
from ui.style.theme import pen_colour, tokens
from ui.widgets.key_cap import cap_size, paint_cap


class KeyButton(QAbstractButton):
    """``primary`` marks the one next action of a screen: filled. ``tall`` stands beside one such.

    The key itself is bound by the screen's keys; the button only shows and does the same.
    """

    def __init__(
        self, text: str, key: str = "", *, primary: bool = False, tall: bool = False
    ) -> None:
        super().__init__()
        self._key = key
        self.setText(text)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self._ringed = False
        self._primary = primary
        self._tall = tall or primary

    def setText(self, text: str) -> None:
        """The words, and with its key the name for screen readers."""
        super().setText(text)
        self.setAccessibleName(f"{text} {self._key}".strip())
        self.updateGeometry()

    @property
    def key(self) -> str:
        """What presses it; "" when nothing but the mouse and Space do."""
        return self._key

    def set_ringed(self, *, ringed: bool) -> None:
        """The focus of a page whose Enter presses this button."""
        self._ringed = ringed
        self.update()

    def set_primary(self, *, primary: bool) -> None:
        """Whether this is what one does next."""
        self._primary = primary
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Words, key and air."""
        letters = QFontMetrics(self._letters())
        wide = letters.horizontalAdvance(self.text()) + px(34)
        if self._key:
            wide += cap_size(self._key, self.font()).width() + px(9)
        return QSize(wide, px(52 if self._tall else CONTROL))

    def minimumSizeHint(self) -> QSize:
        """Words are never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Ground, words, key."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        letters = self._letters()
        words = QFontMetrics(letters).horizontalAdvance(self.text())
        cap = cap_size(self._key, self.font()) if self._key else QSize(0, 0)
        gap = px(9) if self._key else 0
        left = (self.width() - words - gap - cap.width()) // 2
        painter.setFont(letters)
        painter.setPen(pen_colour(self._ink()))
        painter.drawText(
            QRect(left, 0, words + 2, self.height()), Qt.AlignmentFlag.AlignVCenter, self.text()
        )
        if self._key:
            painter.setFont(self.font())
            top = (self.height() - cap.height()) // 2
            paint_cap(painter, QRect(left + words + gap, top, cap.width(), cap.height()), self._key)

    def _paint_ground(self, painter: QPainter) -> None:
        colours = tokens()
        fill, edge = colours.panel, colours.accent_text
        if self._primary:
            fill = edge = colours.accent
        if not self.isEnabled():
            fill = edge = colours.accent_off
        elif self.isDown() or self.underMouse():
            fill = colours.accent_strong if self._primary else colours.accent_soft
        frame = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        if self.hasFocus() or self._ringed:
            painter.setPen(QPen(pen_colour(colours.ring), px(3)))
            painter.drawRoundedRect(frame, px(RADIUS), px(RADIUS))
            gap = px(4)  # the ground shows between ring and fill, whatever their colours
            frame.adjust(gap, gap, -gap, -gap)
        painter.setPen(QPen(pen_colour(edge), 1.2))
        painter.setBrush(pen_colour(fill))
        painter.drawRoundedRect(frame, px(RADIUS), px(RADIUS))

    def _ink(self) -> str:
        colours = tokens()
        if not self.isEnabled():
            return colours.on_accent_off
        return colours.on_accent if self._primary else colours.accent_text

    def _letters(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(px(18 if self._primary else TEXT))
        font.setWeight(QFont.Weight.DemiBold)
        return font
