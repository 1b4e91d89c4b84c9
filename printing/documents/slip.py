"""A slip on an 80 mm roll: how all of them begin, who gives them out, and how they end."""

from app.domain.documents import Issuer
from app.messages import paper_text as text
from printing.barcodes import SquareCode
from printing.flow import Column, Flow
from printing.sheet import Sheet
from printing.theme import ROLL_MARGIN_MM, ROLL_MM, SMALL, STRONG, TITLE, on_dots

SIGN_MM = 14.0
"""Room for a name written by hand."""

TOP_MM = 3.0
_BOTTOM_MM = 4.0


def begun() -> Flow:
    """Nothing on it yet."""
    return Flow(Column(ROLL_MARGIN_MM, ROLL_MM - 2 * ROLL_MARGIN_MM))


def head(flow: Flow, issuer: Issuer, title: str, *, address: bool = False) -> None:
    """Operator and office over the name of the paper."""
    flow.paragraph(issuer.operator, STRONG)
    flow.paragraph(text("paper.tax_code", number=issuer.tax_code), SMALL)
    flow.paragraph(text("paper.office", number=issuer.office_code, name=issuer.office_name), SMALL)
    if address:
        flow.paragraph(issuer.office_address, SMALL)
    flow.rule(4)
    flow.paragraph(title, TITLE)


def proof(flow: Flow, issuer: Issuer, number: str, proof: str, said: str) -> None:
    """The code that opens the receipt ``number``, its proof code, and who ``said`` it."""
    code = SquareCode(f"TEM1:R:{number}:{proof}", dots=5)
    beside = Flow(flow.column.inset(code.side + code.quiet))
    beside.paragraph(text("paper.proof"), SMALL)
    beside.paragraph(proof, TITLE)
    beside.paragraph(text("paper.hotline", phone=issuer.hotline), STRONG)
    beside.paragraph(said, SMALL)
    flow.square_code(code, beside)


def cut(flow: Flow, title: str, bottom_mm: float = _BOTTOM_MM) -> bytes:
    """As long as what stands on it."""
    sheet = Sheet(ROLL_MM, on_dots(TOP_MM + flow.y + bottom_mm), title)
    flow.draw(sheet, TOP_MM)
    return sheet.pdf()
