"""What a person sees on a page."""

from PySide6.QtWidgets import QApplication, QLabel, QWidget


def words_on(page: QWidget) -> list[str]:
    """Every text that is shown now, in the order it was made."""
    QApplication.processEvents()  # rows laid out anew appear with the next round of events
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
