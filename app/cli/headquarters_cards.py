"""``tem hq card revoke``: a customer's card is good no longer, anywhere."""

import argparse

from app.cli.headquarters import at_keyboard, headquarters_of
from app.cli.output import Exit, Output
from app.messages import text
from sync.headquarters.card_revoking import revoke_cards


def revoke(given: argparse.Namespace, output: Output) -> Exit:
    with headquarters_of(given) as hq:
        now_ms = hq.clock.now_ms()
        count = revoke_cards(hq.database, given.named, given.reason, now_ms, at_keyboard())
    output.answer({"revoked": count}, text("cli.hq.card_revoked", count=count))
    return Exit.DONE
