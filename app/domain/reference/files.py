"""The dated reference file: a head of ``# key: value`` lines, then a table in CSV.

The form is described in docs/reference-data.md. What the columns mean is the matter of the
modules beside this one.
"""

import csv
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.reference import problems as wrong
from app.domain.reference.problems import ReferenceProblem, ReferenceProblems

KINDS = (
    "services", "tariff", "zones", "surcharges", "remote", "value_added", "vat", "checklist",
    "offices", "provinces", "communes", "old_provinces", "old_communes", "forms",
    "drawer", "complaint_types", "complaint_rules", "transit", "holidays", "consents",
    "other_services",
)  # fmt: skip
KINDS_WITH_SCHEME = frozenset(
    {"zones", "remote", "offices", "provinces", "communes", "old_provinces", "old_communes"}
)

_NEEDED = ("kind", "version", "valid_from", "valid_to", "title", "source")
_OPTIONAL = ("scheme", "replaces")
_MAY_BE_EMPTY = ("valid_to",)
_HEAD_LINE = re.compile(r"#\s*([a-z_]+)\s*:\s*(.*?)\s*")
_VERSION = re.compile(r"[0-9A-Za-z][0-9A-Za-z.-]{0,31}")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_LONGEST_FILE = 4_000_000
_LONGEST_CELL = 500
_LONGEST_SHOWN = 40
_NO_DAY = date(1, 1, 1)


@dataclass(frozen=True, slots=True)
class Row:
    """Cells by column, blanks around them taken off. ``line`` is the row's place in the file."""

    line: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True, eq=False)
class ReferenceFile:
    """One published file. ``text`` is the file as it came, without a byte-order mark.

    ``valid_to`` is the last valid day, None while open. Two files are equal only when they are
    the same object, so that what was parsed of one can be kept by it.
    """

    name: str
    text: str
    kind: str
    version: str
    valid_from: date
    valid_to: date | None
    title: str
    source: str
    scheme: str
    replaces: str
    columns: tuple[str, ...]
    columns_line: int
    rows: tuple[Row, ...]

    def last_day(self, successors: "Mapping[str, ReferenceFile]") -> date | None:
        """The last valid day, when ``successors`` tells which file replaces which version."""
        successor = successors.get(self.version)
        if successor is None:
            return self.valid_to
        eve = successor.valid_from - timedelta(days=1)
        return eve if self.valid_to is None else min(eve, self.valid_to)


@dataclass(frozen=True, slots=True)
class Scanned:
    """``file`` is there when the head names a kind and a table follows, whatever else is wrong."""

    file: ReferenceFile | None
    problems: tuple[ReferenceProblem, ...]


def read_reference_bytes(name: str, data: bytes) -> ReferenceFile:
    """Read a file as it came from disk or network; raises ReferenceProblems."""
    return _sound(scan_bytes(name, data))


def read_reference(name: str, text: str) -> ReferenceFile:
    """Read a file's text; raises ReferenceProblems with all that is wrong about its form."""
    return _sound(scan_text(name, text))


def scan_bytes(name: str, data: bytes) -> Scanned:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        found = data[error.start : error.start + 1].hex()
        return Scanned(None, (wrong.NotUtf8(name, line, "", found),))
    return scan_text(name, text)


def scan_text(name: str, text: str) -> Scanned:
    """As much of the file as can be read, and everything that is wrong about its form."""
    if len(text) > _LONGEST_FILE:
        return Scanned(None, (wrong.FileTooLarge(name, 1, "", str(len(text)), str(_LONGEST_FILE)),))
    scan = _Scan(name, text.removeprefix("\ufeff"))
    file = scan.file()
    return Scanned(file, tuple(sorted(scan.problems, key=lambda problem: problem.line)))


def day_of(text: str) -> date | None:
    """The date written ``YYYY-MM-DD``, None for anything else."""
    if not _DAY.fullmatch(text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def shown(text: str) -> str:
    """Short enough to stand in a sentence, and printable."""
    cut = text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 1] + "…"
    return "".join(char if char.isprintable() else "�" for char in cut)


def _sound(scanned: Scanned) -> ReferenceFile:
    if scanned.problems or scanned.file is None:
        raise ReferenceProblems(scanned.problems)
    return scanned.file


class _Scan:
    """One pass over one file."""

    def __init__(self, name: str, text: str) -> None:
        self.problems: list[ReferenceProblem] = []
        self._name = name
        self._text = text
        self._lines = text.replace("\r\n", "\n").split("\n")
        self._head: dict[str, str] = {}
        self._head_lines: dict[str, int] = {}

    def file(self) -> ReferenceFile | None:
        self._check_normal_form()
        start = self._read_head()
        table = self._table(start)
        columns_line, columns = next(table, (start + 1, ()))
        self._check_columns(columns, columns_line)
        rows = tuple(self._rows(table, columns))
        self._check_head()
        if columns and not rows:
            self._report(wrong.NoRows, columns_line, "")
        if not columns or self._head.get("kind") not in KINDS:
            return None
        return ReferenceFile(
            name=self._name,
            text=self._text,
            kind=self._head["kind"],
            version=self._head.get("version", ""),
            valid_from=day_of(self._head.get("valid_from", "")) or _NO_DAY,
            valid_to=day_of(self._head.get("valid_to", "")),
            title=self._head.get("title", ""),
            source=self._head.get("source", ""),
            scheme=self._head.get("scheme", ""),
            replaces=self._head.get("replaces", ""),
            columns=columns,
            columns_line=columns_line,
            rows=rows,
        )

    def _check_normal_form(self) -> None:
        if unicodedata.is_normalized("NFC", self._text):
            return
        for number, line in enumerate(self._lines, start=1):
            if not unicodedata.is_normalized("NFC", line):
                self._report(wrong.NotNfc, number, "")

    def _read_head(self) -> int:
        """Take the head's keys; the number of lines that it fills."""
        for number, line in enumerate(self._lines, start=1):
            if not line.startswith("#"):
                return number - 1
            match = _HEAD_LINE.fullmatch(line)
            key = match[1] if match else line
            if match is None or key not in _NEEDED + _OPTIONAL:
                self._report(wrong.KeyUnknown, number, shown(key))
            elif key in self._head:
                self._report(wrong.KeyTwice, number, key, match[2])
            else:
                self._head[key] = match[2]
                self._head_lines[key] = number
        return len(self._lines)

    def _check_head(self) -> None:
        for key in _NEEDED:
            if not self._head.get(key) and not (key in self._head and key in _MAY_BE_EMPTY):
                self._report(wrong.KeyMissing, self._head_lines.get(key, 1), key)
        for key, value in self._head.items():
            if len(value) > _LONGEST_CELL:
                self._report_key(wrong.CellTooLong, key, str(_LONGEST_CELL))
        self._check_kind()
        self._check_days()

    def _check_kind(self) -> None:
        kind = self._head.get("kind", "")
        if kind and kind not in KINDS:
            self._report_key(wrong.UnknownCode, "kind", ", ".join(KINDS))
        if kind in KINDS_WITH_SCHEME and not self._head.get("scheme"):
            self._report(wrong.KeyMissing, self._head_lines.get("scheme", 1), "scheme")
        for key in ("version", "scheme", "replaces"):
            if self._head.get(key) and not _VERSION.fullmatch(self._head[key]):
                self._report_key(wrong.WrongShape, key, "2026-01")

    def _check_days(self) -> None:
        first, last = self._head.get("valid_from", ""), self._head.get("valid_to", "")
        for key, value in (("valid_from", first), ("valid_to", last)):
            if value and day_of(value) is None:
                self._report_key(wrong.NotADate, key)
        if day_of(first) and day_of(last) and last < first:
            self._report_key(wrong.DatesBackwards, "valid_to", first)

    def _table(self, start: int) -> Iterator[tuple[int, tuple[str, ...]]]:
        """Line number and cells of every row that is not blank."""
        reader = csv.reader(self._lines[start:], strict=True)
        before = 0
        try:
            for cells in reader:
                if reader.line_num > before + 1:
                    self._report(wrong.BrokenTable, start + before + 1, "")
                before = reader.line_num
                if cells:
                    yield start + reader.line_num, tuple(cell.strip() for cell in cells)
        except csv.Error:
            self._report(wrong.BrokenTable, start + before + 1, "")

    def _check_columns(self, columns: tuple[str, ...], line: int) -> None:
        if not columns:
            self._report(wrong.NoRows, line, "")
        for column in sorted({each for each in columns if columns.count(each) > 1}):
            self._report(wrong.ColumnTwice, line, shown(column))

    def _rows(
        self, table: Iterator[tuple[int, tuple[str, ...]]], columns: tuple[str, ...]
    ) -> Iterator[Row]:
        plain = self._is_plain()
        for line, cells in table:
            if len(cells) != len(columns):
                self._report(wrong.CellsMiscounted, line, "", str(len(cells)), str(len(columns)))
                continue
            if not plain:
                for column, cell in zip(columns, cells, strict=True):
                    self._check_cell(line, shown(column), cell)
            yield Row(line, dict(zip(columns, cells, strict=True)))

    def _is_plain(self) -> bool:
        """Whether no cell can be too long or unprintable: the many communes are read fast."""
        short = max(map(len, self._lines)) <= _LONGEST_CELL
        return short and all(map(str.isprintable, self._lines))

    def _check_cell(self, line: int, column: str, cell: str) -> None:
        if len(cell) > _LONGEST_CELL:
            self._report(wrong.CellTooLong, line, column, cell, str(_LONGEST_CELL))
        elif not cell.isprintable():
            self._report(wrong.CellUnprintable, line, column, cell)

    def _report_key(self, problem: type[ReferenceProblem], key: str, expected: str = "") -> None:
        self._report(problem, self._head_lines[key], key, self._head[key], expected)

    def _report(
        self,
        problem: type[ReferenceProblem],
        line: int,
        column: str,
        found: str = "",
        expected: str = "",
    ) -> None:
        self.problems.append(problem(self._name, line, column, shown(found), expected))
