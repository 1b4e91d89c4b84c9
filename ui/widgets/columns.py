"""Cards side by side; one below the other where large text leaves no room for that."""

from PySide6.QtWidgets import QAbstractItemView, QBoxLayout, QWidget

from ui.style.metrics import px

_GAP = 12
_LIST = 400
_ANY = 16_777_215  # Qt's own word for no limit


class Columns(QBoxLayout):
    """``beside`` is the least width, at 100 %, at which they stand side by side.

    Add them with ``addWidget``, in reading order; the page that has it as ``columns`` fits it.
    """

    def __init__(self, beside: int) -> None:
        super().__init__(QBoxLayout.Direction.LeftToRight)
        self._beside = beside
        self._shares: list[int] = []
        self._kept: list[tuple[QWidget, int]] = []
        self.setSpacing(px(_GAP))

    @property
    def is_stacked(self) -> bool:
        """Whether they stand one below the other."""
        return self.direction() == QBoxLayout.Direction.TopToBottom

    def fit(self, room: int) -> None:
        """Arrange for a width of ``room`` at 100 %."""
        ways = QBoxLayout.Direction
        wanted = ways.LeftToRight if room >= self._beside else ways.TopToBottom
        if self.direction() != wanted:
            self.setDirection(wanted)
            self._share_room()
            self._limit_lists()
        for card, wide in self._kept:
            self.hold(card, wide)

    def keep(self, card: QWidget, wide: int) -> None:
        """``card`` is added, and has this one width whenever it stands beside another."""
        self.addWidget(card)
        self._kept.append((card, wide))
        self.hold(card, wide)

    def _share_room(self) -> None:
        """Shares are of the width; one below the other each is as high as it likes."""
        if self.is_stacked:
            self._shares = [self.stretch(at) for at in range(self.count())]
        for at, share in enumerate(self._shares):
            self.setStretch(at, 0 if self.is_stacked else share)

    def _limit_lists(self) -> None:
        """A page is not as high as its longest list: a list scrolls by itself."""
        around = self.parentWidget()
        for view in around.findChildren(QAbstractItemView) if around is not None else ():
            view.setMaximumHeight(px(_LIST) if self.is_stacked else _ANY)

    def hold(self, card: QWidget, wide: int) -> None:
        """``card`` has this width, at 100 %, while it stands beside another, else the page's."""
        card.setMinimumWidth(0 if self.is_stacked else px(wide))
        card.setMaximumWidth(_ANY if self.is_stacked else px(wide))
