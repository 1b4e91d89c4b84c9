from pathlib import Path

from tests.ui.screens.case.test_presenter import Page


def test_evidence_is_added_and_opened(tmp_path: Path) -> None:
    page = Page()
    photo = tmp_path / "rách.jpg"
    photo.write_bytes(b"\xff\xd8\xff\xe0 photo")

    page.files.add_file(photo)
    page.files.open_file(page.view.pages[-1].files[0])

    assert page.view.evidence == [photo.read_bytes()]


def test_the_slip_is_copied_and_printed() -> None:
    page = Page()

    page.files.print()
    page.files.print()

    assert page.desk.steps == [("reprint", page.number)]
    assert page.shell.printed == 2


def test_a_file_that_is_no_evidence_is_told(tmp_path: Path) -> None:
    page = Page()
    program = tmp_path / "anh.jpg"
    program.write_bytes(b"MZ")

    page.files.add_file(program)

    assert "anh.jpg" in page.shell.told[-1][0]
