from pathlib import Path

from tests.ui.screens.complaint.test_presenter import Form, filled
from ui.style.tokens import Tone


def test_a_file_that_is_no_evidence_is_told_when_it_is_chosen(tmp_path: Path) -> None:
    page = Form()
    program, photo = tmp_path / "anh.jpg", tmp_path / "rách.jpg"
    program.write_bytes(b"MZ")
    photo.write_bytes(b"\xff\xd8\xff\xe0")

    page.presenter.evidence.add(program)
    assert page.view.problems["evidence"]
    page.presenter.evidence.add(photo)
    assert [file.name for file in page.view.files] == ["rách.jpg"]
    page.presenter.evidence.drop()
    assert page.view.files == ()


def test_evidence_that_vanished_meanwhile_leaves_the_case_standing(tmp_path: Path) -> None:
    page = Form()
    photo = tmp_path / "rách.jpg"
    photo.write_bytes(b"\xff\xd8\xff\xe0")
    page.presenter.evidence.add(photo)
    page.presenter.changed(filled())
    photo.write_bytes(b"")

    page.presenter.file()

    assert len(page.desk.cases) == 1
    assert page.shell.told[-1][1] is Tone.WARN
    assert "rách.jpg" in page.shell.told[-1][0]
