import pytest

from app.domain.reference import problems as wrong
from app.domain.reference.problems import ReferenceProblem, ReferenceProblems
from app.errors import UserError
from app.messages import text_for

KINDS = ReferenceProblem.__subclasses__()


def test_all_problems_are_told_one_a_line_below_their_number() -> None:
    error = ReferenceProblems(
        (
            wrong.WeightGap("cước.csv", 12, "over_g", "500", "250"),
            wrong.NegativeNumber("cước.csv", 13, "amount_vnd", "-5"),
        )
    )

    assert isinstance(error, UserError)
    assert text_for(error).splitlines() == [
        "Dữ liệu tham chiếu có 2 chỗ sai, chưa dùng gì trong đó:",
        (
            "cước.csv, dòng 12, cột over_g: nấc cân bị hở, trên 250 g đến 500 g không có giá. "
            "Hãy nối liền các nấc."
        ),
        "cước.csv, dòng 13, cột amount_vnd: «-5» là số âm. Hãy sửa lại, số ở đây không được âm.",
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_every_problem_names_its_file_and_what_to_do(kind: type[ReferenceProblem]) -> None:
    sentence = text_for(kind("cước.csv", 12, "over_g", "500", "250"))

    assert sentence.startswith("cước.csv")
    assert sentence.endswith(".")
