"""``tem hq revoke``, ``release``, ``waive``: decisions of headquarters' staff, with a reason."""

import argparse

from app.cli.headquarters import at_keyboard, headquarters_of
from app.cli.output import Exit, Output
from app.messages import text
from sync.headquarters import revoking


def revoke(given: argparse.Namespace, output: Output) -> Exit:
    with headquarters_of(given) as hq:
        now_ms = hq.clock.now_ms()
        epoch = revoking.revoke(
            hq.database, given.terminal, given.reason, now_ms, given.after, at_keyboard()
        )
    output.answer(
        {"terminal": given.terminal, "epoch": epoch},
        text("cli.hq.revoked", terminal=given.terminal, epoch=epoch),
    )
    return Exit.DONE


def release(given: argparse.Namespace, output: Output) -> Exit:
    with headquarters_of(given) as hq:
        now_ms = hq.clock.now_ms()
        done = revoking.release(
            hq.database, given.terminal, given.seq, given.reason, now_ms, at_keyboard()
        )
    output.answer({"settled": done}, text("cli.hq.settled", settled=done))
    return Exit.DONE


def waive(given: argparse.Namespace, output: Output) -> Exit:
    with headquarters_of(given) as hq:
        now_ms = hq.clock.now_ms()
        done = revoking.waive(
            hq.database, given.terminal, given.seq, given.reason, now_ms, at_keyboard()
        )
    output.answer({"settled": done}, text("cli.hq.settled", settled=done))
    return Exit.DONE
