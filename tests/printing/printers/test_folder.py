from pathlib import Path

import pytest

from app.messages import text_for
from printing.printers.base import Order
from printing.printers.folder import (
    FolderPrinter,
    PrintFolderFailed,
    PrintFolderFull,
    PrintFolderReadOnly,
)


def test_a_document_becomes_a_file_of_its_title(tmp_path: Path) -> None:
    printer = FolderPrinter(tmp_path / "giấy in" / "ca 1")

    printer.send(Order("100950-2-0000012", b"%PDF"))

    assert printer.name == str(tmp_path / "giấy in" / "ca 1")
    assert (tmp_path / "giấy in" / "ca 1" / "100950-2-0000012.pdf").read_bytes() == b"%PDF"


def test_sending_a_title_twice_leaves_one_file_and_nothing_beside_it(tmp_path: Path) -> None:
    printer = FolderPrinter(tmp_path)

    printer.send(Order("a", b"%PDF"))
    printer.send(Order("a", b"%PDF"))

    assert [file.name for file in tmp_path.iterdir()] == ["a.pdf"]


def test_what_a_crash_left_half_written_is_no_document_and_is_written_over(tmp_path: Path) -> None:
    (tmp_path / ".a.pdf.part").write_bytes(b"%P")
    printer = FolderPrinter(tmp_path)

    before = printer.trace("a").taken
    printer.send(Order("a", b"%PDF"))

    assert before is False
    assert printer.trace("a").taken is True
    assert [file.name for file in tmp_path.iterdir()] == ["a.pdf"]


def test_a_folder_that_is_not_there_has_received_nothing(tmp_path: Path) -> None:
    assert FolderPrinter(tmp_path / "none").trace("a").taken is False


def test_a_full_disk_is_said_and_leaves_no_half_document(tmp_path: Path) -> None:
    (tmp_path / ".a.pdf.part").symlink_to("/dev/full")  # every write to it finds the disk full
    printer = FolderPrinter(tmp_path)

    with pytest.raises(PrintFolderFull) as caught:
        printer.send(Order("a", b"%PDF"))

    assert "đã đầy" in text_for(caught.value)
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_lets_nothing_be_written_is_said() -> None:
    printer = FolderPrinter(Path("/sys/tem"))  # the kernel lets nobody write there, root neither

    with pytest.raises(PrintFolderReadOnly) as caught:
        printer.send(Order("a", b"%PDF"))

    assert "/sys/tem" in text_for(caught.value)


def test_anything_else_names_the_folder_in_our_words_alone(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    printer = FolderPrinter(tmp_path / "file")

    with pytest.raises(PrintFolderFailed) as caught:
        printer.send(Order("a", b"%PDF"))

    assert caught.value.reason
    assert str(tmp_path) in text_for(caught.value)
    assert caught.value.reason not in text_for(caught.value)


def test_a_folder_that_cannot_be_looked_into_is_a_fault_and_not_an_answer(tmp_path: Path) -> None:
    loop = tmp_path / "loop"
    loop.symlink_to(loop)

    with pytest.raises(PrintFolderFailed):
        FolderPrinter(loop).trace("a")


@pytest.mark.parametrize("title", ["", "../a", "a/b", "a\\b", ".a", "a\0"])
def test_a_title_never_leads_out_of_the_folder(tmp_path: Path, title: str) -> None:
    with pytest.raises(ValueError, match="no title"):
        FolderPrinter(tmp_path).send(Order(title, b"%PDF"))
