"""A shift as a command tells it: one JSON object, or lines for people."""

from collections.abc import Sequence
from typing import Any

import msgspec

from app.clock import local
from app.domain.shift_summary import Closing, ShiftRow, ShiftSummary
from app.messages import text


def summary_shape(found: ShiftSummary) -> dict[str, Any]:
    """X and Z alike. Where money is not shown yet, every amount is null."""
    shape: dict[str, Any] = msgspec.to_builtins(found, builtin_types=())
    shape["shift"] = shape.pop("number")
    shape["head_hash"] = found.head_hash.hex()
    shape["total"] = msgspec.to_builtins(found.total, builtin_types=())
    if not found.money_shown:
        _hide(shape)
    return shape


def summary_lines(found: ShiftSummary) -> tuple[str, ...]:
    """What a clerk reads of X or Z."""
    code = "cli.shift.z" if found.closing is not None else "cli.shift.x"
    lines = [
        text(code, number=found.z_number, shift=found.number, clerk=found.clerk_name,
             since=f"{local(found.opened_at):%H:%M %d/%m/%Y}"),
    ]  # fmt: skip
    for line in found.services:
        said = "cli.shift.service" if found.money_shown else "cli.shift.service_blind"
        lines.append(
            text(said, label=line.label, items=line.items, amount_vnd=line.net_vnd + line.vat_vnd)
        )
    if not found.money_shown:
        return (*lines, text("cli.shift.blind"))
    cash = found.cash
    lines.append(
        text("cli.shift.cash", float_vnd=cash.float_vnd, earned_vnd=cash.earned_vnd,
             in_vnd=cash.paid_in_vnd, out_vnd=cash.paid_out_vnd, expected_vnd=cash.expected_vnd)
    )  # fmt: skip
    if found.closing is not None:
        lines += _closing_lines(found.closing)
    lines += [
        text("cli.shift.correction", was_vnd=each.counted_was_vnd, now_vnd=each.counted_vnd,
             difference_vnd=each.difference_vnd, reason=each.reason, by=each.approved_by)
        for each in found.corrections
    ]  # fmt: skip
    return (*lines, text("cli.shift.head", seq=found.head_seq, hash=found.head_hash.hex()))


def shift_lines(rows: Sequence[ShiftRow]) -> tuple[str, ...]:
    """One line a shift, the newest first."""
    if not rows:
        return (text("cli.shift.none"),)
    return tuple(_row(row) for row in rows)


def _row(row: ShiftRow) -> str:
    since = f"{local(row.opened_at):%H:%M %d/%m/%Y}"
    if row.closed_at is None:
        return text("cli.shift.row_open", shift=row.number, clerk=row.clerk_name, since=since)
    return text(
        "cli.shift.row",
        shift=row.number,
        clerk=row.clerk_name,
        since=since,
        until=f"{local(row.closed_at):%H:%M}",
        counted_vnd=row.counted_vnd,
        difference_vnd=row.difference_vnd,
    )


def _closing_lines(closing: Closing) -> list[str]:
    lines = [
        text("cli.shift.count", counted_vnd=closing.counted_vnd, expected_vnd=closing.expected_vnd,
             difference_vnd=closing.difference_vnd),
    ]  # fmt: skip
    if closing.agreed_by:
        lines.append(text("cli.shift.agreed", name=closing.agreed_by))
    elif closing.difference_vnd:
        lines.append(text("cli.shift.disputed"))
    lines.append(
        text("cli.shift.left", deposited_vnd=closing.deposited_vnd, left_vnd=closing.left_vnd)
    )
    return lines


def _hide(shape: dict[str, Any]) -> None:
    for name, value in shape.items():
        if isinstance(value, dict):
            _hide(value)
        elif isinstance(value, list):
            for each in value:
                if isinstance(each, dict):
                    _hide(each)
        elif name.endswith("_vnd"):
            shape[name] = None
