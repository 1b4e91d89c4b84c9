"""Rules that hold for every entry kind, today's and tomorrow's."""

from pathlib import Path

import msgspec
import pytest

from app.journal.kinds import ALL, body_type, name_of, postings_of
from app.journal.kinds.body import Body
from tests.app.journal import vectors
from tests.app.journal.test_appending import a_payment


def types_inside(kind: msgspec.inspect.Type) -> list[msgspec.inspect.Type]:
    found = [kind]
    for part in vars_of(kind):
        found += types_inside(part)
    return found


def vars_of(kind: msgspec.inspect.Type) -> list[msgspec.inspect.Type]:
    if isinstance(kind, msgspec.inspect.StructType):
        return [field.type for field in kind.fields]
    if isinstance(kind, msgspec.inspect.ListType):
        return [kind.item_type]
    if isinstance(kind, msgspec.inspect.UnionType):
        return list(kind.types)
    return []


@pytest.mark.parametrize("kind", ALL, ids=lambda kind: kind.NAME)
def test_no_body_holds_a_float_or_an_untyped_value(kind: type[Body]) -> None:
    names = {type(part).__name__ for part in types_inside(msgspec.inspect.type_info(kind))}

    assert names <= {
        "StructType",
        "ListType",
        "UnionType",
        "StrType",
        "IntType",
        "BytesType",
        "NoneType",
    }


def test_numbers_and_names_are_given_once() -> None:
    assert len({(kind.NUMBER, kind.VERSION) for kind in ALL}) == len(ALL)
    assert len({kind.NAME for kind in ALL}) == len({kind.NUMBER for kind in ALL})


@pytest.mark.parametrize("kind", ALL, ids=lambda kind: kind.NAME)
def test_a_name_is_dotted_and_in_the_past_tense(kind: type[Body]) -> None:
    subject, _, what = kind.NAME.partition(".")

    assert subject
    assert what.endswith("d")
    assert body_type(kind.NUMBER, kind.VERSION) is kind
    assert name_of(kind.NUMBER) == kind.NAME


def test_a_number_not_known_here_names_itself() -> None:
    assert body_type(60_000, 1) is None
    assert name_of(60_000) == "kind.60000"


def test_only_bodies_that_move_money_have_postings() -> None:
    assert postings_of(vectors.FACTS[0]) == []
    assert len(postings_of(a_payment(5, -5))) == 2


def test_a_field_that_the_kind_does_not_know_is_refused() -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(vectors.BODY_2[:-1] + b',"extra":1}', type=type(vectors.FACTS[1]))


@pytest.mark.parametrize("kind", ALL, ids=lambda kind: kind.NAME)
def test_no_part_of_a_body_takes_a_field_that_it_does_not_know(kind: type[Body]) -> None:
    parts = types_inside(msgspec.inspect.type_info(kind))

    structs = [part for part in parts if isinstance(part, msgspec.inspect.StructType)]
    assert [part.cls.__name__ for part in structs if not part.forbid_unknown_fields] == []


def test_the_protocol_names_every_kind_with_its_fields_in_their_order() -> None:
    page = (Path(__file__).parents[4] / "docs" / "protocol.md").read_text(encoding="utf-8")

    for kind in ALL:
        fields = ", ".join(kind.__struct_fields__)
        assert f"| {kind.NUMBER} | `{kind.NAME}` | {kind.VERSION} | {fields} |" in page
