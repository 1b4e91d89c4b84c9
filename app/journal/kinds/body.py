"""What every entry body is: a frozen struct of whole numbers, text and lists, never a float."""

from typing import ClassVar

import msgspec


class Body(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``NUMBER`` and ``VERSION`` stand in the entry; ``NAME`` is past tense and dotted.

    A body type never changes once shipped: a new field means a new version beside the old one.
    """

    NUMBER: ClassVar[int]
    NAME: ClassVar[str]
    VERSION: ClassVar[int] = 1


class Posting(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One leg of a double entry. Debits are positive, credits negative, in đồng."""

    account: str
    amount_vnd: int
