from datetime import date

import pytest

from app.domain.reference import problems as wrong
from app.domain.reference.files import ReferenceFile
from app.domain.reference.problems import ReferenceProblems
from app.domain.reference.versions import NoReference, ValidFiles, valid_on
from app.messages import text_for
from tests.reference_builders import a_file

COLUMNS = "id,class,rate_bp,valid_from,valid_to,label"
ROW = "V8,standard,800,2026-01-01,,VAT"
TARIFF = "id,service,zone,over_g,to_g,amount_vnd,step_g,step_vnd,label"


def _vat(version: str, first: str, last: str = "", **head: str) -> ReferenceFile:
    return a_file(
        COLUMNS,
        ROW,
        name=f"{version}.csv",
        version=version,
        valid_from=first,
        valid_to=last,
        **head,
    )


def _tariff(service: str, version: str) -> ReferenceFile:
    rows = [f"{service}-{zone},{service},{zone},0,,1,0,0,Cước" for zone in
            ("local", "regional", "near", "far")]  # fmt: skip
    return a_file(TARIFF, *rows, name=f"{version}.csv", kind="tariff", version=version)


def test_a_version_is_valid_from_its_first_to_its_last_day() -> None:
    files = (_vat("a", "2026-01-01", "2026-06-30"), _vat("b", "2026-07-01"))

    assert [valid_on(files, day)["vat"][0].version for day in (
        date(2026, 1, 1), date(2026, 6, 30), date(2026, 7, 1), date(2090, 1, 1)
    )] == ["a", "a", "b", "b"]  # fmt: skip


def test_before_the_first_version_there_is_none() -> None:
    with pytest.raises(NoReference) as refused:
        ValidFiles([_vat("a", "2026-01-01")], date(2025, 12, 31)).one("vat")

    assert "31/12/2025" in text_for(refused.value)


def test_two_versions_valid_on_one_day_are_refused() -> None:
    with pytest.raises(ReferenceProblems) as refused:
        valid_on((_vat("a", "2026-01-01"), _vat("b", "2026-07-01")), date(2026, 7, 1))

    problem = refused.value.problems[0]

    assert type(problem) is wrong.VersionsOverlap
    assert (problem.file, problem.expected) == ("b.csv", "a.csv")


def test_a_version_that_replaces_an_open_one_ends_it_on_the_eve() -> None:
    files = (_vat("a", "2026-01-01"), _vat("b", "2026-07-01", replaces="a"))

    assert valid_on(files, date(2026, 6, 30))["vat"][0].version == "a"
    assert valid_on(files, date(2026, 7, 1))["vat"][0].version == "b"


def test_a_replaced_version_does_not_come_back_when_its_successor_ends() -> None:
    files = (_vat("a", "2026-01-01"), _vat("b", "2026-07-01", "2026-07-31", replaces="a"))

    assert "vat" not in valid_on(files, date(2026, 8, 1))


def test_tariffs_of_different_services_stand_side_by_side() -> None:
    files = (_tariff("parcel", "a"), _tariff("ems", "b"))

    assert len(valid_on(files, date(2026, 7, 1))["tariff"]) == 2


def test_two_tariffs_for_one_service_are_refused() -> None:
    with pytest.raises(ReferenceProblems):
        valid_on((_tariff("ems", "a"), _tariff("ems", "b")), date(2026, 7, 1))


def test_the_choice_is_kept_for_the_day_and_made_anew_for_another() -> None:
    files = ValidFiles([_vat("a", "2026-01-01")], date(2026, 7, 1))

    assert files.on(date(2026, 7, 1)) is files
    assert files.on(date(2025, 7, 1)).all("vat") == ()
