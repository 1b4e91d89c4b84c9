"""The tasks of the counter that have a budget, each done once by keys and scans."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from app.domain.customer_number import grouped
from app.domain.request_qr import CustomerRequest, write_request
from app.messages import text
from tests.e2e.budgets.drawer import full_close, hand_over
from tests.e2e.budgets.stopwatch import Hands
from tests.e2e.budgets.table import Budget
from tests.e2e.clerk import PIN
from tests.e2e.seen import Seen

_ITEM = re.compile(r"R[A-Z] \d{3} \d{3} \d{3} VN")
_CASE = re.compile(r"\d{6}-\d+-K\d{7}")
_FACTS = "Chưa phát"
_CONTENTS = "Sách"

Run = Callable[[Hands, "World"], None]


@dataclass(frozen=True, slots=True)
class World:
    """``senders`` are numbers, ``phones`` the last six digits of a phone with its name; ``fresh``
    counts what has never been before. ``items`` were accepted by the tasks before; ``regular`` has
    sent something before.
    """

    regular: str
    senders: Iterator[str]
    phones: Iterator[tuple[str, str]]
    fresh: Iterator[int]
    takers: Iterator[tuple[str, str]]
    items: list[str]


def find_by_card(hands: Hands, world: World) -> None:
    _open(hands, next(world.senders))


def find_by_typing(hands: Hands, world: World) -> None:
    digits, name = next(world.phones)
    box = text("ui.box.name")
    hands.write(digits)
    hands.answer("proposals", lambda seen: any(name in each for each in seen.rows(box)))
    hands.press("Enter")
    hands.answer("customer", _customer(name))


def register_by_card(hands: Hands, world: World) -> None:
    at = next(world.fresh)
    name = _name(at)
    hands.scan(f"001190{at:06d}||{name}|{_day(at)}1990|Nữ|Số 12, phường Hoàn Kiếm, Hà Nội|")
    phones = text("ui.form.phones")
    hands.answer("form", lambda seen: seen.focus == phones and _read(seen, name))
    hands.write(_phone(at))
    hands.press("F12")
    hands.answer("customer", _customer(name))


def register_typed(hands: Hands, world: World) -> None:
    at = next(world.fresh)
    hands.write(_name(at).lower())
    hands.press("Ctrl+Enter")
    hands.answer("form", lambda seen: seen.focus == text("ui.form.birth_date"))
    hands.enter(f"{_day(at)}1992", "", f"001192{at:06d}", _phone(at), "8 Lý Thường Kiệt")
    _choose_commune(hands, "hoan k")
    hands.press("F12")
    hands.answer("customer", _customer(_name(at)))


def letter_to_known(hands: Hands, world: World) -> None:
    """What the sender declared last time is taken with Enter."""
    _begin_letter(hands, world.regular)
    hands.scan(next(world.senders))
    _at_weight(hands, "receiver")
    hands.enter("85", "", "")
    _finish_letter(hands, world)


def letter_to_new(hands: Hands, world: World) -> None:
    _begin_letter(hands, next(world.senders))
    hands.enter("lê thị ớt", _phone(next(world.fresh)), "5 Lê Lợi")
    _choose_commune(hands, "hoan k")
    _at_weight(hands, "commune")
    hands.enter("85", "", _CONTENTS)
    _finish_letter(hands, world)


def letter_by_request(hands: Hands, world: World) -> None:
    """The customer's telephone shows the code of a request that was filled in at home."""
    _open(hands, next(world.senders))
    hands.press("F3")
    hands.answer("form of an item", lambda seen: seen.focus == text("ui.acceptance.service"))
    request = CustomerRequest(
        service="registered", name="Lê Thị Ớt", phone=_phone(next(world.fresh)),
        street="5 Lê Lợi", commune="26740", contents=_CONTENTS,
    )  # fmt: skip
    hands.scan(write_request(request))
    _at_weight(hands, "request")
    hands.write("85")
    _finish_letter(hands, world)


def complain(hands: Hands, world: World) -> None:
    hands.press("F6")
    hands.until(lambda seen: text("ui.complaint.about") in seen.text, "the form")
    item = world.items[-1]
    hands.scan(item)
    kinds = text("ui.complaint.complaint_type")
    hands.answer("item known", lambda seen: seen.focus == kinds)
    hands.write("1")
    hands.until(lambda seen: seen.focus != kinds, "who complains")
    hands.press("Enter")  # the sender, whose name and phone stand there already
    hands.until(lambda seen: seen.focus == text("ui.complaint.facts"), "the facts")
    hands.write(_FACTS)
    hands.press("F12")
    hands.answer("case", lambda seen: _CASE.search(seen.text) is not None)


def unlock(hands: Hands, _world: World) -> None:
    """The budget is the machine's alone: fingers find the PIN by themselves."""
    hands.keys.press("Ctrl+L")
    who = text("ui.sign_in.who")
    hands.until(lambda seen: bool(seen.rows(who)), "the list of names")
    hands.keys.press("Enter")
    hands.until(lambda seen: seen.focus == text("ui.sign_in.pin"), "the PIN")
    hands.keys.write(PIN)
    hands.keys.press("Enter")
    hands.answer("open", at_start)


def at_start(seen: Seen) -> bool:
    """Nobody is served, the box is ready."""
    return seen.focus == text("ui.box.name") and text("ui.start.title") in seen.text


TASKS: Mapping[Run, Budget] = {
    find_by_card: Budget("Find returning customer by card", 1, 0, 1.5),
    find_by_typing: Budget("Find by typing", 0, 7, 4, minds=1),
    register_by_card: Budget("Register new, citizen card + phone", 1, 13, 8, minds=2),
    register_typed: Budget("Register new, all typed", 0, 185, 65, minds=8),
    letter_to_known: Budget("Registered item, known sender and receiver", 2, 14, 20, 4, 2.7),
    letter_to_new: Budget("Same, new receiver typed", 2, 70, 45, 8, 2.7),
    letter_by_request: Budget("Same, receiver by phone QR", 3, 10, 20, 4, 2.7),
    complain: Budget("Complaint on a known item", 1, 12, 30, 3, unasked=len(_FACTS)),
    unlock: Budget("Unlock", 0, 0, 2),
    hand_over: Budget("Hand the drawer over", 0, 25, 60, minds=4),
    full_close: Budget("Full close with count", 0, 60, 180, minds=12),
}
"""Keys of finding by typing: six and Enter, as its sum of strokes has them. The weight is typed,
where the budgets have a scale.
"""


def _open(hands: Hands, number: str) -> None:
    hands.scan(number)
    hands.answer("customer", _customer(grouped(number)))


def _customer(words: str) -> Callable[[Seen], bool]:
    return lambda seen: seen.is_on(text("ui.customer.new_shipment")) and words in seen.text


def _read(seen: Seen, name: str) -> bool:
    return seen.fields.get(text("ui.form.full_name")) == name


_MIDDLES = ("Thị Ánh", "Ngọc Bảo", "Hoài Cẩm", "Thùy Diệu", "Kiều Đoan", "Hải Giáng", "Xuân Hạnh")
_ENDS = ("Tuyết", "Uyên", "Vân", "Xuyến", "Yến", "Sương", "Quỳnh", "Phượng", "Nhàn", "Mận", "Liễu")


def _name(at: int) -> str:
    """Nobody registered here before, not by an earlier measurement in this home either: a
    look-alike would be asked about, as it should.
    """
    names = len(_MIDDLES) * len(_ENDS)
    middle, end = divmod(at % names, len(_ENDS))
    return f"Nghiêm {_PLACES[at // names % len(_PLACES)]} {_MIDDLES[middle]} {_ENDS[end]}"


def _day(at: int) -> str:
    return f"{at % 28 + 1:02d}{at // 28 % 12 + 1:02d}"


_PLACES = ("Ba", "Cam", "Chi", "Diễm", "Giao", "Hoàng", "Kim", "Lệ", "Mộng", "Nguyệt", "Oanh")


def _phone(at: int) -> str:
    return f"09{at % 10**8:08d}"


def _choose_commune(hands: Hands, words: str) -> None:
    commune = text("ui.form.commune")
    hands.write(words)
    hands.answer("places", lambda seen: bool(seen.rows(commune)))
    hands.press("Enter")


def _begin_letter(hands: Hands, sender: str) -> None:
    _open(hands, sender)
    hands.press("F3")
    hands.answer("form of an item", lambda seen: seen.focus == text("ui.acceptance.service"))
    hands.press("F4")
    hands.until(lambda seen: seen.focus == text("ui.acceptance.receiver"), "the receiver")


def _at_weight(hands: Hands, last: str) -> None:
    hands.answer(last, lambda seen: seen.focus == text("ui.acceptance.weight"))


def _finish_letter(hands: Hands, world: World) -> None:
    hands.press("F7")
    hands.answer("checks", lambda seen: text("ui.acceptance.confirm_checks") in seen.text)
    hands.press("F7")
    hands.until(lambda seen: text("ui.acceptance.confirm_checks") not in seen.text, "the form")
    hands.press("F9")
    hands.write("20k")
    pay = text("ui.acceptance.pay")
    hands.answer("price", lambda seen: seen.is_on(pay))
    hands.press("F12")
    booked = text("ui.receipt.booked", moment="|").partition("|")[0]
    seen = hands.answer("booked", lambda seen: booked in seen.text)
    world.items.extend(found.replace(" ", "") for found in _ITEM.findall(seen.text))
    hands.answer("on paper", lambda seen: seen.text.count(text("ui.print.printed")) >= _PAPERS)


_PAPERS = 2
