"""``tem request-qr``: a filled request as its customers make it, for tests and samples."""

import argparse
from pathlib import Path

from app.cli.output import Exit, Output
from app.domain.names import nfc
from app.domain.request_qr import CustomerRequest, write_request
from app.messages import text
from printing.request_code import request_png


def request_qr(given: argparse.Namespace, output: Output) -> Exit:
    code = write_request(
        CustomerRequest(
            service=given.service or "",
            name=nfc(given.receiver_name or ""),
            phone=given.receiver_phone or "",
            street=nfc(given.receiver_address or ""),
            commune=given.receiver_commune or "",
            contents=nfc(given.contents or ""),
            declared_vnd=given.declared or 0,
            cod_vnd=given.cod or 0,
            value_added=tuple(given.vas or ()),
            customer=given.customer or "",
            sender_phone=given.phone or "",
        )
    )
    answer = {"code": code}
    lines = [code]
    if given.out is not None:
        Path(given.out).write_bytes(request_png(code))
        answer["file"] = given.out
        lines.append(text("cli.request_qr.written", file=given.out))
    output.answer(answer, *lines)
    return Exit.DONE
