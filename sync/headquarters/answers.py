"""What headquarters answers when it does not do what was asked. Each becomes an HTTP status."""

from dataclasses import dataclass

from sync.wire import FORGOTTEN, Sealed


@dataclass(eq=False)
class Refused(Exception):
    """``code`` tells the terminal's program what to do; ``need`` is the sequence wanted next.

    ``order`` is what a revoked terminal must obey.
    """

    status: int
    code: str
    need: int = 0
    order: Sealed | None = None


def unreadable() -> Refused:
    return Refused(422, "unreadable")


def unknown_writer() -> Refused:
    return Refused(401, "unknown_writer")


def wrong_signature() -> Refused:
    return Refused(401, "wrong_signature")


def wrong_token() -> Refused:
    return Refused(401, "wrong_token")


def revoked(order: Sealed) -> Refused:
    return Refused(403, "revoked", order=order)


def gap(need: int) -> Refused:
    return Refused(409, "gap", need)


def fork() -> Refused:
    return Refused(409, "fork")


def other_feed_epoch() -> Refused:
    return Refused(410, "other_feed_epoch")


def feed_forgotten() -> Refused:
    return Refused(410, FORGOTTEN)


def no_snapshot() -> Refused:
    return Refused(404, "no_snapshot")


def no_customer() -> Refused:
    return Refused(404, "no_customer")


def no_evidence() -> Refused:
    return Refused(404, "no_evidence")


def evidence_differs() -> Refused:
    return Refused(422, "evidence_differs")


def wrong_code() -> Refused:
    return Refused(403, "wrong_code")


def try_later() -> Refused:
    return Refused(503, "try_later")
