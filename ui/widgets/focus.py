"""The focus of a page that comes to the front again."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget


def return_focus(page: QWidget, begin: Callable[[], None]) -> None:
    """To where the focus was on ``page`` when it was last in front; the first time, ``begin``."""
    before = page.focusWidget()
    if page.property(_SEEN) and before is not None and before is not page:
        before.setFocus()
    else:
        begin()
    page.setProperty(_SEEN, True)  # noqa: FBT003 - Qt's signature


_SEEN = "temSeen"
