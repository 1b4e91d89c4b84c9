"""The documents of the counter: a frozen value in, the bytes of a PDF out."""

from threading import Lock

from app.domain.daily_report import MadeReport
from app.domain.documents import LabelContent, ReceiptContent

_one_at_a_time = Lock()  # reportlab's fonts keep state while a document is drawn


def render_report(made: MadeReport) -> bytes:
    """The daily report on A4; drawn when it is asked for, never queued."""
    from printing.documents.daily import render_daily  # noqa: PLC0415 - seldom used

    with _one_at_a_time:
        return render_daily(made.report, made.note)


def render(content: ReceiptContent | LabelContent) -> bytes:
    """The same content gives the same bytes, always and everywhere."""
    with _one_at_a_time:
        if isinstance(content, ReceiptContent):
            from printing.documents.receipt import (  # noqa: PLC0415 - reportlab costs 0.1 s: at the first paper, not at start
                render_receipt,
            )

            return render_receipt(content)
        from printing.documents.label import (  # noqa: PLC0415 - see above
            render_label,
        )

        return render_label(content)
