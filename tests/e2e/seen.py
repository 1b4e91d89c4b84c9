"""What a window shows at one moment."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Seen:
    """``focus`` is the name of the widget that keys go to, ``scans`` all that was taken for one."""

    title: str
    size: tuple[int, int]
    active: bool
    focus: str
    parts: tuple[Mapping[str, Any], ...]
    scans: tuple[str, ...] = ()

    @classmethod
    def of(cls, told: Mapping[str, Any]) -> "Seen":
        """From the answer of the watcher in the counter's process."""
        wide, high = told["size"]
        parts = tuple(told["parts"])
        scans = tuple(told.get("scans", ()))
        return cls(told["title"], (wide, high), told["active"], told["focus"], parts, scans)

    @property
    def text(self) -> str:
        """Every word on the screen in reading order, one part a line; no-break blanks as blanks."""
        lines: list[str] = []
        for part in self.parts:
            lines += part["rows"] if part["kind"] == "list" else [part["name"]]
        return "\n".join(lines).replace("\N{NO-BREAK SPACE}", " ")

    @property
    def fields(self) -> Mapping[str, str]:
        """What stands in each entry, by its label."""
        return {part["name"]: part["value"] for part in self.parts if part["kind"] == "field"}

    def rows(self, name: str) -> tuple[str, ...]:
        """The rows of a list."""
        found = (p["rows"] for p in self.parts if p["kind"] == "list" and p["name"] == name)
        return tuple(next(found, ()))

    def is_on(self, button: str) -> bool:
        """Whether a toggle is on, or a key of the bar works."""
        return any(
            part["value"]
            for part in self.parts
            if part["kind"] == "button" and part["name"] == button
        )
