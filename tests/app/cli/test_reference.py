from pathlib import Path

from app.domain.reference.shipped import shipped_reference
from tests.app.cli.tem import ROOT, Tem

SHIPPED = sorted(str(path) for path in (ROOT / "resources" / "reference").glob("*.csv"))


def test_the_files_that_come_with_the_program_are_good(tmp_path: Path) -> None:
    answer = Tem(tmp_path).json("reference", "check", *SHIPPED)

    assert answer == {"ok": True, "problems": []}


def test_every_good_file_is_named_to_people(tmp_path: Path) -> None:
    said = Tem(tmp_path).run("reference", "check", *SHIPPED).out

    assert said.count("\n") == len(shipped_reference())


def test_a_faulty_row_is_told_with_file_line_and_column(tmp_path: Path) -> None:
    good = (ROOT / "resources" / "reference" / "vat-2026.csv").read_text(encoding="utf-8")
    bad = tmp_path / "vat.csv"
    bad.write_text(good.replace(",800,", ",tám,"), encoding="utf-8")

    ran = Tem(tmp_path).run("--json", "reference", "check", str(bad))

    assert ran.exit == 3
    assert ran.json["ok"] is False
    places = {(each["file"], each["column"]) for each in ran.json["problems"]}
    assert ("vat.csv", "rate_bp") in places
    assert all(each["line"] > 0 and each["message"] for each in ran.json["problems"])


def test_a_tariff_with_a_gap_is_told_to_people(tmp_path: Path) -> None:
    tariff = next((ROOT / "resources" / "reference").glob("tariff*.csv"))
    lines = tariff.read_text(encoding="utf-8").splitlines(keepends=True)
    first = next(at for at, line in enumerate(lines) if line.startswith("id,")) + 2
    gap = tmp_path / "tariff.csv"
    gap.write_text("".join(lines[:first] + lines[first + 1 :]), encoding="utf-8")

    ran = Tem(tmp_path).run("reference", "check", str(gap))

    assert ran.exit == 3
    assert ran.out.count("tariff.csv, dòng 9, cột over_g") == 1


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    ran = Tem(tmp_path).run("--json", "reference", "check", str(tmp_path / "x.csv"))

    assert ran.refusal == "cli.file_unreadable"
