"""Accounts of headquarters' console from the command line."""

from pathlib import Path

from tests.app.cli.tem import Tem


def test_an_account_is_added_and_listed(tmp_path: Path) -> None:
    tem = Tem(tmp_path, TEM_STAFF_PASSWORD="mot mat khau dai")

    added = tem.json("hq", "staff", "add", "an", "Nguyễn Văn An", "--role", "operator")

    assert added == {"code": "an", "role": "operator"}
    assert tem.json("hq", "staff", "list") == {
        "staff": [{"code": "an", "name": "Nguyễn Văn An", "role": "operator"}]
    }


def test_a_short_password_is_refused_in_words(tmp_path: Path) -> None:
    tem = Tem(tmp_path, TEM_STAFF_PASSWORD="123456")

    ran = tem.run("--json", "hq", "staff", "add", "an", "An", "--role", "viewer")

    assert ran.refusal == "staff.password_unusable"
