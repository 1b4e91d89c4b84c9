"""Entries about conflicts: a person chose between two values that met at headquarters."""

from typing import ClassVar

from app.journal.kinds.body import Body
from app.journal.kinds.customers import Change, Citizen


class ConflictSettled(Body, frozen=True, kw_only=True):
    """``edit`` is the id of the entry that came later to headquarters, ``fields`` what contended.

    ``stands``: mine, what that entry wanted, or theirs, what it met. ``changes`` let it stand in
    the record of ``uid``, and are empty where it stood already. Headquarters merges them as an
    edit's, unless somebody settled the conflict before: then they have no effect. A change of the
    field ``organisation`` says form, tax code and parent in hexadecimal.
    """

    NUMBER: ClassVar[int] = 80
    NAME: ClassVar[str] = "conflict.settled"

    uid: bytes
    edit: bytes
    fields: list[str]
    stands: str
    changes: list[Change]
    citizen: Citizen | None
    reason: str
    clerk_name: str
