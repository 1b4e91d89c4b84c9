"""Rows of a CSV file, whatever encoding and separator it came with."""

import codecs
import csv
import re
from collections.abc import Iterator
from io import StringIO
from itertools import islice

from app.services.bulk.refusals import (
    BulkEncodingMixed,
    BulkEncodingUnknown,
    BulkFileUnreadable,
)

_SEPARATORS = ";\t|,"
_LONGEST_CELL = 2_000
_QUOTED = re.compile(r'"[^"]*"')


def text_rows(data: bytes, most: int) -> list[tuple[int, list[str]]]:
    """Up to ``most`` rows with the line each begins on; the rest is not read.

    Raises BulkEncodingMixed, BulkEncodingUnknown and BulkFileUnreadable.
    """
    text = decoded(data)
    return list(islice(_rows(text), most))


def decoded(data: bytes) -> str:
    """UTF-8, with or without its mark, UTF-16 with its mark, or cp1258; never a guess by line."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return data.decode("utf-16")
        except UnicodeDecodeError as error:
            raise BulkEncodingUnknown(line=_line(data[: error.start])) from error
    if b"\0" in data:
        raise BulkFileUnreadable
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _legacy(data)


def _legacy(data: bytes) -> str:
    """The code page of old Vietnamese Windows, when no line is in UTF-8."""
    kinds = {number: _is_utf8(line) for number, line in _foreign_lines(data)}
    first = next(iter(kinds.values()))
    for number, is_utf8 in kinds.items():
        if is_utf8 != first:
            raise BulkEncodingMixed(line=number)
    try:
        return data.decode("cp1258")
    except UnicodeDecodeError as error:
        raise BulkEncodingUnknown(line=_line(data[: error.start])) from error


def _foreign_lines(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Lines that are not plain ASCII: only they tell an encoding."""
    for number, line in enumerate(data.splitlines(), 1):
        if not line.isascii():
            yield number, line.removeprefix(codecs.BOM_UTF8)


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode()
    except UnicodeDecodeError:
        return False
    return True


def _line(before: bytes) -> int:
    return before.count(b"\n") + 1


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(StringIO(text, newline=""), delimiter=_separator(text), strict=True)
    begins = 1
    try:
        for cells in reader:
            yield begins, [cell[:_LONGEST_CELL] for cell in cells]
            begins = reader.line_num + 1
    except csv.Error as error:
        raise BulkFileUnreadable from error


def _separator(text: str) -> str:
    """The sign that stands most often, outside quotes, in the first lines with any of them."""
    head = [_QUOTED.sub("", line) for line in islice(text.splitlines(), 10)]
    counts = {each: sum(line.count(each) for line in head) for each in _SEPARATORS}
    return max(counts, key=lambda each: counts[each]) if any(counts.values()) else ","
