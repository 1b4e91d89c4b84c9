import pytest

from app.domain.scan_test import SELF_TEST, Finding, diagnose, is_like_it


@pytest.mark.parametrize(
    ("received", "findings"),
    [
        (SELF_TEST, (Finding.WHOLE,)),
        (f" {SELF_TEST}\r", (Finding.WHOLE,)),
        ("TEM-Ê-Á-Ư-E1-D9-Zz", (Finding.TELEX,)),
        ("TEM-Ê-AS-W-E1-D9-Zz", (Finding.TELEX,)),
        ("TEM-EE-AS-W-É-Đ-Zz", (Finding.VNI,)),
        ("TEM-Ê-Á-Ư-É-Đ-Zz", (Finding.TELEX, Finding.VNI)),
        ("TEM-EE-AS-W-Eă-D\u0323-Zz", (Finding.VIETNAMESE_LAYOUT,)),
        ("tem-ee-as-w-e1-d9-zZ", (Finding.CAPS_LOCK,)),
        ("tem-ê-á-ư-e1-d9-zZ", (Finding.CAPS_LOCK, Finding.TELEX)),
        ("TE?)EE)QS)Z)E&)Dç)Ww", (Finding.OTHER_LAYOUT,)),
        ("TEMßEEßASßWßE1ßD9ßYy", (Finding.OTHER_LAYOUT,)),
        ("TEM=EE=AS=W=E1=D9=Zz", (Finding.OTHER_LAYOUT,)),
        (f"~{SELF_TEST}", (Finding.PREFIX,)),
        ("TEM-EE-AS-W-E1-D9", (Finding.MISSING,)),
        ("EM-EE-AS-W-E1-D9-Zz", (Finding.MISSING,)),
        ("EE471108151VN", (Finding.OTHER_CODE,)),
        ("", (Finding.OTHER_CODE,)),
        ("zz", (Finding.OTHER_CODE,)),
    ],
)
def test_what_arrives_says_what_stands_in_between(
    received: str, findings: tuple[Finding, ...]
) -> None:
    assert diagnose(received).findings == findings
    assert diagnose(received).is_whole == (findings == (Finding.WHOLE,))


def test_a_scan_without_an_end_is_told_first() -> None:
    assert diagnose(SELF_TEST, ended=False).findings == (Finding.NO_ENDING,)
    assert diagnose("TEM-Ê-Á-Ư-E1-D9-Zz", ended=False).findings == (
        Finding.NO_ENDING,
        Finding.TELEX,
    )


@pytest.mark.parametrize("text", [SELF_TEST, "TEM-Ê-Á-Ư-E1-D9-Zz", "tem-ee-as-w-e1-d9-zZ"])
def test_the_code_is_known_however_spoilt(text: str) -> None:
    assert is_like_it(text)


@pytest.mark.parametrize("text", ["EE471108151VN", "0126000012345", "Nguyễn Văn A", "TEM1:R:1:2"])
def test_other_codes_are_not_taken_for_it(text: str) -> None:
    assert not is_like_it(text)
