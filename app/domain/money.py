"""Whole đồng: percentages and the way amounts are written."""

_WHOLE_BP = 10_000


def percent_of(amount_vnd: int, rate_bp: int) -> int:
    """``rate_bp`` of the amount, half a đồng rounded up; a refund mirrors its charge."""
    rounded = (abs(amount_vnd) * rate_bp * 2 + _WHOLE_BP) // (2 * _WHOLE_BP)
    return rounded if amount_vnd >= 0 else -rounded


def format_vnd(amount_vnd: int) -> str:
    """``14.256``: thousands set off by dots, no currency sign."""
    return f"{amount_vnd:,}".replace(",", ".")


def format_rate(rate_bp: int) -> str:
    """``8 %``, ``1,5 %``."""
    whole, rest = divmod(rate_bp, 100)
    decimals = f",{rest:02d}".rstrip("0") if rest else ""
    return f"{whole}{decimals} %"
