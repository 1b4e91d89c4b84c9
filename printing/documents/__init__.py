"""The documents of the counter: a frozen value in, the bytes of a PDF out."""

from collections.abc import Callable, Mapping
from importlib import import_module
from threading import Lock

from app.domain.daily_report import MadeReport
from app.domain.documents import (
    AdjustmentContent,
    CardContent,
    ComplaintContent,
    Content,
    LabelContent,
    ReceiptContent,
    ServiceContent,
    ShiftContent,
    ShiftCorrectionContent,
    TransferContent,
)

_one_at_a_time = Lock()  # reportlab's fonts keep state while a document is drawn


def render_report(made: MadeReport) -> bytes:
    """The daily report on A4; drawn when it is asked for, never queued."""
    from printing.documents.daily import render_daily  # noqa: PLC0415 - seldom used

    with _one_at_a_time:
        return render_daily(made.report, made.note)


DRAWN_BY: Mapping[type[Content], str] = {
    ReceiptContent: "receipt:render_receipt",
    LabelContent: "label:render_label",
    ShiftContent: "shift:render_shift",
    ShiftCorrectionContent: "shift_correction:render_shift_correction",
    AdjustmentContent: "adjustment:render_adjustment",
    ServiceContent: "other_service:render_service",
    TransferContent: "transfer:render_transfer",
    CardContent: "card:render_card",
    ComplaintContent: "complaint:render_complaint",
}
"""``module:function`` beside this file, loaded at its first paper: reportlab costs 0.1 s."""


def render(content: Content) -> bytes:
    """The same content gives the same bytes, always and everywhere."""
    module, _, name = DRAWN_BY[type(content)].partition(":")
    with _one_at_a_time:
        draw: Callable[[Content], bytes] = getattr(import_module(f"{__name__}.{module}"), name)
        return draw(content)
