import pytest

from app.domain.reference.consents import parse_consents
from app.domain.reference.files import read_reference
from app.domain.reference.problems import ReferenceProblems
from app.domain.reference.shipped import shipped_reference

HEAD = """# kind: consents
# version: 2026-01
# valid_from: 2026-01-01
# valid_to:
# title: Đồng ý
# source: thử
purpose,label,text,label_en,text_en
"""


def test_the_shipped_wording_asks_for_each_purpose_by_itself() -> None:
    file = next(file for file in shipped_reference() if file.kind == "consents")

    texts = parse_consents(file)

    assert texts.version == "2026-01"
    assert {"care", "classification", "marketing"} <= {each.code for each in texts.purposes}
    for purpose in texts.purposes:
        assert purpose.words("vi") != purpose.words("en")


@pytest.mark.parametrize(
    ("row", "column"),
    [("care,Chăm sóc,,Care,words", "text"), ("Care!,a,b,c,d", "purpose")],
)
def test_what_is_missing_or_misspelt_is_named(row: str, column: str) -> None:
    with pytest.raises(ReferenceProblems) as raised:
        parse_consents(read_reference("consents.csv", HEAD + row + "\n"))

    assert [(each.line, each.column) for each in raised.value.problems] == [(8, column)]
