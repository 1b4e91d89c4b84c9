"""What comes in by the roll and by the file, and the baskets that wait."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt

from app.domain.bulk import RowProblem
from app.domain.drafts import BasketContent
from app.domain.item_code import make_item_code
from app.queries.receiver_book import FormerReceiver
from app.services.bulk.refusals import BulkEncodingMixed
from app.services.drafts import KeepDraft
from app.services.labels import ReceiveLabels
from app.services.paying import AccountLimitReached
from tests.fakes.counter_window import CounterWindow
from tests.fakes.fake_desk import FakeDesk
from tests.fakes.fake_post_office import NOW
from tests.ui.screens.acceptance.items import WHOLE
from tests.ui.screens.bulk.samples import NOWHERE, PATH, bad, prepared
from ui.changes import Topic

_CTRL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
_COMPANY = "Công ty Trách nhiệm hữu hạn Một thành viên Thương mại Dịch vụ Nguyễn Phước Tường Vân"
_LIGHT = RowProblem("weight_g", "Khối lượng", "Khối lượng «nhẹ» không phải là số gam.")


def label_roll(counter: CounterWindow) -> None:
    counter.hands.press(Qt.Key.Key_N, _ALT)


def label_roll_received(counter: CounterWindow) -> None:
    for first in (50_000_001, 50_001_001):
        labels = (make_item_code("CA", first), make_item_code("CA", first + 499))
        counter.desk.receive_labels(ReceiveLabels(b"", *labels))
    label_roll(counter)
    counter.hands.scan(make_item_code("CA", 50_002_001))


def label_roll_refused(counter: CounterWindow) -> None:
    label_roll(counter)
    counter.enter("CA123456789VN")
    counter.press(Qt.Key.Key_F12)


def bulk(counter: CounterWindow) -> None:
    counter.open_customer()
    counter.frame.steering.open_bulk(next(iter(counter.desk.people)))


def bulk_unreadable(counter: CounterWindow) -> None:
    bulk(counter)
    counter.desk.refuse_sheet = BulkEncodingMixed(line=31)
    counter.enter("/ban-hang/don-hang-thang-11-nam-2026.xlsx")


def bulk_with_faults(counter: CounterWindow) -> None:
    prepared(counter.desk, 60)
    worse = bad(7)
    counter.desk.judged[7] = replace(worse, problems=(NOWHERE, _LIGHT))
    bulk(counter)
    counter.enter(PATH)


def bulk_ready(counter: CounterWindow) -> None:
    prepared(counter.desk, 60, faulty=0)
    bulk(counter)
    counter.enter(PATH)
    counter.press(Qt.Key.Key_F7)


def bulk_booking(counter: CounterWindow) -> None:
    bulk_ready(counter)
    counter.writing.paused = True
    counter.press(Qt.Key.Key_F12)


def bulk_done(counter: CounterWindow) -> None:
    bulk_ready(counter)
    counter.press(Qt.Key.Key_F12)


def bulk_refused(counter: CounterWindow) -> None:
    bulk_ready(counter)
    counter.desk.refuse_chunk = AccountLimitReached(contract="HĐ 12/2026", free_vnd=140_000)
    counter.press(Qt.Key.Key_F12)


def drafts_at_start(counter: CounterWindow) -> None:
    """Nobody has gone on yet from what the program was closed upon."""


def acceptance_repeated(counter: CounterWindow) -> None:
    customer = counter.open_customer()
    counter.desk.books[customer] = _former()
    counter.press(Qt.Key.Key_F3)
    counter.enter("2")


def customer_receivers(counter: CounterWindow) -> None:
    customer = counter.open_customer()
    counter.desk.books[customer] = _former()
    counter.press(Qt.Key.Key_F4)


def baskets_held(counter: CounterWindow) -> None:
    for n, number in enumerate(list(counter.desk.people)[:4]):
        counter.desk.keep_draft(KeepDraft(bytes([n]), number, BasketContent((WHOLE,) * (n + 1))))
    counter.feed.announce(Topic.BASKETS)
    counter.open_customer()
    counter.press(Qt.Key.Key_F3)
    counter.enter("2", "Nguyễn Văn Sáu")


def _former() -> tuple[FormerReceiver, ...]:
    """Whom the customer sent to before."""
    line = "12 Thôn Ỷ La, Phường Nông Tiến, Tuyên Quang"
    return tuple(
        FormerReceiver(name, "0912 ••• 654", line, times, NOW, WHOLE)
        for times, name in enumerate((_COMPANY, "Đặng Văn Quyết", "Trần Thị Cúc"), 1)
    )


def two_baskets(desk: FakeDesk) -> None:
    """The program was closed upon them."""
    for n, number in enumerate(list(desk.people)[:2]):
        content = BasketContent((WHOLE, WHOLE), WHOLE if n else BasketContent().form)
        desk.keep_draft(KeepDraft(bytes([n]), number, content))


INTAKE_SCENES: dict[str, Callable[[CounterWindow], None]] = {
    each.__name__: each
    for each in (
        label_roll,
        label_roll_received,
        label_roll_refused,
        bulk,
        bulk_unreadable,
        bulk_with_faults,
        bulk_ready,
        bulk_booking,
        bulk_done,
        bulk_refused,
        drafts_at_start,
        acceptance_repeated,
        customer_receivers,
        baskets_held,
    )
}
