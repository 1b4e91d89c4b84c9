from app.domain.citizen import CitizenCard
from app.domain.request_qr import CustomerRequest, write_request
from app.queries.finding import Findings, Hit
from app.services.signing_in import WrongPin
from tests.fakes.fake_desk import FakeDesk
from tests.fakes.held_runner import HeldRunner
from ui.running import ImmediateRunner, Runner
from ui.shell.universal_presenter import UniversalPresenter, Ways
from ui.style.tokens import Tone

CARD = "001090000001|012345678|Nguyễn Văn A|01011990|Nam|Số 1 phố Thử, Hà Nội|15042021"


class _Box:
    """Records what the box shows and where it leads."""

    def __init__(self, desk: FakeDesk | None = None, runner: Runner | None = None) -> None:
        self.hits: tuple[Hit, ...] = ()
        self.foot = ""
        self.open = False
        self.cleared = 0
        self.led: list[object] = []
        self.tones: list[bool] = []
        self.told: list[tuple[str, Tone]] = []
        self.failed: list[Exception] = []
        ways = Ways(
            open_customer=lambda number, card: self.led.append(
                ("customer", number) if card is None else ("customer", number, card.full_name)
            ),
            open_receipt=lambda receipt: self.led.append(("receipt", receipt)),
            open_registration=self._register,
            open_case=lambda number: self.led.append(("case", number)),
            open_request=lambda item, sender: self.led.append(("request", item.name, sender)),
            tell=lambda sentence, tone: self.told.append((sentence, tone)),
            fail=self.failed.append,
            elsewhere=lambda found: self.led.append(("elsewhere", found.unknown)),
            heard=self.tones.append,
        )
        self.desk = desk or FakeDesk()
        used = runner or ImmediateRunner()
        self.presenter = UniversalPresenter(self, self.desk, (used, used), ways)

    def show_hits(self, hits: tuple[Hit, ...], foot: str) -> None:
        self.hits, self.foot, self.open = hits, foot, True

    def clear(self) -> None:
        self.open = False
        self.cleared += 1

    def close_list(self) -> None:
        self.open = False

    def _register(self, card: CitizenCard | None, typed: str) -> None:
        self.led.append(("registration", card.number if card else "", typed))


class _Finds(FakeDesk):
    """Answers with what the test prepared."""

    def __init__(self, found: Findings) -> None:
        super().__init__()
        self._findings = found
        self.asked: list[str] = []
        self.asked_for_more = False

    def find(self, text: str) -> Findings:
        self.asked.append(text)
        return self._findings

    def suggest(self, text: str, *, more: bool = False) -> Findings:
        self.asked.append(text)
        self.asked_for_more = more
        return self._findings


TUYET = Hit("customer", "0119004821317", "Nguyễn Thị Ánh Tuyết")


def test_every_key_proposes() -> None:
    box = _Box()

    box.presenter.typed("nguyen thi anh tu")

    assert [hit.title for hit in box.hits] == ["Nguyễn Thị Ánh Tuyết"] * 2
    assert box.foot.startswith("2 kết quả")


def test_an_emptied_box_closes_its_list() -> None:
    box = _Box()
    box.presenter.typed("nguyen")

    box.presenter.typed("  ")

    assert not box.open


def test_enter_opens_the_marked_hit() -> None:
    box = _Box()
    box.presenter.typed("nguyen")

    box.presenter.entered(box.hits[1])

    assert box.led == [("customer", box.hits[1].code)]
    assert box.cleared == 1


def test_enter_before_the_list_has_caught_up_looks_the_text_up() -> None:
    runner = HeldRunner()
    box = _Box(runner=runner)
    box.presenter.typed("cong tang")
    stale = TUYET

    box.presenter.entered(stale)
    runner.answer_all()

    assert box.led == []
    assert [hit.title for hit in box.hits] == ["Công Tằng Tôn Nữ Hoàng Phương Tường"]


def test_enter_in_an_empty_box_does_nothing() -> None:
    box = _Box()

    box.presenter.entered(None)

    assert not box.led


def test_an_answer_for_letters_long_gone_is_not_shown() -> None:
    runner = HeldRunner()
    box = _Box(runner=runner)
    box.presenter.typed("n")
    box.presenter.typed("")
    runner.answer_all()

    assert not box.open


def test_nothing_found_says_what_to_do() -> None:
    box = _Box()

    box.presenter.typed("xyzxyz")

    assert box.hits == ()
    assert "đăng ký khách mới" in box.foot


def test_ctrl_enter_begins_a_new_customer_with_what_was_typed() -> None:
    box = _Box()
    box.presenter.typed("Lê Văn Tám")

    box.presenter.register_new()

    assert box.led == [("registration", "", "Lê Văn Tám")]


def test_esc_takes_away_what_there_is_and_then_says_there_is_nothing() -> None:
    box = _Box()
    box.presenter.typed("nguyen")

    assert box.presenter.cancelled()
    assert not box.presenter.cancelled()


def test_a_list_that_goes_on_is_asked_for_more() -> None:
    desk = _Finds(Findings(hits=(TUYET,), more=True))
    box = _Box(desk)
    box.presenter.typed("nguyen")

    box.presenter.more()

    assert desk.asked_for_more


def test_a_list_that_ends_is_not() -> None:
    desk = _Finds(Findings(hits=(TUYET,)))
    box = _Box(desk)
    box.presenter.typed("nguyen")

    box.presenter.more()

    assert not desk.asked_for_more


def test_a_scanned_customer_is_opened_at_once() -> None:
    box = _Box()
    number = next(iter(box.desk.people))

    box.presenter.scanned(number)

    assert box.led == [("customer", number)]


def test_a_card_never_seen_before_leads_to_registration() -> None:
    box = _Box()

    box.presenter.scanned(CARD)

    assert box.led == [("registration", "001090000001", "")]


def test_a_scan_with_several_meanings_opens_the_list() -> None:
    box = _Box()

    box.presenter.scanned("456")

    assert len(box.hits) == 2
    assert not box.led


def test_a_wrong_scan_is_explained_in_the_strip() -> None:
    box = _Box()

    box.presenter.scanned("EB000717594HK")

    assert len(box.told) == 1
    assert box.told[0][1] is Tone.BAD
    assert not box.open


def test_a_wrong_code_typed_is_explained_below_the_box() -> None:
    box = _Box()
    box.presenter.typed("EB000717594HK")

    box.presenter.entered(None)

    assert "sai số kiểm tra" in box.foot
    assert not box.told


def test_a_scan_of_something_unknown_is_explained() -> None:
    box = _Box()

    box.presenter.scanned("RR473124829GB")

    assert "không có trong sổ" in box.told[0][0]


def test_a_repaired_scan_says_what_it_was() -> None:
    box = _Box(_Finds(Findings(hits=(TUYET,), exact=True, repaired="EE471108151VN")))

    box.presenter.scanned("Ê471108151VN")

    assert "EE471108151VN" in box.told[0][0]
    assert box.led == [("customer", TUYET.code)]


def test_a_repaired_scan_that_is_not_in_the_books_is_named_too() -> None:
    box = _Box(_Finds(Findings(repaired="EE471108151FR")))

    box.presenter.scanned("Ê471108151FR")

    assert "EE471108151FR" in box.told[0][0]
    assert "không có trong sổ" in box.told[0][0]


def test_a_receipt_leads_to_its_page() -> None:
    hit = Hit("receipt", "100950-2-0000001", "Nguyễn Thị Ánh Tuyết")
    box = _Box(_Finds(Findings(hits=(hit,), exact=True)))

    box.presenter.scanned("100950-2-0000001")

    assert box.led == [("receipt", "100950-2-0000001")]


def test_a_refusal_stands_below_the_box_and_a_bug_is_handed_on() -> None:
    box, bug = _Box(), ValueError("a bug")

    box.desk.fail_next = WrongPin(left=4)
    box.presenter.typed("x")
    box.desk.fail_next = bug
    box.presenter.typed("xy")

    assert box.foot
    assert box.failed == [bug]


def test_a_scan_empties_the_box_first() -> None:
    box = _Box()
    box.presenter.typed("nguyen")

    box.presenter.scanned("EB000717594HK")

    assert box.cleared == 1


def test_a_request_of_a_known_customer_opens_their_basket() -> None:
    box = _Box()
    number = next(iter(box.desk.people))

    box.presenter.scanned(write_request(CustomerRequest(name="Lan", customer=number)))

    assert box.led == [("request", "Lan", number)]


def test_a_request_of_somebody_unknown_waits_for_its_sender() -> None:
    box = _Box()

    box.presenter.scanned(write_request(CustomerRequest(name="Lan", contents="Áo dài")))

    assert (box.led, box.tones) == ([("request", "Lan", "")], [True])
