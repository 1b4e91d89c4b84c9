"""PySide6 6.12.0 lost a reference to None with every call on CPython 3.10 and 3.11, and aborted
the process after some thousands (docs/adr/0005-pyside6-pin.md). Never again unnoticed.
"""

import sys

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal there")
def test_qt_calls_keep_the_references_to_none(qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    before = sys.getrefcount(None)

    for _ in range(1000):
        field.clear()

    assert before - sys.getrefcount(None) < 100
