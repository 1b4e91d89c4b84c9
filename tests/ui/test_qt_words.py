"""Qt's menus and dialogs speak the chosen language."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QApplication,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.messages import Language, speak
from ui.qt_words import CODES, QtWords

ENGLISH = {word.replace("&", "") for word in CODES}


@pytest.fixture(autouse=True)
def _words(qapp: QApplication) -> Iterator[None]:
    words = QtWords()
    qapp.installTranslator(words)
    yield
    qapp.removeTranslator(words)
    speak(Language.VIETNAMESE)


def _menu(entry: QLineEdit) -> list[str]:
    menu = entry.createStandardContextMenu()
    said = [action.text().partition("\t")[0].replace("&", "") for action in menu.actions()]
    menu.deleteLater()
    return [word for word in said if word]


def _words_of(dialog: QWidget) -> set[str]:
    said = {label.text() for label in dialog.findChildren(QLabel)}
    said |= {button.text() for button in dialog.findChildren(QPushButton)}
    said |= {action.text() for action in dialog.findChildren(QAction)}
    said |= {widget.toolTip() for widget in dialog.findChildren(QWidget)}
    return {word.replace("&", "") for word in said if word}


def test_the_menu_of_an_entry_is_vietnamese(qtbot: QtBot) -> None:
    entry = QLineEdit("Hà Nội")
    qtbot.addWidget(entry)

    assert _menu(entry) == [
        "Hoàn tác", "Làm lại", "Cắt", "Sao chép", "Dán", "Xóa", "Chọn tất cả",
    ]  # fmt: skip


def test_the_menu_of_an_entry_is_english_when_that_is_chosen(qtbot: QtBot) -> None:
    speak(Language.ENGLISH)
    entry = QLineEdit("Ha Noi")
    qtbot.addWidget(entry)

    assert _menu(entry)[2:5] == ["Cut", "Copy", "Paste"]


def test_nothing_of_the_dialog_that_chooses_files_is_left_in_english(qtbot: QtBot) -> None:
    dialog = QFileDialog()
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    dialog.show()

    left = _words_of(dialog) & ENGLISH
    assert not left
    assert "Tên tệp:" in _words_of(dialog)


def test_every_button_of_a_dialog_is_vietnamese(qtbot: QtBot) -> None:
    every = QDialogButtonBox.StandardButton
    box = QDialogButtonBox(
        every.Ok | every.Cancel | every.Yes | every.No | every.Close | every.Save | every.Open
        | every.Retry | every.Abort | every.Ignore | every.Discard | every.Apply | every.Reset
    )  # fmt: skip
    qtbot.addWidget(box)

    assert not _words_of(box) & ENGLISH


def test_what_is_not_known_stays_as_qt_says_it() -> None:
    assert QCoreApplication.translate("QObject", "Nobody says this") == "Nobody says this"
