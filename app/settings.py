"""The home folder of one counter, and the few choices made for this computer."""

import os
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

import platformdirs

from app.errors import EnvironmentFault


@dataclass(eq=False)
class SettingsUnreadable(EnvironmentFault):
    """``settings.toml`` is damaged; ``reason`` is the parser's word with the line."""

    code: ClassVar[str] = "settings.unreadable"
    path: str
    reason: str


@dataclass(eq=False)
class HomeUnwritable(EnvironmentFault):
    """The home folder, or something in it, cannot be made, read or written."""

    code: ClassVar[str] = "settings.home_unwritable"
    path: str


@dataclass(frozen=True, slots=True)
class Home:
    """Paths inside the home folder. Nothing of a counter lies anywhere else."""

    root: Path

    @property
    def database(self) -> Path:
        return self.root / "counter.db"

    @property
    def mark(self) -> Path:
        """How far the books had come when last seen: tells an old image from the newest one."""
        return self.root / "counter.mark"

    @property
    def keys(self) -> Path:
        return self.root / "counter.keys"

    @property
    def backups(self) -> Path:
        return self.root / "backups"

    @property
    def printed(self) -> Path:
        return self.root / "printed"

    @property
    def log(self) -> Path:
        return self.root / "tem.log"

    @property
    def crashes(self) -> Path:
        return self.root / "tem.crash"

    @property
    def lock(self) -> Path:
        return self.root / "counter.lock"

    @property
    def settings(self) -> Path:
        return self.root / "settings.toml"

    def make(self) -> None:
        """Create the folder for its owner alone. Raises HomeUnwritable."""
        try:
            self.root.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise HomeUnwritable(path=str(self.root)) from error


def home(given: str | None = None) -> Home:
    """The home from ``--home``, ``TEM_HOME`` or the platform's user data folder.

    Raises HomeUnwritable.
    """
    chosen = given or os.environ.get("TEM_HOME") or platformdirs.user_data_dir("tem", "tem")
    try:
        return Home(Path(chosen).expanduser().absolute())
    except RuntimeError as error:  # "~somebody" whom this computer does not know
        raise HomeUnwritable(path=chosen) from error


SMALLEST, LARGEST = 100, 200
"""Per cent of the text's size that every screen is laid out for."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Printers are "folder" or "cups:QUEUE"; ``theme`` is light, dark or contrast."""

    receipt_printer: str = "folder"
    label_printer: str = "folder"
    theme: str = "light"
    text_scale: int = 100


def load_settings(path: Path) -> Settings:
    """Settings from the file, defaults where it is silent or absent.

    Raises SettingsUnreadable rather than guess when the file is damaged.
    """
    try:
        if not path.exists():
            return Settings()
        found = tomllib.loads(path.read_text(encoding="utf-8"))
        return Settings(
            receipt_printer=str(found.get("receipt_printer", "folder")),
            label_printer=str(found.get("label_printer", "folder")),
            theme=str(found.get("theme", "light")),
            text_scale=min(max(int(found.get("text_scale", 100)), SMALLEST), LARGEST),
        )
    except (ValueError, TypeError, OverflowError, OSError) as error:
        raise SettingsUnreadable(path=str(path), reason=str(error)) from error
