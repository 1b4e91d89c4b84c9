"""A field that says in grey what stood there last time; Enter in the empty field takes it."""

from app.messages import text
from ui.widgets.field import Field


class ProposedField(Field):
    """Nothing is filled in by itself: it takes a key of the clerk, who has read it."""

    def __init__(self, label: str) -> None:
        super().__init__(label)
        self._proposed = ""
        self.entered.connect(self._take)

    def propose(self, words: str) -> None:
        """What Enter would take; "" for nothing."""
        self._proposed = words
        told = text("ui.field.proposed", words=words) if words else ""
        self.edit.setPlaceholderText(told)

    def _take(self) -> None:
        if self._proposed and not self.value():
            self.set_value(self._proposed)
            self.edited.emit(self._proposed)
