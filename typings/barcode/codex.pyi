from barcode.base import Barcode
from barcode.writer import BaseWriter

class Code128(Barcode):
    code: str
    def __init__(self, code: str, writer: BaseWriter | None = ...) -> None: ...
