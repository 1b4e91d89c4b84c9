"""The part of the desk that keeps what was chosen for this computer."""

from collections.abc import Mapping
from typing import Any, Final

from app.bootstrap.session import DeskPart
from app.services.permissions import Act, require
from app.settings import Settings, save_settings

_LOOK: Final = frozenset(("theme", "text_scale", "language", "sounds"))
"""How the window looks and speaks is everybody's choice; all else is the office's."""


class Choices(DeskPart):
    """Settings, read when the counter was opened and whenever they were changed."""

    def settings(self) -> Settings:
        return self._settings

    def change_settings(self, changes: Mapping[str, Any]) -> Settings:
        """Save first, then use. Raises NotPermitted, and what ``save_settings`` raises."""
        if not changes.keys() <= _LOOK:
            require(self._session.clerk, Act.CHOOSE_DEVICES)
        self._settings = save_settings(self._store.home.settings, changes)
        return self._settings
