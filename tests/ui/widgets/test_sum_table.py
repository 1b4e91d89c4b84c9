from tests.fakes.hands import Show
from tests.fakes.seen import words_on
from ui.widgets.sum_table import HIDDEN, SumRow, SumTable


def test_rows_replace_one_another_below_their_headings(show: Show) -> None:
    table = SumTable(["Dịch vụ", "Cước"])
    show(table)
    table.set_rows([SumRow("EMS", ("1",)), SumRow("Cộng", ("1",), strong=True)])

    table.set_rows([SumRow("Bưu kiện", (HIDDEN,))])

    assert words_on(table) == ["Dịch vụ", "Cước", "Bưu kiện", HIDDEN]
