"""How items read in the basket; Qt-free."""

from dataclasses import dataclass

from app.domain.drafts import ItemEntry
from app.domain.pricing import PriceLine, Quote
from app.domain.reference.catalogue import Catalogue
from app.messages import text
from ui.formats import grams
from ui.screens.acceptance.basket import Priced


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the basket. ``amount_vnd`` is None until priced; ``open``: on the form.

    ``due_vnd`` is what of it is paid at the counter: nothing when the receiver pays.
    """

    title: str
    detail: str
    amount_vnd: int | None
    due_vnd: int
    lines: tuple[PriceLine, ...]
    open: bool


def laid_in(item: Priced, catalogue: Catalogue) -> Row:
    """The row of an item in the basket."""
    return _row(item.entry, item.quote, catalogue, is_open=False)


def on_form(entry: ItemEntry, quote: Quote | None, catalogue: Catalogue) -> Row:
    """The row of the item that is being entered."""
    return _row(entry, quote, catalogue, is_open=True)


def _row(entry: ItemEntry, quote: Quote | None, catalogue: Catalogue, *, is_open: bool) -> Row:
    service = catalogue.service(entry.service)
    label = service.short_label if service else entry.service
    title = label
    if entry.commune is not None:
        title = text("ui.acceptance.row", service=label, province=entry.commune.province_name)
    weight_g = quote.charged_g if quote else entry.weight_g
    details = [grams(weight_g)] if weight_g else []
    details += [] if not entry.declared_vnd else [text("ui.acceptance.row_declared")]
    details += [] if not entry.cod_vnd else [text("ui.acceptance.row_cod")]
    details += [
        each.label[:1].lower() + each.label[1:]
        for each in catalogue.value_added
        if each.code in entry.value_added
    ]
    total_vnd = quote.total_vnd if quote else None
    return Row(
        title=title,
        detail=" · ".join(details),
        amount_vnd=total_vnd,
        due_vnd=0 if catalogue.paid_at_delivery(entry.value_added) else total_vnd or 0,
        lines=quote.lines if quote else (),
        open=is_open,
    )
