import pytest

from app.domain.reference.drawer import parse_drawer
from app.domain.reference.files import read_reference
from app.domain.reference.problems import ReferenceProblems
from app.domain.reference.shipped import shipped_reference

HEAD = """# kind: drawer
# version: 2026
# valid_from: 2026-01-01
# valid_to:
# title: Định mức
# source: thử
id,ceiling_vnd,label
"""


def test_the_shipped_ceiling_is_read() -> None:
    file = next(file for file in shipped_reference() if file.kind == "drawer")

    assert parse_drawer(file).ceiling_vnd == 20_000_000


@pytest.mark.parametrize("row", ["Q1,0,A", "Q1,-5,A", "Q1,,A", "Q1,abc,A", ",5,A", "Q1,5,"])
def test_a_ceiling_that_is_none_is_told_with_its_line(row: str) -> None:
    with pytest.raises(ReferenceProblems) as caught:
        parse_drawer(read_reference("drawer-2026.csv", HEAD + row + "\n"))

    assert caught.value.problems[0].line == 8
