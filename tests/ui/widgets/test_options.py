from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from ui.widgets.options import OPTION_ROLE, Option, OptionsModel

BEN_NGHE = Option("26740", "Phường Sài Gòn", "trước 7/2025: Phường Bến Nghé", side="Hồ Chí Minh")


def test_the_model_keeps_qts_rules(qapp: QApplication) -> None:
    model = OptionsModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)

    model.set_options([BEN_NGHE, Option(2, "Xã Bến Nhứt")])
    model.set_options([])

    assert tester.model() is model


def test_a_row_hands_out_its_option(qapp: QApplication) -> None:
    model = OptionsModel()
    model.set_options([BEN_NGHE])

    assert model.data(model.index(0, 1), OPTION_ROLE) == BEN_NGHE
    assert model.data(model.index(0, 1)) == "Phường Sài Gòn"
    assert model.option(7) is None


def test_a_row_is_read_out_whole(qapp: QApplication) -> None:
    model = OptionsModel()
    model.set_options([BEN_NGHE])

    spoken = model.data(model.index(0, 1), Qt.ItemDataRole.AccessibleTextRole)

    assert spoken == "Phường Sài Gòn, trước 7/2025: Phường Bến Nghé, Hồ Chí Minh"


def test_rows_have_no_rows_below(qapp: QApplication) -> None:
    model = OptionsModel()
    model.set_options([BEN_NGHE])

    assert model.rowCount(model.index(0, 0)) == 0
    assert model.columnCount(model.index(0, 0)) == 0
    assert model.data(QModelIndex()) is None
