"""What a scan means while a basket is open: a person, a printed label, a customer's request."""

from dataclasses import replace
from typing import Protocol

from app.domain.scanning import Shape, recognise
from app.messages import text
from app.queries.finding import Findings
from ui.running import Runner
from ui.screens.acceptance.editing import BasketEditor
from ui.screens.acceptance.item_presenter import ItemPresenter
from ui.screens.acceptance.labels import Labels, ReadsLabels
from ui.screens.acceptance.receivers import Receivers
from ui.shell.handle import Shell
from ui.style.tokens import Tone


class Finds(ReadsLabels, Protocol):
    """The part of the desk that reads codes."""


class Scans:
    """The first that has a use for a scan takes it; the rest is the window's."""

    def __init__(
        self,
        desk: Finds,
        reading: Runner,
        shell: Shell,
        basket: tuple[ItemPresenter, BasketEditor, Receivers],
    ) -> None:
        self._desk = desk
        self._reading = reading
        self._shell = shell
        self._item, self._editor, self._receivers = basket
        self._labels = Labels(desk, reading, take=self._stick, shell=shell)

    def take(self, scanned: str, *, for_receiver: bool) -> bool:
        """True when it is used here. ``for_receiver``: the receiver is being entered."""
        if for_receiver and self._receivers.scan(scanned):
            return True
        if recognise(scanned).shape is Shape.REQUEST:
            self._reading.run(lambda: self._desk.find(scanned), self._requested, self._shell.fail)
            return True
        labels = (item.entry.label for item in self._editor.basket.items)
        others = tuple(label for label in labels if label)
        return self._labels.scan(scanned, self._item.entry.service, others)

    def _stick(self, label: str) -> None:
        """The item on the form gets the label."""
        self._item.fill(replace(self._item.entry, label=label), go_on=False)

    def _requested(self, found: Findings) -> None:
        """Of another known customer: a basket of theirs; else the form, when it is free."""
        if found.request is None:
            self._shell.tell(found.problem, Tone.BAD)
            return
        sender = found.hits[0].code if len(found.hits) == 1 else ""
        if sender and sender != self._receivers.sender:
            self._shell.open_request(found.request, sender)
        elif self._item.entry.is_blank():
            self._item.fill(found.request)
        else:
            self._shell.tell(text("ui.acceptance.request_busy"), Tone.WARN)
