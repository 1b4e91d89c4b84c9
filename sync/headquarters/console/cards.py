"""Customers' cards: which are good, and shutting one out when its holder says that it is lost."""

from typing import Any

import sqlalchemy as sa
from starlette.requests import Request

from app.domain.customer_number import grouped
from app.messages import text
from sync.headquarters.card_revoking import revoke_cards
from sync.headquarters.console.deeds import deed
from sync.headquarters.console.listing import Listing, column, moment
from sync.headquarters.console.models import CARD, Card
from sync.headquarters.office import Headquarters
from sync.headquarters.tables import metadata

_customer = metadata.tables["customer"]


def _whose(row: Any) -> str:
    name = row.holder.full_name if row.holder is not None else "–"
    return f"{grouped(row.number)} · {name} · {row.card.hex().upper()}"


class Cards(Listing):
    key = "cards"
    icon = "fa-solid fa-id-card"
    row_actions = ("revoke_card",)
    personal = "card_viewed"
    personal_list = True
    list_template = "console_cards.html"

    def __init__(self, headquarters: Headquarters) -> None:
        self.fields = [
            column("number", lambda row: grouped(row.number)),
            column("name", lambda row: row.holder.full_name if row.holder is not None else "–"),
            column("card", lambda row: row.card.hex().upper()),
            column("issued_ms", lambda row: moment(row.issued_ms)),
            column("document", lambda row: text(f"console.card_kind.{row.document}")),
            column("state", card_words),
        ]
        self.sortable_fields = ["issued_ms"]
        self.fields_default_sort = [("issued_ms", True)]
        super().__init__(Card, headquarters)

    def get_list_query(self, request: Request) -> Any:
        return super().get_list_query(request).where(_sought(request))

    def get_count_query(self, request: Request) -> Any:
        return super().get_count_query(request).where(_sought(request))

    def get_detail_query(self, request: Request) -> Any:
        return super().get_list_query(request)

    def called(self, row: Any, pk: Any) -> str:
        return f"{row.number} {row.card.hex()}"

    def fits(self, name: str, row: Any) -> bool:
        return row.out is None and row.revoked is None

    @deed("revoke_card", "ban", danger=True, before=_whose)
    def revoke_card(self, row: Any, reason: str, who: str) -> None:
        revoke_cards(self.hq.database, row.card.hex(), reason, self.hq.clock.now_ms(), who)


def card_words(row: Any) -> str:
    """Whether it is good, and else since when and why not."""
    ended = row.out or row.revoked
    if ended is None:
        return text("console.card_state.good")
    return text("console.card_state.out", at=moment(ended.at_ms), reason=ended.reason)


def _sought(request: Request) -> sa.ColumnElement[bool]:
    """By the customer's number, or by the sixteen signs of a card; everything for nothing typed."""
    typed = "".join(request.query_params.get("of", "").split())
    if not typed:
        return sa.true()
    if len(typed) == 16:
        try:
            return CARD.c.card == bytes.fromhex(typed)
        except ValueError:
            return sa.false()
    uids = sa.select(_customer.c.uid).where(_customer.c.number == typed[:40])
    return sa.or_(CARD.c.number == typed[:40], CARD.c.uid.in_(uids))
