"""Many pictures on one: a row for each page, a column for each look."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter

THUMB = QSize(683, 384)
GAP = 10
NAME = 26


def gather(pictures: Mapping[str, Mapping[str, Path]], columns: Sequence[str]) -> QImage:
    """``pictures`` by page and look; a look that a page has no picture of stays empty."""
    width = GAP + len(columns) * (THUMB.width() + GAP)
    height = NAME + GAP + len(pictures) * (THUMB.height() + NAME + GAP)
    sheet = QImage(width, height, QImage.Format.Format_RGB32)
    sheet.fill(QColor("#3A3F46"))
    painter = QPainter(sheet)
    painter.setPen(QColor("#FFFFFF"))
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    for at, look in enumerate(columns):
        painter.drawText(QRect(_left(at), 0, THUMB.width(), NAME), _MIDDLE, look)
    for row, (page, looks) in enumerate(pictures.items()):
        top = NAME + GAP + row * (THUMB.height() + NAME + GAP)
        painter.drawText(QRect(GAP, top, width, NAME), _MIDDLE, page)
        for at, look in enumerate(columns):
            if look in looks:
                painter.drawImage(QPoint(_left(at), top + NAME), _thumb(looks[look]))
    painter.end()
    return sheet


_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)


def _left(column: int) -> int:
    return GAP + column * (THUMB.width() + GAP)


def _thumb(file: Path) -> QImage:
    return QImage(str(file)).scaled(
        THUMB, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
