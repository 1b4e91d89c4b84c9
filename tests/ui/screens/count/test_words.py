from dataclasses import replace

from app.domain.shift_summary import ClosingNotes
from tests.printing.shift_samples import CLERK, OPEN_SHIFT
from ui.screens.count.words import duration, facts, heading, notes_before_closing
from ui.style.tokens import Tone

NOTHING = ClosingNotes(awaited=0, unsent=0, due=0, papers=0)


def test_nothing_to_look_at_says_nothing() -> None:
    assert notes_before_closing(replace(OPEN_SHIFT, voids=()), NOTHING) == ()


def test_each_thing_to_look_at_is_a_note_and_unsent_work_is_no_warning() -> None:
    notes = ClosingNotes(awaited=2, unsent=6, due=1, papers=3)

    found = notes_before_closing(replace(OPEN_SHIFT, clock_note="Đồng hồ chậm."), notes)

    assert [note.title for note in found] == [
        "2 chuyển khoản chờ đối chiếu", "Hủy sau khi in", "Đồng hồ máy", "3 chứng từ chờ in",
        "6 bút toán chưa gửi",
    ]  # fmt: skip
    assert found[1].words == "CA 104 882 460 VN · lý do: khách đổi ý · duyệt: Lê Hồng Phúc."
    assert found[-1].tone is Tone.INFO


def test_many_voids_are_told_by_their_number() -> None:
    many = replace(OPEN_SHIFT, voids=OPEN_SHIFT.voids * 5)

    assert notes_before_closing(many, NOTHING)[-1].title.startswith("Còn 2 bưu gửi")


def test_the_heading_says_that_money_comes_after_the_count() -> None:
    assert heading(OPEN_SHIFT.blind()).endswith("tiền hiện sau khi đếm")
    assert heading(OPEN_SHIFT) == f"Ca 12 · Quầy 2 · {CLERK} · từ 07:30"


def test_facts_are_labels_with_values() -> None:
    said = dict(facts(OPEN_SHIFT, ClosingNotes(0, 0, 1, 0)))

    assert said["Thời gian giữa, một khách"] == "1:52 phút"
    assert said["Khiếu nại nhận / đến hạn"] == "2 / 1"
    assert said["Tờ mẫu tiết kiệm"] == "212"


def test_a_short_time_is_said_with_both_its_parts() -> None:
    assert duration(42) == "0:42 phút"
    work = replace(OPEN_SHIFT.work, median_s=None)
    assert "chưa có" in dict(facts(replace(OPEN_SHIFT, work=work), NOTHING)).values()
