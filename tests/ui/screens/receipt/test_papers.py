from app.queries.standing import LastTransaction, PrintedState
from tests.fakes.fake_post_office import NOW
from ui.screens.receipt.papers import in_doubt, papers, some_wait, title_of
from ui.style.tokens import Tone


def _transaction(*states: str, copy: int = 0) -> LastTransaction:
    documents = tuple(
        PrintedState(job, f"Nhãn {job}", state, copy, "hết giấy" if state == "failed" else "")
        for job, state in enumerate(states, 1)
    )
    return LastTransaction("100950-2-0000001", "A", "0", "An", NOW, (), 1, 0, documents)


def test_each_document_says_its_state_in_words_and_by_a_sign() -> None:
    found = papers(_transaction("printed", "failed", "doubtful"))

    assert [paper.tone for paper in found] == [Tone.GOOD, Tone.WARN, Tone.WARN]
    assert all(paper.state and paper.sign for paper in found)
    assert found[1].problem == "hết giấy"


def test_a_copy_says_which_one_it_is() -> None:
    assert "lần 2" in papers(_transaction("printed", copy=2))[0].title


def test_the_first_document_in_doubt_is_asked_about() -> None:
    transaction = _transaction("printed", "doubtful", "doubtful")

    assert in_doubt(transaction) == 2
    assert title_of(transaction, 2) == "Nhãn 2"
    assert in_doubt(_transaction("printed")) is None


def test_waiting_and_failed_documents_still_have_to_be_printed() -> None:
    assert some_wait(_transaction("printed", "failed"))
    assert some_wait(_transaction("waiting"))
    assert not some_wait(_transaction("printed", "doubtful", "printing"))
