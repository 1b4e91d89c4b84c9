from app.services.bulk.refusals import BulkFileUnwritable
from tests.fakes.fake_desk import FakeDesk
from tests.fakes.fake_shell import FakeShell
from tests.ui.screens.bulk.samples import bad, good, work
from ui.running import ImmediateRunner
from ui.screens.bulk.leaving import Leaving
from ui.screens.bulk.work import Work
from ui.style.tokens import Tone


class Shelf:
    def __init__(self, in_hand: Work | None) -> None:
        self.desk, self.shell = FakeDesk(), FakeShell()
        self.leaving = Leaving(self.desk, ImmediateRunner(), self.shell, lambda: in_hand)


def test_rows_with_faults_and_rows_left_out_by_hand_are_kept_in_one_file() -> None:
    shelf = Shelf(work(good(2), bad(3), good(4), good(5)).toggled(5))

    shelf.leaving.save("/bo-ra.csv")

    assert shelf.desk.saved_rows == {"/bo-ra.csv": (3, 5)}
    assert "2 dòng" in shelf.shell.told[-1][0]


def test_without_any_there_is_no_file() -> None:
    for in_hand in (None, work(good(2))):
        shelf = Shelf(in_hand)

        shelf.leaving.save("/bo-ra.csv")

        assert shelf.desk.saved_rows == {}
        assert shelf.shell.told[-1][1] is Tone.WARN


def test_where_nothing_can_be_written_it_is_told() -> None:
    shelf = Shelf(work(bad(3)))
    shelf.desk.fail_next = BulkFileUnwritable("/bo-ra.csv")

    shelf.leaving.save("/bo-ra.csv")

    assert "/bo-ra.csv" in shelf.shell.told[-1][0]
    assert shelf.shell.told[-1][1] is Tone.BAD


def test_a_bug_is_no_refusal() -> None:
    shelf = Shelf(work(bad(3)))
    shelf.desk.fail_next = ValueError("bug")

    shelf.leaving.save("/bo-ra.csv")

    assert len(shelf.shell.failed) == 1
