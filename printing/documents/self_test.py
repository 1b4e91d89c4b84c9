"""One page to see that a printer prints straight and black, and that a scanner reads it whole."""

from datetime import datetime

from app.domain.scan_test import SELF_TEST
from app.messages import paper_text
from printing.barcodes import LinearCode, SquareCode
from printing.flow import Column, Flow
from printing.sheet import Sheet
from printing.theme import BODY, LEAD, ROLL_MARGIN_MM, ROLL_MM, SMALL, TITLE, moment, on_dots

_TOP_MM = 3.0
_LETTERS = "ĂÂĐÊÔƠƯ ăâđêôơư ẮẰẲẴẶ ễộửỹ ₫ 0123456789"


def render_self_test(printer: str, at: datetime) -> bytes:
    """A slip for a roll of 80 mm; on wider paper it stands in the middle."""
    flow = Flow(Column(ROLL_MARGIN_MM, ROLL_MM - 2 * ROLL_MARGIN_MM))
    flow.paragraph(paper_text("paper.self_test.title"), TITLE)
    flow.paragraph(printer, LEAD)
    flow.paragraph(moment(at), BODY)
    flow.rule(1)
    flow.paragraph(_LETTERS, BODY)
    flow.rule(4)
    flow.paragraph(paper_text("paper.self_test.scan"), SMALL)
    flow.gap(2.0)
    flow.linear_code(LinearCode(SELF_TEST, dots=2, height=10.0))
    flow.gap(2.0)
    code = SquareCode(SELF_TEST, dots=5)
    beside = Flow(flow.column.inset(code.side + code.quiet))
    beside.paragraph(SELF_TEST, LEAD)
    flow.square_code(code, beside)
    sheet = Sheet(ROLL_MM, on_dots(_TOP_MM + flow.y + _TOP_MM), "self-test")
    flow.draw(sheet, _TOP_MM)
    return sheet.pdf()
