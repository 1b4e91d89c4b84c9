from tests.fakes.hands import Show
from ui.style.tokens import Tone
from ui.widgets.notice import Notice


def test_title_and_words_are_read_out_together(show: Show) -> None:
    notice = Notice("Nghe kém, nói to và chậm.", title="Lưu ý")
    show(notice)

    assert notice.accessibleName() == "Lưu ý Nghe kém, nói to và chậm."
    assert notice.text() == "Nghe kém, nói to và chậm."


def test_without_words_there_is_no_box(show: Show) -> None:
    notice = Notice("Chú ý.")
    show(notice)

    notice.say("", Tone.WARN)

    assert notice.isHidden()


def test_tone_and_words_change_together(show: Show) -> None:
    notice = Notice("Đã ghi.", Tone.GOOD)
    show(notice)
    before = notice.grab().toImage()

    notice.say("Đã ghi.", Tone.BAD)

    assert notice.grab().toImage() != before
