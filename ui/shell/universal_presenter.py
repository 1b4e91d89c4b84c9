"""What the universal box decides: proposals per key, and where a text or a scan leads. Qt-free."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from app.domain.citizen import CitizenCard
from app.domain.drafts import ItemEntry
from app.errors import UserError
from app.messages import text, text_for
from app.queries.finding import Findings, Hit
from ui.running import Latest, Runner
from ui.style.tokens import Tone


class View(Protocol):
    """The box and its list."""

    def show_hits(self, hits: tuple[Hit, ...], foot: str) -> None:
        """Open the list. ``foot`` says how many, or why there are none."""

    def clear(self) -> None:
        """Empty box, closed list."""

    def close_list(self) -> None:
        """The text stays."""


class Finds(Protocol):
    """The part of the desk that finds."""

    def find(self, text: str) -> Findings: ...
    def suggest(self, text: str, *, more: bool = False) -> Findings: ...


@dataclass(frozen=True, slots=True)
class Ways:
    """Where a finding can lead; the window fills them in."""

    open_customer: Callable[[str, CitizenCard | None], None]
    open_receipt: Callable[[str], None]
    open_case: Callable[[str], None]
    open_registration: Callable[[CitizenCard | None, str], None]
    open_request: Callable[[ItemEntry, str], None]
    tell: Callable[[str, Tone], None]
    fail: Callable[[Exception], None]
    elsewhere: Callable[[Findings], None] = lambda _found: None
    """Whoever is known to another province, by card or number."""

    heard: Callable[[bool], None] = lambda _accepted: None
    """What became of a scan."""


class UniversalPresenter:
    """One for the window. Scans come here too, whatever has the focus.

    ``runners``: for proposals, and for what leads on.
    """

    def __init__(self, view: View, desk: Finds, runners: tuple[Runner, Runner], ways: Ways) -> None:
        self._view = view
        self._desk = desk
        proposing, self._runner = runners
        self._latest = Latest(proposing)
        self._ways = ways
        self._typed = ""
        self._shown = Findings()
        self._shown_for = ""

    def typed(self, words: str) -> None:
        """The clerk's hand changed the text."""
        self._typed = words.strip()
        if not self._typed:
            self._latest.forget()
            self._view.close_list()
            return
        self._suggest(more=False)

    def more(self) -> None:
        """The clerk has come to the end of a list that goes on."""
        if self._shown.more and self._shown_for == self._typed:
            self._suggest(more=True)

    def entered(self, marked: Hit | None) -> None:
        """Enter: the marked hit, when the list belongs to this text; else look it up."""
        if not self._typed:
            return
        if marked is not None and self._shown_for == self._typed:
            self.chosen(marked)
            return
        self._latest.forget()
        asked = self._typed
        self._runner.run(
            lambda: self._desk.find(asked), lambda found: self._found(asked, found), self._failed
        )

    def chosen(self, hit: Hit, card: CitizenCard | None = None) -> None:
        """Open what was found; with the card that it was found by."""
        self._reset()
        if hit.kind == "customer":
            self._ways.open_customer(hit.code, card)
        elif hit.kind == "complaint":
            self._ways.open_case(hit.code)
        else:
            self._ways.open_receipt(hit.code)

    def register_new(self) -> None:
        """Ctrl+Enter: a new customer, begun with what was typed."""
        typed = self._typed
        self._reset()
        self._ways.open_registration(None, typed)

    def cancelled(self) -> bool:
        """Esc: True when there was something to take away."""
        busy = bool(self._typed or self._shown_for)
        self._reset()
        return busy

    def scanned(self, scan: str) -> None:
        """A scan: opened at once when it names one thing. Its text is shown nowhere.

        What was typed while it was looked up does not make it go unanswered: that was meant for
        the page that comes, and goes with the rest of the box.
        """
        self._reset()

        def answered(found: Findings) -> None:
            if _leads_on(found):
                self._reset()
            self._ways.heard(_leads_on(found))
            self._found("", found)

        def failed(error: Exception) -> None:
            self._ways.heard(False)  # noqa: FBT003 - called by position
            self._failed(error)

        self._runner.run(lambda: self._desk.find(scan), answered, failed)

    def _suggest(self, *, more: bool) -> None:
        asked = self._typed
        self._latest.run(
            lambda: self._desk.suggest(asked, more=more),
            lambda found: self._show(asked, found),
            self._failed,
        )

    def _show(self, asked: str, found: Findings) -> None:
        if asked != self._typed:
            return
        self._shown, self._shown_for = found, asked
        self._view.show_hits(found.hits, _foot(found))

    def _found(self, asked: str, found: Findings) -> None:
        if asked and asked != self._typed:
            return  # the clerk has gone on typing: that question counts
        if found.problem:
            self._refused(asked, found.problem)
        elif found.request is not None:
            self._reset()
            sender = found.hits[0].code if len(found.hits) == 1 else ""
            self._ways.open_request(found.request, sender)
        elif found.elsewhere:
            self._reset()
            self._remark(found)
            self._ways.elsewhere(found)
        elif found.exact and found.hits:
            self._remark(found)
            self.chosen(found.hits[0], found.card)
        elif found.hits:
            self._show(asked, found)
        elif found.card is not None:
            self._reset()
            self._ways.open_registration(found.card, "")
        else:
            self._refused(asked, _not_found(asked, found.repaired))

    def _refused(self, asked: str, sentence: str) -> None:
        """Beside the text that was typed; a scan has none, so the strip says it."""
        if asked:
            self._shown, self._shown_for = Findings(), asked
            self._view.show_hits((), sentence)
        else:
            self._ways.tell(sentence, Tone.BAD)

    def _remark(self, found: Findings) -> None:
        """What the clerk should know of a code that did its work all the same."""
        if found.repaired:
            self._ways.tell(text("ui.box.repaired", repaired=found.repaired), Tone.INFO)
        if found.expired:
            day = date.fromisoformat(found.expired)
            self._ways.tell(text("ui.card.expired", day=f"{day:%d/%m/%Y}"), Tone.WARN)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self._refused(self._typed, text_for(error))
        else:
            self._ways.fail(error)

    def _reset(self) -> None:
        self._latest.forget()
        self._typed = ""
        self._shown, self._shown_for = Findings(), ""
        self._view.clear()


def _leads_on(found: Findings) -> bool:
    names = bool(found.hits) or found.card is not None or found.request is not None
    return not found.problem and (names or found.elsewhere)


def _not_found(asked: str, repaired: str) -> str:
    """A repaired code is named, so that the clerk can compare it with the label."""
    if repaired:
        return text("ui.box.repaired_nothing", repaired=repaired)
    return text("ui.box.nothing" if asked else "ui.box.nothing_scanned")


def _foot(found: Findings) -> str:
    if found.problem:
        return found.problem
    if not found.hits:
        return text("ui.box.nothing")
    if found.more:
        return text("ui.box.first", count=len(found.hits))
    return text("ui.box.all", count=len(found.hits))
