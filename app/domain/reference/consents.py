"""What a customer may agree to, purpose by purpose, in the very words that are read out."""

from dataclasses import dataclass
from functools import lru_cache

from app.domain.reference.book import ReferenceBook
from app.domain.reference.files import ReferenceFile, Row
from app.domain.reference.rows import CODE, RowChecker

COLUMNS = ("purpose", "label", "text", "label_en", "text_en")


@dataclass(frozen=True, slots=True)
class Purpose:
    """One purpose of its own: agreeing to it agrees to nothing else."""

    code: str
    label: str
    text: str
    label_en: str
    text_en: str

    def words(self, language: str) -> str:
        """What is read out in ``language``."""
        return self.text_en if language == "en" else self.text


@dataclass(frozen=True, slots=True)
class ConsentTexts:
    """The wording in force. ``version`` is recorded with every consent."""

    version: str
    purposes: tuple[Purpose, ...]


@lru_cache(maxsize=8)
def parse_consents(file: ReferenceFile) -> ConsentTexts:
    """Raises ReferenceProblems."""
    check = RowChecker(file, COLUMNS)
    rows = check.each(_purpose)
    check.close()
    return ConsentTexts(file.version, tuple(purpose for _, purpose in rows))


def consent_texts(book: ReferenceBook) -> ConsentTexts:
    """The wording in force; no purposes where none was published."""
    files = book.files("consents")
    return parse_consents(files[0]) if files else ConsentTexts("", ())


def _purpose(check: RowChecker, row: Row) -> Purpose:
    check.once(row, "purpose")
    return Purpose(
        code=check.shaped(row, "purpose", CODE, "marketing"),
        label=check.text(row, "label"),
        text=check.text(row, "text"),
        label_en=check.text(row, "label_en"),
        text_en=check.text(row, "text_en"),
    )
