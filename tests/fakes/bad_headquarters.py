"""Lines to a headquarters with a bug, which every check of a simulation must see."""

import sqlalchemy as sa

from sync.headquarters.lent import Lent
from sync.headquarters.staff_tables import lease_floor
from sync.headquarters.tables import effect, entry
from sync.simulation.line import Line
from sync.transport import Reply
from sync.wire import Ack, unpack


class ForgetfulLine(Line):
    """Leads to a headquarters that acknowledges and then loses a transaction."""

    def ask(self, path: str, body: bytes, token: bytes) -> Reply:
        reply = super().ask(path, body, token)
        if path == "/v1/push" and reply.status == 200:
            ack = unpack(reply.body, Ack)
            with self.headquarters().database.writing() as connection:
                connection.execute(
                    sa.delete(entry).filter_by(terminal=ack.terminal, epoch=ack.epoch, seq=ack.seq)
                )
        return reply


class DoublingLine(Line):
    """Leads to a headquarters that forgets to say that a transaction has had its effect."""

    def ask(self, path: str, body: bytes, token: bytes) -> Reply:
        reply = super().ask(path, body, token)
        if path == "/v1/push" and reply.status == 200:
            with self.headquarters().database.writing() as connection:
                last = connection.scalar(sa.select(sa.func.max(effect.c.place)))
                connection.execute(sa.delete(effect).where(effect.c.place == last))
        return reply


class LendingAgainLine(Line):
    """Leads to a headquarters that does not remember having been put back from a copy."""

    def ask(self, path: str, body: bytes, token: bytes) -> Reply:
        database = self.headquarters().database
        database.lent = Lent()
        if path == "/v1/hello":
            # Noticed in this very hello, it is forgotten by the next counter's.
            with database.writing() as connection:
                connection.execute(sa.delete(lease_floor))
        return super().ask(path, body, token)
