from dataclasses import replace

import pytest

from app.domain.drafts import ItemEntry
from app.domain.pricing import Quote
from app.domain.weight import WrongWeight
from app.services.shipments import ItemDraft
from tests.fakes.fake_desk import FakeDesk
from tests.fakes.fake_post_office import CATALOGUE, PLACES
from tests.ui.screens.acceptance.items import WHOLE
from tests.ui.screens.acceptance.recording import RecordingItemView
from ui.running import ImmediateRunner
from ui.screens.acceptance.item_presenter import ItemPresenter
from ui.screens.acceptance.receivers import Addressee


class LightDesk(FakeDesk):
    """Takes nothing above a kilogram."""

    def quote(self, item: ItemDraft) -> Quote:
        self.calls.append("quote")
        if item.actual_g > 1_000:
            raise WrongWeight(weight_g=item.actual_g)
        return super().quote(item)


class Form:
    def __init__(self) -> None:
        self.view = RecordingItemView()
        self.desk = LightDesk()
        self.changes = 0
        self.failures: list[Exception] = []
        self.presenter = ItemPresenter(
            self.view,
            self.desk,
            ImmediateRunner(),
            on_change=self._changed,
            failed=self.failures.append,
        )
        self.presenter.begin(ItemEntry(service="parcel"), CATALOGUE)

    def _changed(self) -> None:
        self.changes += 1

    def enter(self, name: str, entry: ItemEntry) -> None:
        self.presenter.changed(name, entry)


@pytest.fixture
def form() -> Form:
    return Form()


LIGHT = replace(WHOLE, weight_g=900)


def test_the_price_comes_as_soon_as_what_where_to_and_how_heavy_are_known(form: Form) -> None:
    form.enter("commune", ItemEntry(service="parcel", commune=PLACES[0]))
    assert form.view.quote is None

    form.enter("weight", ItemEntry(service="parcel", commune=PLACES[0], weight_g=900))
    assert form.view.quote is not None
    assert form.view.quote.charged_g == 900


def test_what_the_price_does_not_depend_on_asks_for_no_new_one(form: Form) -> None:
    form.enter("weight", LIGHT)
    asked = form.desk.calls.count("quote")

    form.enter("name", replace(LIGHT, name="Đặng Văn"))

    assert form.desk.calls.count("quote") == asked


def test_a_refusal_of_the_tariff_stands_beside_its_field_until_it_is_mended(form: Form) -> None:
    form.enter("weight", replace(LIGHT, weight_g=1_001))
    assert form.view.problems["weight"]
    assert form.presenter.gaps() == ("weight",)
    assert form.presenter.priced() is None

    form.enter("weight", LIGHT)
    assert form.view.problems["weight"] == ""
    assert form.presenter.gaps() == ()


def test_a_whole_item_is_ready_for_the_basket(form: Form) -> None:
    form.enter("weight", LIGHT)

    item = form.presenter.priced()

    assert item is not None
    assert item.draft.receiver.name == "Đặng Văn Quyết"
    assert item.quote.total_vnd > 0


def test_gaps_are_named_in_the_order_of_the_form(form: Form) -> None:
    form.enter("weight", replace(LIGHT, name="", checked=(), size="40 30"))

    assert form.presenter.gaps() == ("name", "size", "checked")


def test_a_wrong_phone_is_said_on_leaving_the_field(form: Form) -> None:
    form.enter("phone", replace(LIGHT, phone="12"))
    assert not form.view.problems.get("phone")

    form.presenter.left("phone")

    assert form.view.problems["phone"]


def test_on_leaving_a_field_it_is_written_as_is_usual(form: Form) -> None:
    form.enter("phone", replace(LIGHT, phone="+84912345654"))

    form.presenter.left("phone")

    assert form.view.entry.phone == "0912 345 654"


def test_another_service_drops_what_it_does_not_offer(form: Form) -> None:
    form.enter("service", replace(LIGHT, service="ems"))

    assert form.view.entry.checked == ("seen", "lawful")


def test_the_checklist_opens_and_is_confirmed_as_a_whole(form: Form) -> None:
    form.enter("weight", replace(LIGHT, checked=()))
    form.presenter.open_checks()
    assert form.view.checks_open

    form.presenter.confirm_checks()

    assert not form.view.checks_open
    assert form.view.entry.checked == ("seen", "lawful", "sealed")
    assert form.presenter.gaps() == ()


def test_a_known_receiver_is_filled_in_and_the_next_thing_is_the_weight(form: Form) -> None:
    form.presenter.send_to(Addressee("Lê Văn Tám", "0903 123 456", "12 Hàng Bông", PLACES[1]))

    assert form.view.entry.name == "Lê Văn Tám"
    assert form.view.entry.commune == PLACES[1]
    assert form.view.at == "weight"


def test_what_is_not_known_of_a_receiver_is_asked_for(form: Form) -> None:
    form.presenter.send_to(Addressee("Lê Văn Tám", street="12 Hàng Bông"))

    assert form.view.at == "phone"


def test_communes_are_proposed_for_a_few_letters(form: Form) -> None:
    form.presenter.places.seek("ben nghe ho")
    assert [place.name for place in form.view.places] == ["Sài Gòn"]

    form.presenter.places.seek("")
    assert form.view.places == ()


def test_what_the_counter_refuses_later_sends_the_focus_to_its_field(form: Form) -> None:
    form.presenter.refuse(WrongWeight(weight_g=0))

    assert form.view.at == "weight"
    assert form.view.problems["weight"]


def test_an_item_taken_back_is_priced_at_once(form: Form) -> None:
    form.presenter.begin(LIGHT, CATALOGUE)

    assert form.view.entry == LIGHT
    assert form.presenter.priced() is not None
