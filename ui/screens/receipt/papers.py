"""The documents of a transaction as its page lists them; Qt-free."""

from dataclasses import dataclass

from app.queries.standing import LastTransaction
from ui.shell.standing_words import document_title, document_words, with_problems
from ui.style.tokens import Tone

_UNPRINTED = ("waiting", "failed")


@dataclass(frozen=True, slots=True)
class Paper:
    """One document. ``sign`` says with a shape what ``tone`` says with a colour."""

    job: int
    title: str
    state: str
    tone: Tone
    sign: str
    problem: str


def papers(transaction: LastTransaction) -> tuple[Paper, ...]:
    """Every document of the transaction, in the order they were queued.

    A problem that several share is said once, below the last of them.
    """
    found = []
    for document, problem in with_problems(transaction.documents):
        state, tone, sign = document_words(document)
        found.append(Paper(document.job, document_title(document), state, tone, sign, problem))
    return tuple(found)


def in_doubt(transaction: LastTransaction) -> int | None:
    """The first document of which only the clerk can say whether it is on paper, by its job."""
    return next((each.job for each in transaction.documents if each.state == "doubtful"), None)


def title_of(transaction: LastTransaction, job: int) -> str:
    """What the clerk is asked about."""
    return next(document_title(each) for each in transaction.documents if each.job == job)


def some_wait(transaction: LastTransaction) -> bool:
    """Whether anything still has to go to a printer."""
    return any(document.state in _UNPRINTED for document in transaction.documents)
