from dataclasses import replace

from tests.ui.screens.acceptance.items import WHOLE, priced
from ui.screens.acceptance.basket import Basket, Priced


def _item(weight_g: int) -> Priced:
    return priced(replace(WHOLE, weight_g=weight_g))


def _weights(basket: Basket) -> list[int | None]:
    return [item.entry.weight_g for item in basket.items]


def test_items_stand_in_the_order_they_came() -> None:
    basket = Basket(bytes(16))

    for weight in (1, 2, 3):
        basket.add(_item(weight))

    assert _weights(basket) == [1, 2, 3]


def test_undoing_an_addition_hands_the_item_back() -> None:
    basket = Basket(bytes(16))
    basket.add(_item(1))

    taken = basket.undo()

    assert taken is not None
    assert taken.entry.weight_g == 1
    assert _weights(basket) == []


def test_undoing_a_removal_puts_the_item_where_it_was() -> None:
    basket = Basket(bytes(16))
    for weight in (1, 2, 3):
        basket.add(_item(weight))
    basket.remove(1)
    assert _weights(basket) == [1, 3]

    assert basket.undo() is None

    assert _weights(basket) == [1, 2, 3]


def test_undoing_goes_back_to_the_very_beginning_and_no_further() -> None:
    basket = Basket(bytes(16))
    basket.add(_item(1))
    basket.remove(0)

    basket.undo()
    basket.undo()

    assert basket.undo() is None
    assert _weights(basket) == []
