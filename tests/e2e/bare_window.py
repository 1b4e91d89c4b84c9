"""A window with one entry: what the keyboard of these tests types into to prove itself."""

import sys

from PySide6.QtWidgets import QApplication, QLineEdit, QWidget


def main() -> int:
    """Open it."""
    app = QApplication(sys.argv)
    window = QWidget()
    window.setWindowTitle("bare")
    entry = QLineEdit(window)
    entry.setAccessibleName("entry")
    entry.resize(1_000, 40)
    entry.setFocus()
    window.showMaximized()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
