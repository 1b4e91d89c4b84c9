"""What printers say beside their key, in two or three words. Qt-free."""

from dataclasses import dataclass
from typing import Final, Protocol

from app.messages import text
from app.queries.printers import PrinterStanding
from ui.changes import ChangeFeed, Topic
from ui.running import Latest, Runner
from ui.shell.handle import Telling
from ui.style.tokens import Tone

_SHORT: Final = {
    "printer.out_of_paper": "ui.printers.short.no_paper",
    "printer.cover_open": "ui.printers.short.cover",
    "printer.jammed": "ui.printers.short.jam",
    "printer.wrong_paper": "ui.printers.short.wrong_paper",
    "printer.unreachable": "ui.printers.short.away",
    "printer.service_stopped": "ui.printers.short.away",
    "printer.queue_paused": "ui.printers.short.paused",
    "printer.not_chosen": "ui.printers.short.none",
}


@dataclass(frozen=True, slots=True)
class Note:
    """``words`` stand beside the key, ``sentence`` is read out; both "" when all is well."""

    words: str = ""
    sentence: str = ""
    tone: Tone = Tone.PLAIN


def short_words(standing: PrinterStanding) -> str:
    """Why nothing comes out, in two words; "" for a printer that took its work."""
    if not standing.code:
        return ""
    return text(_SHORT.get(standing.code, "ui.printers.short.other"))


def note_of(standings: tuple[PrinterStanding, ...]) -> Note:
    """The first printer that somebody should look at."""
    troubled = [each for each in standings if each.in_trouble]
    if not troubled:
        return Note()
    first = next((each for each in troubled if each.doubtful), troubled[0])
    if first.doubtful:
        words = text("ui.printers.short.doubtful", count=first.doubtful)
        return Note(words, text("ui.printers.doubtful", count=first.doubtful), Tone.WARN)
    waiting = sum(each.waiting for each in troubled)
    words = text("ui.printers.short.waiting", state=short_words(first), count=waiting)
    return Note(words, first.problem, Tone.WARN)


class Stands(Protocol):
    """The part of the desk that says how printers stand."""

    def printers(self) -> tuple[PrinterStanding, ...]: ...


class NoteView(Protocol):
    """Where it stands."""

    def show_note(self, note: Note) -> None: ...


class PrintNote:
    """Asks again whenever something was sold or printed."""

    def __init__(self, view: NoteView, desk: Stands, reading: Runner, shell: Telling) -> None:
        self._view = view
        self._desk = desk
        self._latest = Latest(reading)
        self._shell = shell

    def start(self, feed: ChangeFeed) -> None:
        """Begin to listen."""
        feed.subscribe(Topic.PRINTS, Topic.SHIPMENTS, then=self.refresh)
        self.refresh()

    def stop(self) -> None:
        """The window is closing."""
        self._latest.forget()

    def refresh(self) -> None:
        """Ask how the printers stand."""
        self._latest.run(self._desk.printers, self._came, self._shell.fail)

    def _came(self, standings: tuple[PrinterStanding, ...]) -> None:
        self._view.show_note(note_of(standings))


def printer_title(name: str) -> str:
    """A printer without a name of its own is called by where it is."""
    if name == "folder":
        return text("ui.devices.folder")
    return name.partition(":")[2] or name
