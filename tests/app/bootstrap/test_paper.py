from app.bootstrap.desk import CounterDesk
from app.settings import Home
from tests.app.bootstrap.sample_counter import a_basket, a_registration


def _accepted(desk: CounterDesk) -> str:
    number = desk.register(a_registration(desk)).number
    return desk.accept(a_basket(desk, number)).receipt


def _states(desk: CounterDesk, receipt: str) -> list[tuple[int, str]]:
    return [(each.copy, each.state) for each in desk.receipt(receipt).documents]


def test_documents_wait_until_they_are_printed_and_are_printed_once(
    staffed: CounterDesk, counter_home: Home
) -> None:
    receipt = _accepted(staffed)
    assert _states(staffed, receipt) == [(0, "waiting"), (0, "waiting")]

    assert staffed.print_waiting() == ()
    printed = {path: path.read_bytes() for path in counter_home.printed.glob("*.pdf")}
    assert staffed.print_waiting() == ()

    assert _states(staffed, receipt) == [(0, "printed"), (0, "printed")]
    assert len(printed) == 2
    assert {p: p.read_bytes() for p in counter_home.printed.glob("*.pdf")} == printed


def test_a_printer_that_fails_is_told_and_the_sale_stands(
    staffed: CounterDesk, counter_home: Home
) -> None:
    counter_home.printed.write_text("không phải thư mục", encoding="utf-8")
    receipt = _accepted(staffed)

    (sentence,) = staffed.print_waiting()

    assert "chứng từ đang chờ" in sentence
    assert _states(staffed, receipt) == [(0, "failed"), (0, "failed")]


def test_what_failed_comes_out_when_the_printer_is_back(
    staffed: CounterDesk, counter_home: Home
) -> None:
    counter_home.printed.write_text("không phải thư mục", encoding="utf-8")
    receipt = _accepted(staffed)
    staffed.print_waiting()
    counter_home.printed.unlink()

    staffed.print_waiting()

    assert _states(staffed, receipt) == [(0, "printed"), (0, "printed")]


def test_copies_are_numbered_and_wait_like_originals(staffed: CounterDesk) -> None:
    receipt = _accepted(staffed)
    staffed.print_waiting()

    asked = staffed.reprint(receipt)

    assert [(each.copy, each.state) for each in asked.documents][2:] == [
        (1, "waiting"),
        (1, "waiting"),
    ]


def test_the_word_on_a_document_in_no_doubt_changes_nothing(staffed: CounterDesk) -> None:
    receipt = _accepted(staffed)
    staffed.print_waiting()
    job = staffed.receipt(receipt).documents[0].job

    settled = staffed.settle_print(job, on_paper=False)

    assert settled == staffed.receipt(receipt)
    assert _states(staffed, receipt) == [(0, "printed"), (0, "printed")]
