"""Does one step of the scripted day at a real counter; the same step again books nothing new."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from app.bootstrap.desk import CounterDesk
from app.clock import utc
from app.domain.calendar import local_day
from app.domain.drawer import Count, Movement, Purpose
from app.queries.drawer import cash_balance
from app.services.cash import MoveCash, move_cash
from app.services.closing import CloseShift, close_shift
from app.services.confirming import ConfirmPayment, confirm_payment
from app.services.correcting import CorrectShipment, Wanted, correct_shipment
from app.services.credit import AgreeAccount, agree_account
from app.services.customers import RegisterCustomer
from app.services.other_services import RecordService, record_service
from app.services.paying import Tender
from app.services.receiving import Receiver
from app.services.shifts import OpenShift, open_shift
from app.services.shipments import AcceptShipments, ItemDraft
from app.services.voiding import VoidShipments, void_shipments
from app.store.store import Store
from tests.app.cli.tem import CLERK, PIN, SUPERVISOR
from tests.e2e.day.complaining import APPROVED, complain, id_of
from tests.e2e.day.plan import SERVICES, Step

SHORT_VND = 10_000
"""What the count at the end finds too little."""


class Hands:
    """``done`` has what each step before came to: a receipt, a number, a case."""

    def __init__(self, store: Store, desk: CounterDesk, done: Mapping[int, str]) -> None:
        self._store = store
        self._desk = desk
        self._done = done
        people = {person.code: person for person in desk.clerks()}
        self._supervisor = people[SUPERVISOR]
        self._clerk = desk.sign_in(CLERK, PIN)

    def do(self, step: Step) -> str:
        result: str = getattr(self, f"_{step.kind}")(step)
        return result

    def _register(self, step: Step) -> str:
        form = RegisterCustomer(
            id_of(step),
            full_name=f"Nguyễn Văn {step.how['name']}",
            phones=(f"0903 12{step.number:01d} 456",),
            street="12 Hàng Bông",
            commune="00070",
        )
        return self._desk.register(form).number

    def _agree(self, step: Step) -> str:
        until: date = local_day(utc(self._store.clock.now_ms())) + timedelta(days=30)
        command = AgreeAccount(
            id_of(step), self._done[step.about], "HĐ 1/2026", 900_000_000, until, APPROVED
        )
        return agree_account(command, self._store.unit_of_work(), self._clerk).contract

    def _open(self, step: Step) -> str:
        command = OpenShift(id_of(step), Count({100_000: 300, 50_000: 200, 10_000: 500}))
        return open_shift(command, self._store.unit_of_work(), self._clerk).shift

    def _sale(self, step: Step) -> str:
        way = step.how["way"]
        items = tuple(self._item(each, way) for each in step.how["items"])
        due = 0 if way == "receiver" else sum(self._desk.quote(i).total_vnd for i in items)
        ways: dict[str, dict[str, Any]] = {
            "cash": {"tendered_vnd": -(-due // 50_000) * 50_000},
            "transfer": {"transfer_vnd": due, "tendered_vnd": 0},
            "mixed": {"transfer_vnd": due // 2, "tendered_vnd": due - due // 2},
            "account": {"on_account_vnd": due, "tendered_vnd": 0},
            "receiver": {"tendered_vnd": 0},
        }
        basket = AcceptShipments(
            id_of(step), self._done[step.about], items, tendered_confirmed=True, **ways[way]
        )
        return self._desk.accept(basket).receipt

    def _item(self, how: dict[str, Any], way: str) -> ItemDraft:
        service = how["service"]
        cod = how["cod"] and service != "registered"
        added = ("receiver_pays",) if way == "receiver" else (("cod",) if cod else ())
        points = self._desk.catalogue().checklist.points_for(service)
        return ItemDraft(
            service=service,
            contents="Hàng gửi",
            actual_g=how["actual_g"],
            receiver=Receiver("Đặng Văn Quyết", "0912 000 654", "5 Lê Lợi", "26740"),
            checked=tuple(point.code for point in points),
            cod_vnd=500_000 if cod else 0,
            value_added=added,
        )

    def _void(self, step: Step) -> str:
        command = VoidShipments(id_of(step), self._done[step.about], "Khách đổi ý", APPROVED)
        return void_shipments(command, self._store.unit_of_work(), self._clerk).slip

    def _correct(self, step: Step) -> str:
        code = self._desk.receipt(self._done[step.about]).items[0]
        command = CorrectShipment(
            id_of(step),
            code,
            Wanted(actual_g=1_900),
            "Cân lại",
            APPROVED,
            tender=Tender(cash_vnd=500_000, confirmed=True),
        )
        return correct_shipment(command, self._store.unit_of_work(), self._clerk).slip

    def _confirm(self, step: Step) -> str:
        command = ConfirmPayment(id_of(step), self._done[step.about], f"FT{step.number:08d}")
        confirm_payment(command, self._store.unit_of_work(), self._clerk)
        return ""

    def _service(self, step: Step) -> str:
        service, amount_vnd, fee_vnd, words = SERVICES[step.how["which"]]
        command = RecordService(
            id_of(step),
            self._done[step.about],
            service,
            amount_vnd,
            fee_vnd,
            **_details(service, words),
            tender=Tender(cash_vnd=amount_vnd + fee_vnd),
        )
        return record_service(command, self._store.unit_of_work(), self._clerk).receipt

    def _cash(self, step: Step) -> str:
        move = Movement(step.how["move"])
        amount_vnd = 0 if move is Movement.NO_SALE else 200_000
        command = MoveCash(id_of(step), move, amount_vnd, Purpose.OTHER, "đổi tiền lẻ")
        return move_cash(command, self._store.unit_of_work(), self._clerk).movement

    def _reprint(self, step: Step) -> str:
        return self._desk.reprint(self._done[step.about]).receipt

    def _complaint(self, step: Step) -> str:
        item = self._desk.receipt(self._done[step.about]).items[0]
        return complain(step, item, self._store, (self._clerk, self._supervisor))

    def _close(self, step: Step) -> str:
        with self._store.reading() as connection:
            held = cash_balance(connection)
        command = CloseShift(id_of(step), Count(loose_vnd=held - SHORT_VND))
        return close_shift(command, self._store.unit_of_work(), self._clerk).shift


def _details(service: str, words: tuple[str, ...]) -> dict[str, Any]:
    if service == "money_order":
        return {"details": {"reference": words[0], "party": words[1]}}
    if service == "press":
        begins, _, ends = words[2].partition(" ")
        return {
            "details": {"title": words[0], "copies": words[1]},
            "period_from": begins,
            "period_to": ends,
        }
    return {
        "details": {"reference": words[0], "party": words[1]},
        "period_from": words[2],
        "period_to": words[2],
    }
