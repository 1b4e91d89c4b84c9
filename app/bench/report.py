"""The table that ``tem bench`` prints for people."""

from collections.abc import Iterator, Sequence

from app.bench.rows import Budget, Row
from app.messages import text

_FIGURES = ("median", "p95", "p99", "worst")
_GAP = "  "


def table(rows: Sequence[Row]) -> Iterator[str]:
    """One line for each row; columns are as wide as what stands in them."""
    heads = [text("bench.column.work"), *map(_figure_name, _FIGURES)]
    heads += [text(f"bench.column.{name}") for name in ("floor", "ratio", "budget", "verdict")]
    lines = [heads, *map(_cells, rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    for cells in lines:
        yield _line(cells, widths)
    for row in rows:
        if row.note:
            yield text(f"bench.note.{row.name}", note=row.note)


def _cells(row: Row) -> list[str]:
    figures = [_number(row.figures.get(name), row.unit) for name in _FIGURES]
    ratio = "" if row.ratio is None else f"{_decimal(row.ratio, 1)} ×"
    budget = ", ".join(_budget(each, row.unit) for each in row.budgets)
    verdict = text("bench.kept" if row.ok else "bench.over")
    return [
        text(f"bench.row.{row.name}"),
        *figures,
        _number(row.floor, row.unit),
        ratio,
        budget,
        verdict,
    ]


def _budget(budget: Budget, unit: str) -> str:
    if budget.what == "ratio":
        return f"≤ {_decimal(budget.limit, 0)} ×"
    return f"{_figure_name(budget.what)} ≤ {_number(budget.limit, unit)}"


def _figure_name(name: str) -> str:
    return name if name.startswith("p") else text(f"bench.figure.{name}")


def _number(value: float | None, unit: str) -> str:
    """Three figures that count: 0,031 ms, 4,21 ms, 38,5 ms, 1.200 ms."""
    if value is None:
        return ""
    places = 3 if value < 1 else 2 if value < 10 else 1 if value < 100 else 0
    return f"{_decimal(value, places)} {unit}"


def _decimal(value: float, places: int) -> str:
    whole, _, part = f"{value:,.{places}f}".partition(".")
    whole = whole.replace(",", ".")
    return f"{whole},{part}" if part else whole


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    """Words to the left, numbers to the right."""
    words, *numbers, budget, verdict = zip(cells, widths, strict=True)
    shown = [f"{words[0]:<{words[1]}}"]
    shown += [f"{cell:>{width}}" for cell, width in numbers]
    shown += [f"{budget[0]:<{budget[1]}}", verdict[0]]
    return _GAP.join(shown).rstrip()
