"""The paper side of the fake desk: a queue, and a printer that can be out of order."""

from dataclasses import replace

from app.domain.devices import PROFILES
from app.messages import text
from app.queries.printers import PrinterStanding
from app.queries.standing import LastTransaction, PrintedState


class FakePrinter:
    """``out_of_order`` is the sentence that every document gets until it is cleared."""

    def __init__(self) -> None:
        self.out_of_order = ""
        self._documents: dict[str, list[PrintedState]] = {}
        self._jobs = 0

    def queue(self, receipt: str, items: tuple[str, ...], copy: int = 0) -> None:
        """A receipt and a label for each item wait."""
        titles = ("", *items)
        waiting = self._documents.setdefault(receipt, [])
        for title in titles:
            self._jobs += 1
            waiting.append(PrintedState(self._jobs, title, "waiting", copy, ""))

    def copy(self, receipt: str) -> None:
        """One more marked copy of every document."""
        before = self._documents[receipt]
        originals = [document for document in before if document.copy == 0]
        copy = max(document.copy for document in before) + 1
        for document in originals:
            self._jobs += 1
            before.append(PrintedState(self._jobs, document.title, "waiting", copy, ""))

    def print_waiting(self) -> tuple[str, ...]:
        """Print what waits; the sentence of a printer that cannot."""
        could_not = False
        for documents in self._documents.values():
            for at, document in enumerate(documents):
                if document.state == "printing":
                    documents[at] = replace(document, state="doubtful")
                if document.state not in ("waiting", "failed"):
                    continue
                could_not |= bool(self.out_of_order)
                state = "failed" if self.out_of_order else "printed"
                documents[at] = replace(document, state=state, problem=self.out_of_order)
        return (self.out_of_order,) if could_not else ()

    def cut_off(self, receipt: str) -> None:
        """The power went while the first document was on its way; nobody has looked since."""
        self._first(receipt, "printing")

    def doubt(self, receipt: str) -> None:
        """The same, found when the next printing began."""
        self._first(receipt, "doubtful")

    def standings(self) -> tuple[PrinterStanding, ...]:
        """The one printer there is."""
        states = [each.state for documents in self._documents.values() for each in documents]
        return (
            PrinterStanding(
                name="folder",
                connection="folder",
                profiles=PROFILES,
                code="printer.out_of_paper" if self.out_of_order else "",
                problem=self.out_of_order,
                waiting=sum(state in ("waiting", "failed", "printing") for state in states),
                doubtful=states.count("doubtful"),
            ),
        )

    def in_doubt(self) -> str:
        """The first receipt with a document of which nobody knows."""
        for receipt, documents in self._documents.items():
            if any(each.state == "doubtful" for each in documents):
                return receipt
        return ""

    def settle(self, job: int, *, on_paper: bool) -> str:
        """The clerk's word on ``job``; the receipt it belongs to."""
        for receipt, documents in self._documents.items():
            for at, document in enumerate(documents):
                if document.job == job:
                    state = "printed" if on_paper else "waiting"
                    copy = document.copy + (not on_paper)
                    documents[at] = replace(document, state=state, copy=copy)
                    return receipt
        raise LookupError(job)

    def _first(self, receipt: str, state: str) -> None:
        documents = self._documents[receipt]
        documents[0] = replace(documents[0], state=state)

    def state_of(self, transaction: LastTransaction) -> LastTransaction:
        """``transaction`` with its documents as they are now, in the language of now."""
        found = self._documents[transaction.receipt]
        said = (replace(each, title=_title(each.title, transaction.receipt)) for each in found)
        return replace(transaction, documents=tuple(said))


def _title(item: str, receipt: str) -> str:
    """The label of an item, or the receipt."""
    kind = "label" if item else "receipt"
    return text(f"print.title.{kind}", subject=item or receipt)
