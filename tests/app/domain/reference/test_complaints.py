import pytest

from app.domain.reference import problems as wrong
from app.domain.reference.complaints import parse_complaint_rules, parse_complaint_types
from app.domain.reference.problems import ReferenceProblem, ReferenceProblems
from app.domain.reference.shipped import shipped_reference
from tests.reference_builders import a_file, places

TYPES = "id,label,text,starts,window_months,compensates"
LOSS = "loss,Mất,Không đến.,transit,6,yes"
RULES = "id,entry,scope,amount,unit,label"
WHOLE = (
    "A,answer,domestic,2,months,Trong nước",
    "B,answer,international,3,months,Quốc tế",
    "C,warn,all,75,percent,Nhắc",
    "D,warn,all,50,percent,Nhắc",
    "E,warn,all,3,working_days,Nhắc",
    "F,floor,all,4,times,Bồi thường",
)


def test_the_shipped_types_are_the_nine_of_the_domain() -> None:
    file = next(each for each in shipped_reference() if each.kind == "complaint_types")
    types = {each.code: each for each in parse_complaint_types(file)}

    assert list(types) == [
        "loss", "delay", "damage", "missing", "postage", "cod", "attitude", "misdelivery",
        "no_advice",
    ]  # fmt: skip
    assert (types["loss"].starts, types["loss"].window_months) == ("transit", 6)
    assert {each.window_months for each in types.values() if each.starts == "delivery"} == {1}


def test_warnings_stand_in_rising_order() -> None:
    rules = parse_complaint_rules(a_file(RULES, *WHOLE))

    assert (rules.domestic_months, rules.international_months) == (2, 3)
    assert (rules.warn_percent, rules.warn_working_days, rules.floor_times) == ((50, 75), 3, 4)


@pytest.mark.parametrize(
    ("row", "place"),
    [
        (LOSS.replace("transit", "stamp"), (wrong.UnknownCode, 8, "starts")),
        (LOSS.replace(",6,", ",0,"), (wrong.NumberTooSmall, 8, "window_months")),
        (LOSS.replace("yes", "ja"), (wrong.UnknownCode, 8, "compensates")),
        (LOSS.replace("loss", "Loss"), (wrong.WrongShape, 8, "id")),
    ],
)
def test_a_bad_type_is_named(row: str, place: tuple[type[ReferenceProblem], int, str]) -> None:
    with pytest.raises(ReferenceProblems) as refused:
        parse_complaint_types(a_file(TYPES, row))

    assert places(refused) == [place]


@pytest.mark.parametrize(
    ("rows", "place"),
    [
        (WHOLE[1:], (wrong.Incomplete, 7, "entry")),
        ((*WHOLE, WHOLE[0].replace("A,", "G,")), (wrong.Incomplete, 7, "entry")),
        ((*WHOLE[:5], "F,floor,all,4,months,x"), (wrong.UnknownCode, 13, "unit")),
        ((*WHOLE, "G,warn,all,100,percent,x"), (wrong.NumberTooLarge, 14, "amount")),
        ((*WHOLE, "G,warn,domestic,60,percent,x"), (wrong.UnknownCode, 14, "scope")),
    ],
)
def test_a_bad_rule_is_named(
    rows: tuple[str, ...], place: tuple[type[ReferenceProblem], int, str]
) -> None:
    with pytest.raises(ReferenceProblems) as refused:
        parse_complaint_rules(a_file(RULES, *rows))

    assert place in places(refused)
