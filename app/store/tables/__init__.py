"""The tables, one module per subject. ``metadata`` is what the migrations must arrive at."""

from app.store.tables import acceptance, customers, journal, prints, search, shipments, station
from app.store.tables.metadata import metadata

__all__ = [
    "acceptance",
    "customers",
    "journal",
    "metadata",
    "prints",
    "search",
    "shipments",
    "station",
]
