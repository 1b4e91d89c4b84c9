from io import BytesIO

import zxingcpp
from PIL import Image

from app.domain.request_qr import CustomerRequest, read_request, write_request
from printing.request_code import request_png

LONGEST = CustomerRequest(name="Nguyễn Thị Ánh Tuyết", street="ế" * 60, contents="ữ" * 40)


def test_the_longest_request_is_read_back_from_its_picture() -> None:
    picture = Image.open(BytesIO(request_png(write_request(LONGEST))))

    (found,) = zxingcpp.read_barcodes(picture)

    assert read_request(found.text) == LONGEST
