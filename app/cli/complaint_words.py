"""Complaints as commands show them: JSON for scripts, lines for people."""

from datetime import date
from typing import Any

import msgspec

from app.clock import local
from app.domain.item_code import grouped
from app.messages import text
from app.queries.case_pages import CasePage
from app.queries.complaints import CaseLine, CaseList

_ITEM_LENGTH = 13


def line_shape(line: CaseLine) -> dict[str, Any]:
    """One case of a list."""
    shape: dict[str, Any] = msgspec.to_builtins(line)
    return shape


def case_shape(page: CasePage) -> dict[str, Any]:
    """One case, its line's fields beside the others."""
    shape: dict[str, Any] = msgspec.to_builtins(page)
    line: dict[str, Any] = shape.pop("line")
    return line | shape


def list_lines(found: CaseList) -> tuple[str, ...]:
    head = text(
        "cli.complaint.list",
        open=found.open,
        overdue=found.overdue,
        today=found.today,
        soon=found.soon,
    )
    return head, *(one_line(line) for line in found.lines)


def one_line(line: CaseLine) -> str:
    """``100950-2-K0000012 · hạn 21/01/2027 (còn 61 ngày) · Mất bưu gửi · đã tiếp nhận``."""
    parts = (line.number, due_words(line), line.type_label, line.state_label, line.owner)
    return " · ".join(part for part in parts if part)


def due_words(line: CaseLine) -> str:
    """The due day, and how far away it is while somebody waits for it."""
    return text(
        f"complaint.due.{line.urgency}", due=f"{line.due_on:%d/%m/%Y}", days=abs(line.days_left)
    )


def case_lines(page: CasePage) -> tuple[str, ...]:
    line = page.line
    code = grouped(line.item) if len(line.item) == _ITEM_LENGTH else line.item
    said = (
        one_line(line),
        _window(page),
        " · ".join(part for part in (code, page.role_label, page.name, page.phone_masked) if part),
        page.facts,
        page.remedy,
    )
    events = (
        " · ".join(
            part
            for part in (f"{local(e.at):%H:%M %d/%m/%Y}", e.title, e.detail, e.words, e.clerk_name)
            if part
        )
        for e in page.events
    )
    return (*(each for each in said if each), *events)


def _window(page: CasePage) -> str:
    words = text(f"complaint.timeliness.{page.line.timeliness}")
    return f"{words} ({_day(page.window_until)})" if page.window_until else words


def _day(day: date) -> str:
    return f"{day:%d/%m/%Y}"
