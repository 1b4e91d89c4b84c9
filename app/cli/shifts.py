"""``tem shift …``: the drawer opened, moved, counted, closed and corrected; X and Z."""

import argparse
from collections.abc import Callable
from typing import Any

import msgspec

from app.bootstrap.desk import CounterDesk, open_counter
from app.cli import forms, paper
from app.cli.approving import approval
from app.cli.output import Exit, Output
from app.cli.shift_words import shift_lines, summary_lines, summary_shape
from app.cli.signing_in import sign_in
from app.domain.drawer import Count, Movement, Purpose
from app.errors import EnvironmentFault
from app.messages import text, text_for
from app.services.cash import MoveCash
from app.services.closing import CloseShift, CountDrawer, NothingCounted
from app.services.four_eyes import Approval
from app.services.handing_over import HandOver
from app.services.shift_correcting import CorrectShift
from app.services.shifts import OpenShift, ShiftNotOpen
from app.settings import home
from app.store.drawer import ShiftUnknown

Shown = tuple[object, tuple[str, ...]]


def opening(given: argparse.Namespace, output: Output) -> Exit:
    def run(desk: CounterDesk) -> Shown:
        command = OpenShift(_command_id(desk, given), _count(given) or Count(), given.received)
        return _told(desk.open_shift(command), "cli.shift.opened")

    return _by_clerk(given, output, run)


def x(given: argparse.Namespace, output: Output) -> Exit:
    def run(desk: CounterDesk) -> Shown:
        found = desk.shift_summary(given.shift)
        if found is None or (found.closing is not None and not given.shift):
            raise ShiftNotOpen
        shape, lines = summary_shape(found), summary_lines(found)
        if not given.print:
            return shape, lines
        printer = desk.print_x(found.number)
        told = text("ui.shift.told.x", shift=found.number, printer=printer)
        return shape | {"printer": printer}, (*lines, told)

    return _by_clerk(given, output, run)


def z(given: argparse.Namespace, output: Output) -> Exit:
    def run(desk: CounterDesk) -> Shown:
        number = given.shift or _last_closed(desk)
        found = desk.shift_summary(number)
        if found is None or found.closing is None:
            raise ShiftUnknown(shift=number)
        papers = desk.shift_papers(number)
        documents = paper.files_of(home(given.home), papers)
        shape = summary_shape(found) | {"documents": documents}
        return shape, (*summary_lines(found), *paper.lines_of(papers))

    return _by_clerk(given, output, run)


def reprint(given: argparse.Namespace, output: Output) -> Exit:
    def run(desk: CounterDesk) -> Shown:
        desk.reprint_shift(given.shift)
        paper.print_all(desk, output)
        papers = desk.shift_papers(given.shift)
        documents = paper.files_of(home(given.home), papers)
        return {"shift": given.shift, "documents": documents}, tuple(paper.lines_of(papers))

    return _by_clerk(given, output, run)


def listing(given: argparse.Namespace, output: Output) -> Exit:
    def run(desk: CounterDesk) -> Shown:
        rows = desk.shifts()
        return {"shifts": [_plain(row) for row in rows]}, shift_lines(rows)

    return _by_clerk(given, output, run)


def count(given: argparse.Namespace, output: Output) -> Exit:
    def run(desk: CounterDesk) -> Shown:
        counted = _count(given)
        if counted is None:
            raise NothingCounted
        command = CountDrawer(_command_id(desk, given), counted)
        return _told(desk.count_drawer(command), "cli.shift.counted")

    return _by_clerk(given, output, run)


def closing(given: argparse.Namespace, output: Output) -> Exit:
    def run(desk: CounterDesk) -> Shown:
        command = CloseShift(
            _command_id(desk, given), _count(given), given.deposit, given.remark, approval(given)
        )
        return _closed(desk, given, output, desk.close_shift(command))

    return _by_clerk(given, output, run)


def handing_over(given: argparse.Namespace, output: Output) -> Exit:
    def run(desk: CounterDesk) -> Shown:
        command = HandOver(_command_id(desk, given), given.counted, _second(given), given.remark)
        done, _taker = desk.hand_over(command)
        return _closed(desk, given, output, done)

    return _by_clerk(given, output, run)


def pay_in(given: argparse.Namespace, output: Output) -> Exit:
    return _by_clerk(given, output, lambda desk: _moved(desk, given, Movement.PAID_IN))


def pay_out(given: argparse.Namespace, output: Output) -> Exit:
    return _by_clerk(given, output, lambda desk: _moved(desk, given, Movement.PAID_OUT))


def no_sale(given: argparse.Namespace, output: Output) -> Exit:
    def run(desk: CounterDesk) -> Shown:
        command = MoveCash(_command_id(desk, given), Movement.NO_SALE, reason=given.reason)
        shape, lines = _told(desk.move_cash(command), "cli.shift.no_sale")
        opened, told = _open_drawer(desk)
        return shape | {"drawer": opened}, (*lines, *told)

    return _by_clerk(given, output, run)


def correct(given: argparse.Namespace, output: Output) -> Exit:
    def run(desk: CounterDesk) -> Shown:
        command = CorrectShift(
            _command_id(desk, given), given.shift, given.reason, _second(given), given.counted
        )
        shape, lines = _told(desk.correct_shift(command), "cli.shift.corrected")
        paper.print_all(desk, output)
        papers = desk.shift_papers(given.shift)
        documents = paper.files_of(home(given.home), papers)
        return shape | {"documents": documents}, (*lines, *paper.lines_of(papers))

    return _by_clerk(given, output, run)


def _open_drawer(desk: CounterDesk) -> tuple[str, tuple[str, ...]]:
    """Whether it sprang open, and why not: what was booked stands in any case."""
    try:
        if desk.open_drawer():
            return "opened", ()
    except EnvironmentFault as fault:
        return "stuck", (text_for(fault),)
    return "by_hand", (text("ui.shift.told.drawer_by_hand"),)


def _by_clerk(
    given: argparse.Namespace, output: Output, run: Callable[[CounterDesk], Shown]
) -> Exit:
    with open_counter(home(given.home)) as desk:
        sign_in(desk, given)
        shape, lines = run(desk)
    output.answer(shape, *lines)
    return Exit.DONE


def _moved(desk: CounterDesk, given: argparse.Namespace, movement: Movement) -> Shown:
    command = MoveCash(
        _command_id(desk, given),
        movement,
        given.amount,
        Purpose(given.purpose),
        given.reason,
        given.amount_checked,
    )
    return _told(desk.move_cash(command), f"cli.shift.{movement.value}")


def _closed(
    desk: CounterDesk,
    given: argparse.Namespace,
    output: Output,
    done: Any,  # noqa: ANN401 - a value to show
) -> Shown:
    paper.print_all(desk, output)
    papers = desk.shift_papers(done.shift)
    shape = _plain(done) | {"documents": paper.files_of(home(given.home), papers)}
    shape["disputed"] = bool(done.difference_vnd) and not done.agreed_by
    return shape, (text("cli.shift.closed", **_plain(done)), *paper.lines_of(papers))


def _told(done: object, code: str) -> tuple[dict[str, Any], tuple[str, ...]]:
    shape = _plain(done)
    return shape, (text(code, **shape),)


def _plain(value: object) -> dict[str, Any]:
    shape: dict[str, Any] = msgspec.to_builtins(value, builtin_types=())
    return shape


def _command_id(desk: CounterDesk, given: argparse.Namespace) -> bytes:
    return forms.command_id(given, desk.new_command_id())


def _count(given: argparse.Namespace) -> Count | None:
    """By notes, or only the sum; None where nothing was said of it."""
    if given.notes is None and given.counted is None:
        return Count(loose_vnd=given.loose) if given.loose else None
    return Count(given.notes or {}, (given.counted or 0) + given.loose)


def _second(given: argparse.Namespace) -> Approval:
    return approval(given) or Approval("", "")


def _last_closed(desk: CounterDesk) -> str:
    return next((row.number for row in desk.shifts() if row.closed_at is not None), "")
