import pytest

from app.domain.evidence import (
    MOST_BYTES,
    EvidenceEmpty,
    EvidenceFile,
    EvidenceOtherKind,
    EvidenceTooLarge,
    check_size,
    evidence_file,
    shown_name,
)

JPEG = b"\xff\xd8\xff\xe0" + bytes(20)


@pytest.mark.parametrize(
    ("content", "media"),
    [
        (JPEG, "image/jpeg"),
        (b"\x89PNG\r\n\x1a\n" + bytes(8), "image/png"),
        (b"%PDF-1.7\n", "application/pdf"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "image/webp"),
        (b"\x00\x00\x00\x18ftypheic" + bytes(8), "image/heic"),
    ],
)
def test_a_kind_is_told_by_the_bytes(content: bytes, media: str) -> None:
    assert evidence_file("ảnh.txt", content) == EvidenceFile("ảnh.txt", media, len(content))


@pytest.mark.parametrize("content", [b"MZ\x90\x00", b"<html>", b"PK\x03\x04", b"RIFFxxxxAVI "])
def test_a_program_named_like_a_photo_is_refused(content: bytes) -> None:
    with pytest.raises(EvidenceOtherKind):
        evidence_file("anh.jpg", content)


def test_fifty_megabytes_are_refused_with_both_figures() -> None:
    with pytest.raises(EvidenceTooLarge) as caught:
        check_size("C:\\ảnh\\to.jpg", 50_000_000)

    assert (caught.value.name, caught.value.size_mb, caught.value.limit_mb) == ("to.jpg", 50, 20)
    check_size("vừa.jpg", MOST_BYTES)


def test_an_empty_file_is_no_evidence() -> None:
    with pytest.raises(EvidenceEmpty):
        evidence_file("ảnh.jpg", b"")


def test_a_name_is_its_last_part_and_can_be_shown() -> None:
    assert shown_name("/home/a/b\nc.pdf") == "b c.pdf"
    assert len(shown_name("x" * 300 + ".pdf")) == 120
    assert shown_name("x" * 300 + ".pdf").endswith(".pdf")
