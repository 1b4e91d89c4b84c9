"""Communes as options of a search field."""

from app.domain.places import Place
from app.messages import text
from ui.widgets.options import Option


def place_option(place: Place) -> Option:
    """One commune in one line; the old unit by which it was found stands below."""
    was = text("ui.place.was", was=place.was) if place.was else ""
    return Option(value=place, title=place.label, detail=was)
