from dataclasses import replace

from app.domain.drafts import BasketContent, Begun
from app.domain.limits import ItemOverweight
from app.domain.pricing import Quote
from app.services.shipments import ItemDraft
from tests.fakes.fake_desk import FakeDesk
from tests.ui.screens.acceptance.items import WHOLE, priced
from ui.screens.acceptance.restoring import restored

HEAVY = replace(WHOLE, weight_g=90_000)


class Refusing(FakeDesk):
    """The tariff of today takes no more than thirty kilograms."""

    def quote(self, item: ItemDraft) -> Quote:
        if item.actual_g > 30_000:
            raise ItemOverweight(service_label="Bưu kiện", weight_g=item.actual_g, limit_g=30_000)
        return super().quote(item)


def test_a_basket_comes_back_with_the_prices_of_today() -> None:
    desk = Refusing()
    page = next(iter(desk.people.values()))
    begun = Begun(page.number, BasketContent((WHOLE, HEAVY), WHOLE))

    found = restored(desk, begun, lambda: page)

    assert found.items == (priced(WHOLE),)
    assert found.unpriced == (HEAVY,)
    assert found.customer is page
