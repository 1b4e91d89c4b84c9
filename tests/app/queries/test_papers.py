from app.domain.documents import DOCUMENT_KINDS
from app.queries.papers import READERS


def test_every_kind_of_document_has_its_reader() -> None:
    assert set(READERS) == set(DOCUMENT_KINDS)
