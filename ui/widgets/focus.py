"""The focus of a page that comes to the front again."""

from PySide6.QtWidgets import QWidget


def return_focus(page: QWidget, otherwise: QWidget) -> None:
    """To where the focus was on ``page`` when it was last in front, else to ``otherwise``."""
    before = page.focusWidget()
    target = before if before is not None and before is not page else otherwise
    target.setFocus()
