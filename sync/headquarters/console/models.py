"""Headquarters' tables as the admin library wants them: plain classes mapped on them as they are.

No column is named twice: the tables are those of the fold and of the service.
"""

import sqlalchemy as sa
from sqlalchemy.orm import column_property, registry, relationship

from sync.headquarters.kept_tables import evidence_piece, evidence_whole
from sync.headquarters.staff_tables import card_out, conflict_decision, duplicate, staff
from sync.headquarters.tables import (
    conflict,
    entry,
    hq_log,
    metadata,
    published_file,
    quarantine,
    writer,
)

_mapped = registry(metadata=metadata)
_customer = metadata.tables["customer"]
_complaint = metadata.tables["complaint"]
CARD = sa.Table(
    "card",
    sa.MetaData(),
    *(
        sa.Column(each.name, each.type, primary_key=each.name == "seq")
        for each in metadata.tables["card"].columns
    ),
)
"""The table of cards with the entry as its key: an address has no bytes."""

_card_revoked = metadata.tables["card_revoked"]
_evidence = metadata.tables["complaint_evidence"]
_complaint_event = metadata.tables["complaint_event"]


class Model:
    """A row; its attributes are the columns of its table."""


class Terminal(Model):
    """A writer."""


class Held(Model):
    """A transaction in quarantine."""


class Contended(Model):
    """Two values for one field. ``decision`` is None until somebody settled it."""


class Decision(Model):
    """How one was settled."""


class Likely(Model):
    """Two customers that may be one. ``mine`` and ``theirs`` are their records."""


class Record(Model):
    """A customer, as counters see it."""


class Complaint(Model):
    """A case, as the counters' entries were folded. ``events`` is its time line."""


class ComplaintEvent(Model):
    """One line of it."""


class Evidence(Model):
    """A file of a case. ``held``: so many of its bytes are here; ``whole``: 1 for all of them."""


class Card(Model):
    """A card that was issued. ``out``, ``revoked``: by whom, if anybody, it was ended."""


class CardOut(Model):
    """Staff shut it out."""


class CardRevoked(Model):
    """A counter did."""


class PublishedFile(Model):
    """A reference file of the country."""


class JournalEntry(Model):
    """What a counter sealed; its body is personal and not shown."""


class LogLine(Model):
    """What was done here."""


class Colleague(Model):
    """Somebody who may sign in."""


_mapped.map_imperatively(
    Terminal,
    writer,
    properties={
        "held": column_property(
            sa.select(sa.func.count())
            .select_from(quarantine)
            .where(quarantine.c.terminal == writer.c.terminal, quarantine.c.epoch == writer.c.epoch)
            .scalar_subquery()
        )
    },
)
_mapped.map_imperatively(Held, quarantine)
_mapped.map_imperatively(Decision, conflict_decision)
_mapped.map_imperatively(
    Contended,
    conflict,
    properties={
        "customer": column_property(
            sa.select(_customer.c.number)
            .where(_customer.c.uid == conflict.c.uid)
            .correlate_except(_customer)
            .scalar_subquery()
        ),
        "decision": relationship(
            Decision,
            primaryjoin=sa.and_(
                conflict.c.place == conflict_decision.c.place,
                conflict.c.field == conflict_decision.c.field,
            ),
            foreign_keys=[conflict_decision.c.place, conflict_decision.c.field],
            uselist=False,
            viewonly=True,
            lazy="joined",
        ),
    },
)
_mapped.map_imperatively(Record, _customer)
_mapped.map_imperatively(
    Likely,
    duplicate,
    properties={
        name: relationship(
            Record,
            primaryjoin=_customer.c.uid == column,
            foreign_keys=[column],
            viewonly=True,
            lazy="joined",
        )
        for name, column in (("mine", duplicate.c.one), ("theirs", duplicate.c.other))
    },
)
_mapped.map_imperatively(ComplaintEvent, _complaint_event)
_mapped.map_imperatively(
    Evidence,
    _evidence,
    properties={
        "held": column_property(
            sa.select(sa.func.coalesce(sa.func.sum(evidence_piece.c.size), 0))
            .where(evidence_piece.c.evidence == _evidence.c.evidence)
            .scalar_subquery()
        ),
        "whole": column_property(
            sa.select(sa.func.count())
            .select_from(evidence_whole)
            .where(evidence_whole.c.evidence == _evidence.c.evidence)
            .scalar_subquery()
        ),
    },
)
_mapped.map_imperatively(
    Complaint,
    _complaint,
    properties={
        "files": relationship(
            Evidence,
            primaryjoin=_complaint.c.number == _evidence.c.complaint,
            foreign_keys=[_evidence.c.complaint],
            order_by=_evidence.c.seq,
            viewonly=True,
            lazy="selectin",
        ),
        "events": relationship(
            ComplaintEvent,
            primaryjoin=_complaint.c.number == _complaint_event.c.complaint,
            foreign_keys=[_complaint_event.c.complaint],
            order_by=_complaint_event.c.seq,
            viewonly=True,
            lazy="selectin",
        ),
    },
)
_mapped.map_imperatively(CardOut, card_out)
_mapped.map_imperatively(CardRevoked, _card_revoked)
_mapped.map_imperatively(
    Card,
    CARD,
    properties={
        name: relationship(
            kind,
            primaryjoin=theirs == mine,
            foreign_keys=[mine],
            uselist=False,
            viewonly=True,
            lazy="joined",
        )
        for name, kind, theirs, mine in (
            ("holder", Record, _customer.c.uid, CARD.c.uid),
            ("out", CardOut, card_out.c.card, CARD.c.card),
            ("revoked", CardRevoked, _card_revoked.c.card, CARD.c.card),
        )
    },
)
_mapped.map_imperatively(PublishedFile, published_file)
_mapped.map_imperatively(JournalEntry, entry, exclude_properties=["body"])
_mapped.map_imperatively(LogLine, hq_log)
_mapped.map_imperatively(Colleague, staff, exclude_properties=["password_hash"])
