"""The home folder of one counter, and the few choices made for this computer."""

import json
import os
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, ClassVar, Final

import platformdirs

from app.domain.devices import Devices, devices_from
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
    def revocation(self) -> Path:
        """Headquarters' order that locked this store."""
        return self.root / "counter.revoked"

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
    def evidence(self) -> Path:
        """Sealed files of complaints, readable with the store's key alone."""
        return self.root / "evidence"

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
    """``devices`` are printers, papers and scanner; ``theme`` is light, dark or contrast.

    ``language`` is vi or en; ``sounds`` says accepted and refused scans aloud. ``reveal_reason``:
    masked data is shown in full only to who says why.
    """

    devices: Devices = field(default_factory=Devices)
    theme: str = "light"
    text_scale: int = 100
    language: str = "vi"
    sounds: bool = True
    reveal_reason: bool = False


def load_settings(path: Path) -> Settings:
    """Settings from the file, defaults where it is silent or absent.

    Raises SettingsUnreadable rather than guess when the file is damaged, and what
    ``app.domain.devices`` refuses.
    """
    try:
        found = _found(path)
        return Settings(
            devices=devices_from(found),
            theme=str(found.get("theme", "light")),
            text_scale=min(max(int(found.get("text_scale", 100)), SMALLEST), LARGEST),
            language=str(found.get("language", "vi")),
            sounds=bool(found.get("sounds", True)),
            reveal_reason=bool(found.get("reveal_reason", False)),
        )
    except (ValueError, TypeError, OverflowError, OSError) as error:
        raise SettingsUnreadable(path=str(path), reason=str(error)) from error


def save_settings(path: Path, changes: Mapping[str, Any]) -> Settings:
    """Change some settings and leave the others; the file is replaced whole or not at all.

    ``changes`` has the shape of the file: {"theme": "dark", "scanner": {"kind": "hid"}}. A table
    is merged, None takes a setting away. Raises what ``load_settings`` raises, and
    HomeUnwritable; the file is then as it was.
    """
    unfinished = path.with_name(f".{path.name}.part")
    try:
        merged = _merged(_found(path), changes)
        unfinished.write_text("\n".join(_lines(merged)) + "\n", encoding="utf-8")
        settings = load_settings(unfinished)
        with unfinished.open("rb") as written:
            os.fsync(written.fileno())
        unfinished.replace(path)
    except tomllib.TOMLDecodeError as error:
        raise SettingsUnreadable(path=str(path), reason=str(error)) from error
    except OSError as error:
        raise HomeUnwritable(path=str(path)) from error
    finally:
        unfinished.unlink(missing_ok=True)
    return settings


def _found(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def _merged(before: Mapping[str, Any], changes: Mapping[str, Any]) -> dict[str, Any]:
    merged = dict(before)
    for name, value in changes.items():
        if value is None:
            merged.pop(name, None)
        elif isinstance(value, Mapping):
            inner = before.get(name, {})
            merged[name] = _merged(inner if isinstance(inner, Mapping) else {}, value)
        else:
            merged[name] = value
    return merged


_BARE: Final = re.compile(r"[A-Za-z0-9_-]+")


def _lines(table: Mapping[str, Any], place: tuple[str, ...] = ()) -> Iterator[str]:
    """A table as TOML: what stands in it first, then the tables below it."""
    if place:
        yield f"\n[{'.'.join(_key(part) for part in place)}]"
    for name, value in table.items():
        if not isinstance(value, Mapping):
            yield f"{_key(name)} = {_value(value)}"
    for name, value in table.items():
        if isinstance(value, Mapping):
            yield from _lines(value, (*place, name))


def _key(name: str) -> str:
    return name if _BARE.fullmatch(name) else _value(name)


def _value(value: Any) -> str:  # noqa: ANN401 - whatever stood in the file
    """As JSON writes it, which is TOML for text, numbers, switches and lists of them."""
    return json.dumps(value, ensure_ascii=False, default=str).replace("\x7f", "\\u007f")
