from app.domain.drafts import BasketContent, Draft, ItemEntry
from tests.fakes.fake_post_office import NOW
from tests.ui.screens.acceptance.items import WHOLE
from ui.shell.waiting_words import WaitingItem, in_words

HALF = ItemEntry(service="registered", phone="0912")


def test_each_item_says_how_far_it_is() -> None:
    content = BasketContent((WHOLE,), HALF)
    draft = Draft(2, b"a", "0126", "Nguyễn Thị Ánh Tuyết", "Trần Minh Châu", NOW, content)

    basket = in_words(draft)

    assert basket.title == "Giỏ 2 · Nguyễn Thị Ánh Tuyết"
    assert basket.began == "Trần Minh Châu mở lúc 14:32 ngày 21/11"
    assert basket.items == (
        WaitingItem(
            "Bưu kiện gửi Đặng Văn Quyết, Tuyên Quang", "đã nhập đủ, chưa thu tiền, chưa in"
        ),
        WaitingItem("Bưu phẩm bảo đảm gửi chưa rõ người nhận", "đang nhập dở, chưa in"),
    )
