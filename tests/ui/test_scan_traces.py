from PySide6.QtWidgets import QApplication, QWidget

from tests.fakes.hands import Show
from ui.scan_traces import Before, Late, Quietly, Stamps, is_same_as
from ui.widgets.entry import Entry


def test_a_key_that_comes_back_while_the_scan_goes_on_is_typed() -> None:
    late = Late()
    late.begin()
    late.let_through("E")
    assert late.expected

    assert not late.came("E")
    assert not late.expected


def test_a_key_that_comes_back_after_its_scan_goes_nowhere(qapp: QApplication) -> None:
    late = Late()
    late.begin()
    for key in "EE4":
        late.let_through(key)
    late.end()

    assert late.came("E")
    assert late.composed()
    assert not late.came("x")

    late.begin()
    assert not late.composed()


def test_a_window_is_known_by_where_qt_keeps_it(show: Show) -> None:
    first, second = Entry(), Entry()
    show(first, second)

    assert is_same_as(first)(first)
    assert not is_same_as(first)(second)
    assert not is_same_as(first)(None)
    assert not is_same_as(None)(None)


def test_quiet_ends_with_the_outermost() -> None:
    quietly = Quietly()
    with quietly:
        with quietly:
            assert quietly.now
        assert quietly.now

    assert not quietly.now


def test_the_gap_is_that_of_the_stamps_and_an_hour_at_first(qapp: QApplication) -> None:
    stamps = Stamps()

    assert stamps.gap(1_000) >= 60_000
    assert stamps.gap(1_012) == 12
    assert stamps.gap(0) < 1_000


def test_a_field_is_brought_back_as_it_stood(show: Show) -> None:
    entry = Entry()
    show(entry)
    entry.setText("Lê ")
    before = Before.of(entry)
    entry.setText("Lê EE4")

    assert before.inserted() == "EE4"
    before.bring_back()

    assert entry.text() == "Lê "


def test_where_nothing_is_typed_into_there_is_nothing_to_bring_back(show: Show) -> None:
    before = Before.of(QWidget())

    before.silence()
    before.bring_back()

    assert before.inserted() == ""
