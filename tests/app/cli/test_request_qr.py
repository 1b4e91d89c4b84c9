from pathlib import Path

from app.domain.request_qr import read_request
from tests.app.cli.tem import Tem


def test_a_request_is_made_as_digits_and_as_a_picture(tem: Tem, tmp_path: Path) -> None:
    picture = tmp_path / "request.png"

    done = tem.json("request-qr", "--service", "parcel", "--receiver-name", "Lan",
                    "--receiver-commune", "26740", "--contents", "Áo dài", "--vas", "advice",
                    "--out", str(picture))  # fmt: skip

    request = read_request(done["code"])
    assert (request.name, request.commune, request.value_added) == ("Lan", "26740", ("advice",))
    assert picture.read_bytes().startswith(b"\x89PNG")


def test_what_is_too_long_is_refused(tem: Tem) -> None:
    ran = tem.run("--json", "request-qr", "--receiver-address", "ế" * 180)

    assert ran.refusal == "request.too_long"
