from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from ui.widgets.rows import ROW_ROLE, RowItem, RowsModel

PARCEL = RowItem("Bưu kiện → Hải Phòng", "4.000 g", lead="1", side="68.040", note="đang nhập")


def test_the_model_keeps_qts_rules(qapp: QApplication) -> None:
    model = RowsModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)

    model.set_rows([PARCEL, RowItem("EMS")])
    model.set_rows([])

    assert tester.model() is model


def test_a_row_hands_out_its_cells_and_itself(qapp: QApplication) -> None:
    model = RowsModel()
    model.set_rows([PARCEL])

    assert model.data(model.index(0, 1)) == "Bưu kiện → Hải Phòng"
    assert model.data(model.index(0, 1), ROW_ROLE) == PARCEL
    assert model.data(model.index(0, 1), Qt.ItemDataRole.DecorationRole) is None
    assert model.row(7) is None


def test_a_row_is_read_out_whole(qapp: QApplication) -> None:
    model = RowsModel()
    model.set_rows([PARCEL])

    spoken = model.data(model.index(0, 1), Qt.ItemDataRole.AccessibleTextRole)

    assert spoken == "1, Bưu kiện → Hải Phòng, 4.000 g, 68.040, đang nhập"


def test_rows_have_no_rows_below(qapp: QApplication) -> None:
    model = RowsModel()
    model.set_rows([PARCEL])

    assert model.rowCount(model.index(0, 0)) == 0
    assert model.columnCount(model.index(0, 0)) == 0
    assert model.data(QModelIndex()) is None
