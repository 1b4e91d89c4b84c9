from app.domain.daily_report import Figure, Unit, named
from app.queries.report.grid import Grid


def a_grid() -> Grid:
    grid = Grid("services", {"items": Unit.COUNT, "net_vnd": Unit.VND})
    grid.put("b", "items", 7)
    grid.put("b", "net_vnd", 7, 500)
    grid.put("b", "net_vnd", 7, 50)
    grid.put("a", "net_vnd", 9, -100)
    return grid


def test_a_figure_names_each_entry_once() -> None:
    assert a_grid().figure("b", "net_vnd") == Figure(550, Unit.VND, (7,))


def test_nothing_put_is_nought_without_entries() -> None:
    assert a_grid().figure("a", "items") == Figure(0, Unit.COUNT, ())
    assert a_grid().amount("c", "items") == 0


def test_the_total_adds_rows_up_and_names_all_entries() -> None:
    assert a_grid().total("net_vnd") == Figure(450, Unit.VND, (7, 9))


def test_rows_wanted_come_first_and_the_others_in_order() -> None:
    section = a_grid().section(named, order=("z", "b"))

    assert [row.code for row in section.rows] == ["z", "b", "a"]
    assert section.total is not None
    assert section.note is None


def test_a_table_without_rows_says_so_and_has_no_total() -> None:
    section = Grid("copies", {"copies": Unit.COUNT}).section(named)

    assert section.total is None
    assert section.note is not None
