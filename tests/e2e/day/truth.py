"""What the journal says of a day, added up without any of the program's own reading.

Bodies are plain JSON here, kinds are numbers of docs/protocol.md: nothing is shared with the report
but the file it is made from.
"""

import json
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from app.settings import Home
from app.store.engine import connect
from app.store.keys import load_secrets

ITEM, VOID, CORRECTION, SERVICE, SERVICE_VOID = 20, 21, 22, 25, 26
PAYMENT, REFUND, COPY = 30, 31, 40


@dataclass(slots=True)
class Truth:
    """Amounts in đồng, by account and by service; counts by kind of entry."""

    entries: int = 0
    head: str = ""
    kinds: Counter[int] = field(default_factory=Counter)
    debit: Counter[str] = field(default_factory=Counter)
    credit: Counter[str] = field(default_factory=Counter)
    pieces: Counter[str] = field(default_factory=Counter)
    charged_g: Counter[str] = field(default_factory=Counter)
    net: Counter[str] = field(default_factory=Counter)
    vat: Counter[str] = field(default_factory=Counter)
    cod: int = 0
    _items: dict[str, dict[str, Any]] = field(default_factory=dict)
    _services: dict[str, str] = field(default_factory=dict)

    @property
    def gross(self) -> int:
        return self.net.total() + self.vat.total()

    @property
    def sales(self) -> int:
        return self.kinds[PAYMENT] + self.kinds[SERVICE]

    def balance(self, account: str) -> int:
        return self.debit[account] - self.credit[account]

    def add(self, kind: int, body: dict[str, Any]) -> None:
        self.entries += 1
        self.kinds[kind] += 1
        for leg in body.get("postings", []):
            side = self.debit if leg["amount_vnd"] > 0 else self.credit
            side[leg["account"]] += abs(leg["amount_vnd"])
        if kind == ITEM:
            self._items[body["code"]] = body
            self._terms(body, 1)
            self.cod += body["cod_vnd"]
        elif kind == CORRECTION:
            self._terms(body["was"], -1)
            self._terms(body["now"], 1)
            self._items[body["code"]] = {**self._items[body["code"]], **body["now"]}
        elif kind == VOID:
            item = self._items[body["code"]]
            self._terms(item, -1)
            self.cod -= item["cod_vnd"]
        elif kind == SERVICE:
            self._services[body["number"]] = body["service"]
            self.pieces[body["service"]] += 1
            self.net[body["service"]] += body["fee_vnd"] - body["vat_vnd"]
            self.vat[body["service"]] += body["vat_vnd"]

    def _terms(self, terms: dict[str, Any], sign: int) -> None:
        service = terms["service"]
        self.pieces[service] += sign
        self.charged_g[service] += sign * terms["charged_g"]
        self.net[service] += sign * terms["net_vnd"]
        self.vat[service] += sign * terms["vat_vnd"]


def read_truth(home: Home, start_ms: int, end_ms: int) -> Truth:
    """Of every entry whose clock stood between the two moments."""
    connection = connect(home.database, load_secrets(home).database, query_only=True)
    found = Truth()
    try:
        rows = connection.execute(
            "SELECT kind, body, hash FROM journal WHERE wall_ms >= ? AND wall_ms < ? ORDER BY seq",
            (start_ms, end_ms),
        )
        for kind, body, digest in rows:
            found.add(kind, json.loads(body))
            found.head = digest.hex()
    finally:
        connection.close()
    return found
