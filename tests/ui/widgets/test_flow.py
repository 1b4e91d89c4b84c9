from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from ui.widgets.flow import Flow


def _flow(count: int) -> tuple[QWidget, Flow, list[QLabel]]:
    box = QWidget()
    flow = Flow(10)
    box.setLayout(flow)
    labels = [QLabel(box) for _ in range(count)]
    for label in labels:
        label.setFixedSize(QSize(100, 30))
        flow.addWidget(label)
        label.show()
    return box, flow, labels


def test_widgets_go_to_the_next_row_like_words(dressed: QApplication) -> None:
    box, flow, labels = _flow(3)

    flow.setGeometry(QRect(0, 0, 215, 200))

    assert [(label.x(), label.y()) for label in labels] == [(0, 0), (110, 0), (0, 40)]
    box.deleteLater()


def test_height_follows_width(dressed: QApplication) -> None:
    box, flow, _labels = _flow(4)

    assert flow.hasHeightForWidth()
    assert (flow.heightForWidth(1000), flow.heightForWidth(210)) == (30, 70)
    box.deleteLater()


def test_hidden_widgets_leave_no_gap(dressed: QApplication) -> None:
    box, flow, labels = _flow(2)
    labels[0].hide()

    flow.setGeometry(QRect(0, 0, 500, 100))

    assert labels[1].x() == 0
    box.deleteLater()


def test_items_can_be_taken_out(dressed: QApplication) -> None:
    box, flow, labels = _flow(2)

    taken = flow.takeAt(0)

    assert taken is not None
    assert taken.widget() is labels[0]
    assert flow.count() == 1
    assert flow.itemAt(5) is None
    assert flow.takeAt(5) is None
    box.deleteLater()


def test_it_asks_for_no_more_than_its_largest_widget(dressed: QApplication) -> None:
    box, flow, _labels = _flow(3)

    assert flow.sizeHint() == QSize(100, 30)
    assert flow.expandingDirections() == Qt.Orientation(0)
    box.deleteLater()
