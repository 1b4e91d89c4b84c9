"""What can be wrong with reference data; every problem says where it stands."""

from dataclasses import dataclass, field
from typing import ClassVar

from app.errors import UserError


@dataclass(eq=False)
class ReferenceProblem(UserError):
    """``line`` counts from 1; ``column`` is a column or a key of the head; ``found`` stands there.

    ``expected`` is what should stand there, where that can be said.
    """

    file: str
    line: int
    column: str
    found: str = ""
    expected: str = ""


@dataclass(eq=False)
class ReferenceProblems(UserError):
    """All that is wrong, in the order of files and lines; nothing of it was taken over."""

    code: ClassVar[str] = "reference.problems"
    problems: tuple[ReferenceProblem, ...]
    count: int = field(init=False)

    def __post_init__(self) -> None:
        self.count = len(self.problems)


class NotUtf8(ReferenceProblem):
    code = "reference.not_utf8"


class FileTooLarge(ReferenceProblem):
    code = "reference.file_too_large"


class NotNfc(ReferenceProblem):
    code = "reference.not_nfc"


class BrokenTable(ReferenceProblem):
    """Not CSV: a quote that its line does not close, or a character that no table holds."""

    code = "reference.broken_table"


class KeyMissing(ReferenceProblem):
    code = "reference.key_missing"


class KeyUnknown(ReferenceProblem):
    code = "reference.key_unknown"


class KeyTwice(ReferenceProblem):
    code = "reference.key_twice"


class ColumnMissing(ReferenceProblem):
    code = "reference.column_missing"


class ColumnUnknown(ReferenceProblem):
    code = "reference.column_unknown"


class ColumnTwice(ReferenceProblem):
    code = "reference.column_twice"


class NoRows(ReferenceProblem):
    code = "reference.no_rows"


class CellsMiscounted(ReferenceProblem):
    code = "reference.cells_miscounted"


class CellTooLong(ReferenceProblem):
    code = "reference.cell_too_long"


class CellUnprintable(ReferenceProblem):
    code = "reference.cell_unprintable"


class CellEmpty(ReferenceProblem):
    code = "reference.cell_empty"


class CellNotEmpty(ReferenceProblem):
    """The rest of the row says that this cell has no meaning."""

    code = "reference.cell_not_empty"


class NotAnInteger(ReferenceProblem):
    code = "reference.not_an_integer"


class NegativeNumber(ReferenceProblem):
    code = "reference.negative_number"


class NumberTooLarge(ReferenceProblem):
    code = "reference.number_too_large"


class NumberTooSmall(ReferenceProblem):
    code = "reference.number_too_small"


class NotADate(ReferenceProblem):
    code = "reference.not_a_date"


class DatesBackwards(ReferenceProblem):
    code = "reference.dates_backwards"


class WrongShape(ReferenceProblem):
    """``expected`` is an example of the right shape."""

    code = "reference.wrong_shape"


class UnknownCode(ReferenceProblem):
    """``expected`` lists the codes that are known, or names the list to look in."""

    code = "reference.unknown_code"


class Duplicate(ReferenceProblem):
    code = "reference.duplicate"


class Contradiction(ReferenceProblem):
    """Differs from what an earlier row says of the same thing."""

    code = "reference.contradiction"


class Incomplete(ReferenceProblem):
    """``expected`` is what no row gives."""

    code = "reference.incomplete"


class WeightGap(ReferenceProblem):
    """Weights from ``expected`` up to ``found`` have no price."""

    code = "reference.weight_gap"


class WeightOverlap(ReferenceProblem):
    """Weights from ``found`` up to ``expected`` have two prices."""

    code = "reference.weight_overlap"


class WeightsEnd(ReferenceProblem):
    """The last step of a zone ends, so that heavier items would have no price."""

    code = "reference.weights_end"


class DateGap(ReferenceProblem):
    code = "reference.date_gap"


class DateOverlap(ReferenceProblem):
    code = "reference.date_overlap"


class VersionsOverlap(ReferenceProblem):
    """Two versions of a kind are valid on one day; ``expected`` is the other file."""

    code = "reference.versions_overlap"
