import pytest

from app.queries.printers import PrinterStanding
from tests.fakes.fake_shell import FakeShell
from ui.changes import ChangeFeed, Topic
from ui.running import ImmediateRunner
from ui.shell.print_note import Note, PrintNote, note_of, short_words
from ui.style.tokens import Tone


def standing(code: str = "", waiting: int = 0, doubtful: int = 0) -> PrinterStanding:
    problem = "Máy in roll hết giấy." if code else ""
    return PrinterStanding("roll", "tcp:x", ("receipt",), code, problem, waiting, doubtful)


def test_when_all_is_well_nothing_stands_beside_the_key() -> None:
    assert note_of(()) == note_of((standing(), standing(waiting=3))) == Note()


def test_a_printer_whose_trouble_holds_nothing_up_is_not_told() -> None:
    assert note_of((standing("printer.out_of_paper"),)) == Note()


def test_why_it_stands_still_and_how_much_waits() -> None:
    note = note_of((standing(), standing("printer.out_of_paper", waiting=2)))

    assert note == Note("Hết giấy · 2", "Máy in roll hết giấy.", Tone.WARN)


def test_what_is_in_doubt_goes_before_everything() -> None:
    note = note_of((standing("printer.out_of_paper", waiting=2), standing(doubtful=1)))

    assert note.words == "Hỏi giấy · 1"
    assert "F8" in note.sentence


@pytest.mark.parametrize(
    ("code", "words"),
    [("", ""), ("printer.cover_open", "Mở nắp"), ("printer.folder_full", "Chưa in được")],
)
def test_each_state_has_its_two_words(code: str, words: str) -> None:
    assert short_words(standing(code)) == words


def test_it_asks_again_whenever_something_is_printed() -> None:
    class Desk:
        def __init__(self) -> None:
            self.standings: tuple[PrinterStanding, ...] = ()

        def printers(self) -> tuple[PrinterStanding, ...]:
            return self.standings

    class View:
        def __init__(self) -> None:
            self.shown: list[Note] = []

        def show_note(self, note: Note) -> None:
            self.shown.append(note)

    desk, view, feed = Desk(), View(), ChangeFeed()
    note = PrintNote(view, desk, ImmediateRunner(), FakeShell())
    note.start(feed)

    desk.standings = (standing("printer.jammed", waiting=1),)
    feed.announce(Topic.PRINTS)

    assert [each.words for each in view.shown] == ["", "Kẹt giấy · 1"]
    note.stop()
