from app.domain.drafts import BasketContent, ItemEntry


def test_an_item_of_which_only_the_service_was_chosen_is_blank() -> None:
    assert ItemEntry(service="parcel").is_blank()
    assert not ItemEntry(service="parcel", name="L").is_blank()
    assert not ItemEntry(label="RA500000017VN").is_blank()


def test_a_basket_is_empty_until_something_is_typed() -> None:
    assert BasketContent().is_empty()
    assert BasketContent(form=ItemEntry(service="parcel")).is_empty()
    assert not BasketContent(form=ItemEntry(name="Đ")).is_empty()
    assert not BasketContent(items=(ItemEntry(service="parcel"),)).is_empty()
