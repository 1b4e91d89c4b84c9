import pytest

from app.domain.reference import problems as wrong
from app.domain.reference.problems import ReferenceProblem, ReferenceProblems
from app.domain.reference.shipped import shipped_reference
from app.domain.reference.validation import check_reference
from app.messages import text_for
from tests.reference_builders import a_text, shipped_text

PROVINCES = a_text("code,name,kind", "01,Hà Nội,Thành phố", kind="provinces", scheme="2025-07")
COMMUNES = a_text(
    "code,name,kind,province", "00082,Cửa Nam,Phường,01", kind="communes", scheme="2025-07"
)
OFFICES = "code,name,address,commune,province,hotline"


def _refused(*texts: tuple[str, str | bytes]) -> list[tuple[type[ReferenceProblem], str, int, str]]:
    with pytest.raises(ReferenceProblems) as refused:
        check_reference(texts)
    return [(type(each), each.file, each.line, each.column) for each in refused.value.problems]


def _shipped(name: str, old: str, new: str) -> list[tuple[str, str]]:
    """The whole shipped set with one change."""
    assert old in shipped_text(name)

    return [
        (file.name, file.text.replace(old, new) if file.name == name else file.text)
        for file in shipped_reference()
    ]


def test_a_sound_set_is_read_from_texts_and_bytes() -> None:
    files = check_reference([("p.csv", PROVINCES), ("c.csv", COMMUNES.encode())])

    assert [file.kind for file in files] == ["provinces", "communes"]


def test_faults_of_form_and_of_meaning_and_of_all_files_are_told_at_once() -> None:
    vat = a_text(
        "id,class,rate_bp,valid_from,valid_to,label",
        "V8,standard,x,2026-01-01,,VAT",
        "V9,standard",
        valid_from="never",
    )

    assert _refused(
        ("vat.csv", vat), ("bad.csv", b"\xff"), ("p.csv", PROVINCES.replace(",Thành phố", ""))
    ) == [
        (wrong.NotADate, "vat.csv", 3, "valid_from"),
        (wrong.CellsMiscounted, "vat.csv", 9, ""),
        (wrong.NotUtf8, "bad.csv", 1, ""),
        (wrong.NoRows, "p.csv", 8, ""),
        (wrong.CellsMiscounted, "p.csv", 9, ""),
        (wrong.NotAnInteger, "vat.csv", 8, "rate_bp"),
    ]


def test_a_tariff_with_a_gap_is_refused_naming_file_line_and_column() -> None:
    row = "E-F-500,ems,far,250,500,32000,0,0,Cước chính vùng 4\n"

    with pytest.raises(ReferenceProblems) as refused:
        check_reference(_shipped("tariff-2026-01.csv", row, ""))

    problem = refused.value.problems[0]

    assert (type(problem), problem.file, problem.column) == (
        wrong.WeightGap,
        "tariff-2026-01.csv",
        "over_g",
    )
    assert shipped_text("tariff-2026-01.csv").split("\n")[problem.line].startswith("E-F-1000,")
    assert "trên 250 g đến 500 g" in text_for(refused.value)


def test_an_office_in_a_commune_that_is_not_there_is_told() -> None:
    office = "100950,Cửa Nam,36 phố Cửa Nam,00083,01,1900 0000"
    offices = a_text(OFFICES, office, kind="offices", scheme="2025-07")

    assert _refused(("p.csv", PROVINCES), ("c.csv", COMMUNES), ("o.csv", offices)) == [
        (wrong.UnknownCode, "o.csv", 9, "commune")
    ]


def test_communes_without_their_provinces_are_incomplete() -> None:
    assert _refused(("c.csv", COMMUNES)) == [(wrong.Incomplete, "c.csv", 1, "kind")]


def test_a_commune_of_an_unknown_province_is_told() -> None:
    communes = COMMUNES.replace(",01", ",02")

    assert _refused(("p.csv", PROVINCES), ("c.csv", communes)) == [
        (wrong.UnknownCode, "c.csv", 9, "province")
    ]


def test_a_province_without_a_region_is_told() -> None:
    found = _refused(*_shipped("zones-2025-07.csv", "P-08,province,08,north,\n", ""))

    assert found == [(wrong.Incomplete, "zones-2025-07.csv", 8, "from")]


def test_versions_that_overlap_are_told_once() -> None:
    later = PROVINCES.replace("# version: 2026-01", "# version: 2026-07").replace(
        "# valid_from: 2026-01-01", "# valid_from: 2026-07-01"
    )

    assert _refused(("a.csv", PROVINCES), ("b.csv", later)) == [
        (wrong.VersionsOverlap, "b.csv", 1, "valid_from")
    ]
    assert check_reference(
        [
            ("a.csv", PROVINCES),
            ("b.csv", later.replace("# source", "# replaces: 2026-01\n# source")),
        ]
    )


def test_one_version_published_twice_is_told() -> None:
    ended = PROVINCES.replace("# valid_to: ", "# valid_to: 2026-06-30")
    again = PROVINCES.replace("# valid_from: 2026-01-01", "# valid_from: 2026-07-01")

    assert _refused(("a.csv", ended), ("b.csv", again)) == [
        (wrong.Duplicate, "b.csv", 1, "version")
    ]


def test_a_version_that_replaces_none_is_told() -> None:
    replacing = PROVINCES.replace("# source", "# replaces: 2019\n# source")

    assert _refused(("a.csv", replacing)) == [(wrong.UnknownCode, "a.csv", 1, "replaces")]


def test_old_communes_point_to_communes_that_are_there() -> None:
    old_provinces = a_text(
        "code,name,kind,now", "01,Hà Nội,Thành phố,01",
        kind="old_provinces", scheme="2025-06",
    )  # fmt: skip
    old_communes = a_text(
        "code,name,kind,province,district,now", "00037,Hàng Bông,Phường,01,Quận Hoàn Kiếm,00070",
        kind="old_communes", scheme="2025-06",
    )  # fmt: skip

    assert _refused(
        ("p.csv", PROVINCES),
        ("c.csv", COMMUNES),
        ("op.csv", old_provinces),
        ("oc.csv", old_communes),
    ) == [(wrong.UnknownCode, "oc.csv", 8 + 1, "now")]


def test_nothing_at_all_is_sound() -> None:
    assert check_reference([]) == ()
