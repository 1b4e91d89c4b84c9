"""A customer's request as a picture, as a telephone would show it."""

from io import BytesIO

import segno

_MODULE_PIXELS = 6
_QUIET_MODULES = 4


def request_png(digits: str) -> bytes:
    """Error correction M: half a screen's reflection does not spoil it."""
    out = BytesIO()
    code = segno.make(digits, error="m", boost_error=False, micro=False)
    code.save(out, kind="png", scale=_MODULE_PIXELS, border=_QUIET_MODULES)
    return out.getvalue()
