"""The tables, one module per subject. ``metadata`` is what the migrations must arrive at."""

from app.store.tables import (
    acceptance,
    cards,
    complaints,
    conflicts,
    customers,
    heard,
    journal,
    merges,
    money,
    prints,
    relations,
    search,
    shifts,
    shipments,
    station,
)
from app.store.tables.metadata import metadata

__all__ = [
    "acceptance",
    "cards",
    "complaints",
    "conflicts",
    "customers",
    "heard",
    "journal",
    "merges",
    "metadata",
    "money",
    "prints",
    "relations",
    "search",
    "shifts",
    "shipments",
    "station",
]
