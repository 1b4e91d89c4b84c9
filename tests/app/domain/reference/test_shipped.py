from app.domain.reference.files import KINDS
from app.domain.reference.shipped import shipped_reference
from app.domain.reference.validation import check_reference


def test_every_shipped_file_passes_the_validator() -> None:
    files = check_reference([(file.name, file.text) for file in shipped_reference()])

    assert len(files) == len(shipped_reference())


def test_there_is_a_file_of_every_kind() -> None:
    assert {file.kind for file in shipped_reference()} == set(KINDS)


def test_what_is_invented_says_so() -> None:
    for file in shipped_reference():
        if file.kind in {"services", "tariff", "surcharges", "value_added", "offices", "zones"}:
            assert "minh họa" in f"{file.title} {file.source}".casefold()
