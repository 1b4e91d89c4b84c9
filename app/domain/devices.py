"""Printers, papers and the scanner as chosen for one computer: values, and what may stand in them.

A choice that cannot be meant is refused by name; nothing is guessed.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any, ClassVar, Final

from app.errors import EnvironmentFault

FOLDER: Final = "folder"
WAYS: Final = ("folder", "cups", "windows", "tcp", "usb", "serial")
RASTER_WAYS: Final = ("tcp", "usb", "serial")
"""Ways to a printer that is sent dots (ESC/POS) instead of pages."""

PROFILES: Final = ("receipt", "label", "card", "report", "slip")
"""What papers are chosen for; every kind of document belongs to one of them."""

OF_CASH: Final = ("receipt", "slip")
"""Papers that come out when cash was taken: their printers may have the cash drawer."""

_PROFILES_OF: Final[Mapping[str, str]] = {
    "corrected_label": "label",
    "daily_report": "report",
    "customer_card": "card",
    "card_sheet": "report",
}
"""Kinds of document whose profile has another name; any other kind is a slip."""

SCANNERS: Final = ("keyboard", "serial", "hid")
ENDINGS: Final = ("enter", "cr", "lf", "crlf", "none")
SPEEDS: Final = (1200, 2400, 4800, 9600, 19200, 38400, 57600, 115200)
PAPERS: Final = ("", "a4", "a5", "a6")


@dataclass(eq=False)
class SettingWrong(EnvironmentFault):
    """``name`` is the setting as it stands in the file, ``allowed`` what may stand there."""

    code: ClassVar[str] = "settings.wrong_value"
    name: str
    value: str
    allowed: str


@dataclass(eq=False)
class SettingUnknown(EnvironmentFault):
    """A name that no setting has: mostly a slip of the pen."""

    code: ClassVar[str] = "settings.unknown_name"
    name: str
    allowed: str


@dataclass(frozen=True, slots=True)
class PrinterChoice:
    """``connection``: folder, cups:QUEUE, windows:NAME, tcp:HOST[:PORT], usb:PATH, serial:PORT.

    ``dots`` is the width of the head; a printer that never ``answers`` is believed blindly.
    """

    name: str
    connection: str = FOLDER
    dots: int = 576
    answers: bool = True
    baud: int = 115_200
    patience_s: int = 30

    @property
    def way(self) -> str:
        return self.connection.partition(":")[0]

    @property
    def address(self) -> str:
        return self.connection.partition(":")[2]


@dataclass(frozen=True, slots=True)
class PaperChoice:
    """What one kind of document goes to. ``printer`` names a printer, or is a connection itself.

    ``paper`` "" is the size that the document was drawn in; ``drawer`` opens the cash drawer when
    cash was taken.
    """

    printer: str = FOLDER
    paper: str = ""
    copies: int = 1
    cut: bool = True
    drawer: bool = False


@dataclass(frozen=True, slots=True)
class ScannerChoice:
    """``pause_ms`` is the longest time between two characters of one code.

    ``ending`` is what the scanner sends behind a code; "none" lets the pause end it.
    """

    kind: str = "keyboard"
    port: str = ""
    baud: int = 9_600
    prefix: str = ""
    ending: str = "enter"
    pause_ms: int = 50


@dataclass(frozen=True, slots=True)
class Devices:
    """All devices of one computer."""

    printers: tuple[PrinterChoice, ...] = ()
    papers: Mapping[str, PaperChoice] = field(default_factory=dict)
    scanner: ScannerChoice = field(default_factory=ScannerChoice)

    def paper(self, profile: str) -> PaperChoice:
        """What was chosen for ``profile``; slips go where receipts go, all else to the folder."""
        instead = self.papers.get("receipt") if profile == "slip" else None
        return self.papers.get(profile) or instead or PaperChoice()

    def printer_of(self, profile: str) -> PrinterChoice | None:
        """The printer of a profile; None when its name means nothing."""
        wanted = self.paper(profile).printer
        for printer in self.printers:
            if printer.name == wanted:
                return printer
        known = wanted == FOLDER or (wanted.partition(":")[0] in WAYS and ":" in wanted)
        return PrinterChoice(wanted, wanted) if known and _reaches(wanted) else None

    def drawer(self) -> PrinterChoice | None:
        """The printer that opens the cash drawer; None: nobody but a key does."""
        for profile in PROFILES:
            choice = self.printer_of(profile) if self.paper(profile).drawer else None
            if choice is not None and choice.way in RASTER_WAYS:
                return choice
        return None

    def drawer_printers(self) -> tuple[PrinterChoice, ...]:
        """Those that the cash drawer may hang on, once each."""
        found = [self.printer_of(profile) for profile in OF_CASH]
        named = {each.name: each for each in found if each and each.way in RASTER_WAYS}
        return tuple(named.values())

    def used(self) -> tuple[PrinterChoice, ...]:
        """Every printer that some document goes to, and those that are named besides, once."""
        found = [self.printer_of(profile) for profile in PROFILES]
        named = {choice.name: choice for choice in (*found, *self.printers) if choice is not None}
        return tuple(named.values())


@dataclass(frozen=True, slots=True)
class DevicesFound:
    """``printers`` as connections, ``ports`` by name."""

    printers: tuple[str, ...] = ()
    ports: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PrintedRound:
    """What one walk over a printer's queue came to, ``sentences`` for what could not be printed.

    ``awaiting``: something is under way, ask again soon; ``moved``: some document got on.
    """

    sentences: tuple[str, ...] = ()
    awaiting: bool = False
    moved: bool = False


def profile_of(document: str) -> str:
    """The paper that a kind of document is printed on."""
    return _PROFILES_OF.get(document, document if document in PROFILES else "slip")


def devices_from(found: Mapping[str, Any]) -> Devices:
    """Read [printers.*], [papers.*] and [scanner]. Raises SettingWrong and SettingUnknown.

    ``receipt_printer`` and ``label_printer`` are the short way to choose for two papers.
    """
    printers = tuple(
        _printer(name, _table(f"printers.{name}", given))
        for name, given in _table("printers", found.get("printers", {})).items()
    )
    papers = {
        profile: PaperChoice(str(found[f"{profile}_printer"]))
        for profile in ("receipt", "label")
        if f"{profile}_printer" in found
    }
    for profile, given in _table("papers", found.get("papers", {})).items():
        if profile not in PROFILES:
            raise SettingUnknown(f"papers.{profile}", ", ".join(PROFILES))
        papers[profile] = _paper(profile, _table(f"papers.{profile}", given), printers)
    return Devices(printers, papers, _scanner(_table("scanner", found.get("scanner", {}))))


def _printer(name: str, given: Mapping[str, Any]) -> PrinterChoice:
    place = f"printers.{name}"
    _only_known(place, given, PrinterChoice)
    return PrinterChoice(
        name=name,
        connection=_connection(f"{place}.connection", given.get("connection", FOLDER)),
        dots=_between(f"{place}.dots", given.get("dots", 576), 8, 2_400),
        answers=_switch(f"{place}.answers", given.get("answers", True)),
        baud=_one_of(f"{place}.baud", given.get("baud", 115_200), SPEEDS),
        patience_s=_between(f"{place}.patience_s", given.get("patience_s", 30), 2, 600),
    )


def _paper(
    profile: str, given: Mapping[str, Any], printers: tuple[PrinterChoice, ...]
) -> PaperChoice:
    place = f"papers.{profile}"
    _only_known(place, given, PaperChoice)
    wanted = given.get("printer", FOLDER)
    if wanted not in {printer.name for printer in printers}:
        _connection(f"{place}.printer", wanted)
    return PaperChoice(
        printer=wanted,
        paper=_one_of(f"{place}.paper", given.get("paper", ""), PAPERS),
        copies=_between(f"{place}.copies", given.get("copies", 1), 1, 9),
        cut=_switch(f"{place}.cut", given.get("cut", True)),
        drawer=_switch(f"{place}.drawer", given.get("drawer", False)),
    )


def _scanner(given: Mapping[str, Any]) -> ScannerChoice:
    _only_known("scanner", given, ScannerChoice)
    kind = _one_of("scanner.kind", given.get("kind", "keyboard"), SCANNERS)
    prefix = given.get("prefix", "")
    if not isinstance(prefix, str) or len(prefix) > 1:
        raise SettingWrong("scanner.prefix", str(prefix), "~")
    port = given.get("port", "")
    if not isinstance(port, str) or (kind == "serial" and not port):
        raise SettingWrong("scanner.port", str(port), "/dev/ttyUSB0, /dev/ttyACM0, COM3")
    return ScannerChoice(
        kind=kind,
        port=port,
        baud=_one_of("scanner.baud", given.get("baud", 9_600), SPEEDS),
        prefix=prefix,
        ending=_one_of("scanner.ending", given.get("ending", "enter"), ENDINGS),
        pause_ms=_between("scanner.pause_ms", given.get("pause_ms", 50), 10, 500),
    )


def _table(name: str, given: object) -> Mapping[str, Any]:
    if not isinstance(given, Mapping):
        raise SettingWrong(name, str(given), f"[{name}]")
    return given


def _only_known(place: str, given: Mapping[str, Any], choice: type[Any]) -> None:
    known = [each.name for each in fields(choice) if (choice, each.name) != (PrinterChoice, "name")]
    for name in given:
        if name not in known:
            raise SettingUnknown(f"{place}.{name}", ", ".join(known))


def _connection(name: str, value: object) -> str:
    if not isinstance(value, str) or not _reaches(value):
        raise SettingWrong(name, str(value), _CONNECTIONS)
    return value


_CONNECTIONS = "folder, cups:…, windows:…, tcp:192.168.1.50:9100, usb:/dev/usb/lp0, serial:COM3"


def _reaches(connection: str) -> bool:
    """Whether it names a way and, but for the folder, where it leads."""
    way, _, address = connection.partition(":")
    if way == FOLDER:
        return not address
    if way == "tcp" and ":" in address:
        host, _, port = address.rpartition(":")
        return bool(host) and port.isdecimal() and 0 < int(port) < 65_536
    return way in WAYS and bool(address)


def _one_of(name: str, value: Any, allowed: tuple[Any, ...]) -> Any:  # noqa: ANN401 - whatever may stand there
    if isinstance(value, bool) or value not in allowed:
        shown = ", ".join(str(each) for each in allowed if each != "")
        raise SettingWrong(name, str(value), shown)
    return value


def _between(name: str, value: object, low: int, high: int) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
        raise SettingWrong(name, str(value), f"{low}–{high}")
    return value


def _switch(name: str, value: object) -> bool:
    if not isinstance(value, bool):
        raise SettingWrong(name, str(value), "true, false")
    return value
