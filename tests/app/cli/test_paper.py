import io
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from app.cli import paper
from app.cli.output import Output
from app.queries.standing import LastTransaction, PrintedState
from app.settings import Home


def _document(state: str, file: str = "phieu") -> PrintedState:
    return PrintedState(1, "Phiếu gửi", state, 0, "Máy in tắt." if state == "failed" else "", file)


def _transaction(*documents: PrintedState) -> LastTransaction:
    return LastTransaction(
        receipt="100950-2-0000001",
        proof="00000-00000",
        customer="0126000000197",
        customer_name="Lan",
        accepted_at=datetime(2026, 11, 21, tzinfo=UTC),
        items=(),
        total_vnd=0,
        change_vnd=0,
        documents=documents,
    )


class Desk:
    """One document waits; its printer has run dry."""

    def print_waiting(self) -> tuple[str, ...]:
        return ("Máy in hết giấy.",)

    def receipt(self, code: str) -> LastTransaction:
        assert code == "100950-2-0000001"
        return _transaction(_document("failed"))


def test_a_printer_that_fails_is_told_and_the_transaction_comes_back() -> None:
    told = io.StringIO()

    done = paper.print_out(
        Desk(), "100950-2-0000001", Output(as_json=True, out=io.StringIO(), err=told)
    )

    assert told.getvalue() == "Máy in hết giấy.\n"
    assert done.documents[0].state == "failed"


def test_only_documents_that_are_there_have_a_path(tmp_path: Path) -> None:
    home = Home(tmp_path)
    home.printed.mkdir()
    (home.printed / "there.pdf").write_bytes(b"%PDF")

    found = paper.paths(home, _transaction(_document("printed", "there"), _document("x", "gone")))

    assert found == [str(home.printed / "there.pdf")]


def test_every_state_of_a_document_has_its_words() -> None:
    states = ("waiting", "printing", "printed", "failed", "doubtful")

    said = paper.lines(_transaction(*map(_document, states)))

    assert len(set(said)) == len(states)
    assert "Máy in tắt." in said[3]


class UndrawnDesk(Desk):
    def print_waiting(self) -> tuple[str, ...]:
        raise ExceptionGroup("documents that could not be drawn", [ValueError("a glyph")])


def test_a_document_that_cannot_be_drawn_undoes_no_sale(expect_log: Callable[[str], None]) -> None:
    expect_log("could not be drawn")
    told = io.StringIO()

    done = paper.print_out(
        UndrawnDesk(), "100950-2-0000001", Output(as_json=True, out=io.StringIO(), err=told)
    )

    assert "tem.log" in told.getvalue()
    assert done.receipt == "100950-2-0000001"
