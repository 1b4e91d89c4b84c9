from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.domain.documents import ComplaintContent
from app.queries.papers import content_of
from app.services.complaint_steps import close_complaint, reopen_complaint
from app.services.documents import ReprintDocuments, reprint_documents
from app.store.prints import Paper
from app.store.store import Store
from tests.builders import CHAU, a_command_id, a_store
from tests.complaints import LOST, a_step, decided, filed
from tests.fakes.clock import HandClock


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def store(tmp_path: Path, clock: HandClock) -> Iterator[Store]:
    opened = a_store(tmp_path, clock)
    yield opened
    opened.close()


def slip(store: Store, number: str, copy: int = 0) -> ComplaintContent:
    with store.reading() as connection:
        content = content_of(connection, Paper("complaint", number, copy))
    assert isinstance(content, ComplaintContent)
    return content


def test_the_slip_says_what_the_case_says(store: Store) -> None:
    number = filed(store, facts="Mất. " * 200).number

    content = slip(store, number)

    assert (content.due_on, content.late) == (date(2027, 1, 21), False)
    assert "27/05/2027" in content.timeliness_note
    assert (content.item_note, content.counter) == ("Bưu phẩm bảo đảm", "2")
    assert len(content.facts) <= 400
    assert content.issuer.office_name == "Cửa Nam"


def test_an_unknown_number_and_a_representative_are_marked(store: Store) -> None:
    number = filed(store, item=LOST, role="representative", authority="Giấy số 5").number

    content = slip(store, number)

    assert "không có trong sổ" in content.item_note
    assert content.role_label == "Người đại diện · Giấy số 5"
    assert slip(store, filed(store, item="").number).item == "không có số hiệu"


def test_a_copy_shows_the_first_promise_and_who_asked(store: Store, clock: HandClock) -> None:
    number = filed(store).number
    decided(store, number, outcome="rejected", compensation_vnd=0)
    close_complaint(a_step(number, "decided"), store.unit_of_work(), CHAU)
    clock.advance(86_400_000)
    reopen_complaint(a_step(number, "closed", note="Có ảnh."), store.unit_of_work(), CHAU)
    reprint_documents(ReprintDocuments(a_command_id(), number), store.unit_of_work(), CHAU)

    content = slip(store, number, copy=1)

    assert (content.due_on, content.copied_by) == (date(2027, 1, 21), "Trần Minh Châu")
