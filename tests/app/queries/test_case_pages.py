from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.domain.complaints import Step
from app.queries.case_pages import case_page
from app.services.complaint_steps import close_complaint
from app.services.deciding import PayCompensation, pay_compensation
from app.services.evidence import AddEvidence, add_evidence
from app.services.four_eyes import Approval
from app.store.store import Store
from app.store.vault import Vault
from tests.builders import CHAU, PIN, a_command_id, a_store
from tests.complaints import a_step, decided, filed
from tests.fakes.clock import NOON


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = a_store(tmp_path)
    yield opened
    opened.close()


def test_a_page_shows_the_clock_and_masks_the_phone(store: Store) -> None:
    number = filed(store).number

    with store.reading() as connection:
        page = case_page(connection, number, NOON)

    assert page.line.due_on == date(2027, 1, 21)
    assert page.warnings_on == (date(2026, 12, 21), date(2027, 1, 5))
    assert (page.window_until, page.soon_on) == (date(2027, 5, 27), date(2027, 1, 18))
    assert "123 456" not in page.phone_masked
    assert (page.role_label, len(page.customer)) == ("Người gửi", 13)
    assert page.steps == (Step.INVESTIGATE,)


def test_the_time_line_tells_each_step_in_words(store: Store, tmp_path: Path) -> None:
    number = filed(store).number
    photo = tmp_path / "rách.png"
    photo.write_bytes(b"\x89PNG\r\n\x1a\n")
    add_evidence(
        AddEvidence(a_command_id(), number, photo), store.unit_of_work(), Vault(store), CHAU
    )
    decided(store, number)
    with store.reading() as connection:
        owing = case_page(connection, number, NOON)
    payout = PayCompensation(a_command_id(), number, "decided", "centre", Approval("phuc", PIN))
    pay_compensation(payout, store.unit_of_work(), CHAU)
    close_complaint(a_step(number, "decided"), store.unit_of_work(), CHAU)

    with store.reading() as connection:
        page = case_page(connection, number, NOON)

    assert owing.steps == (Step.COMPENSATE, Step.REOPEN)
    assert page.steps == (Step.REOPEN,)
    assert [(event.title, event.detail) for event in page.events] == [
        ("Đã tiếp nhận khiếu nại", ""),
        ("Đã thêm bằng chứng", "rách.png"),
        ("Đã nhận xác minh", "Trần Minh Châu"),
        ("Đã quyết định giải quyết", "Chấp nhận, bồi thường 400.000 đ"),
        ("Đã trả bồi thường", "Trung tâm trả 400.000 đ"),
        ("Đã đóng hồ sơ", ""),
    ]
    assert page.events[3].words == "Không tìm thấy bưu gửi sau khi tra cứu."
    assert [file.media for file in page.files] == ["image/png"]
