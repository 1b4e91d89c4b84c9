import io
import json
import subprocess
import sys

from app.cli.instance import AlreadyOpen
from app.cli.output import Output


def _output(*, as_json: bool) -> tuple[Output, io.StringIO, io.StringIO]:
    out, err = io.StringIO(), io.StringIO()
    return Output(as_json, out, err), out, err


def test_scripts_get_one_object_and_people_get_lines() -> None:
    for as_json, expected in ((True, '{"hits":["Đặng"]}\n'), (False, "một\nhai\n")):
        output, out, _ = _output(as_json=as_json)

        output.answer({"hits": ["Đặng"]}, "một", "hai")

        assert out.getvalue() == expected


def test_a_refusal_is_an_object_for_scripts() -> None:
    output, out, err = _output(as_json=True)

    output.refuse(AlreadyOpen())

    refusal = json.loads(out.getvalue())["error"]
    assert refusal["code"] == "cli.already_open"
    assert "đang mở" in refusal["message"]
    assert err.getvalue() == ""


def test_a_refusal_is_one_sentence_beside_the_answer_for_people() -> None:
    output, out, err = _output(as_json=False)

    output.refuse(AlreadyOpen())

    assert out.getvalue() == ""
    assert err.getvalue().count("\n") == 1


def test_progress_never_mixes_with_the_answer() -> None:
    output, out, err = _output(as_json=True)

    output.progress("demo.customers", done=1, wanted=2)

    assert out.getvalue() == ""
    assert "1/2" in err.getvalue()


def test_vietnamese_comes_out_whole_in_a_locale_without_it() -> None:
    said = subprocess.run(
        [sys.executable, "-m", "app", "--help"],
        env={"LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONPATH": "."},
        capture_output=True,
        check=True,
    )

    assert "Quầy bưu điện" in said.stdout.decode("utf-8")
