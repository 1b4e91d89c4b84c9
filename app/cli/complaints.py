"""``tem complaint …``: filed, followed, decided, compensated; evidence added and opened."""

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

import msgspec

from app.bootstrap.desk import CounterDesk, open_counter
from app.cli import forms, paper
from app.cli.approving import approval
from app.cli.complaint_words import case_lines, case_shape, line_shape, list_lines
from app.cli.output import Exit, Output
from app.cli.signing_in import sign_in
from app.domain.complaints import Role, Step
from app.domain.discretion import discreet
from app.errors import UserError
from app.messages import text
from app.queries.complaint_subjects import ComplaintSubject, Contact
from app.queries.complaints import CaseFilter
from app.services.complaint_steps import SteppedCase, TakeStep
from app.services.complaints import FileComplaint
from app.services.deciding import DecideComplaint, PayCompensation
from app.services.evidence import AddEvidence, EraseComplaint
from app.services.four_eyes import Approval
from app.settings import home
from app.store.vault import EvidenceUnreadable

Shown = tuple[object, tuple[str, ...]]


@dataclass(eq=False)
class WhichItem(UserError):
    """The code leads to several items, or to none; ``items`` are those to choose from."""

    code: ClassVar[str] = "complaint.which_item"
    field: ClassVar[str] = "item"
    given: str
    items: str


def file(given: argparse.Namespace, output: Output) -> Exit:
    def run(desk: CounterDesk) -> Shown:
        for each in given.evidence:
            desk.check_evidence(each)
        done = desk.file_complaint(_form(desk, given))
        for each in given.evidence:
            desk.add_evidence(AddEvidence(desk.new_command_id(), done.number, each))
        paper.print_all(desk, output)
        return _case(desk, done.number, given)

    return _by_clerk(given, output, run)


def show(given: argparse.Namespace, output: Output) -> Exit:
    return _by_clerk(given, output, lambda desk: _case(desk, given.number, given))


def listing(given: argparse.Namespace, output: Output) -> Exit:
    def run(desk: CounterDesk) -> Shown:
        wanted = CaseFilter(not given.all, given.state, given.owner, given.urgency)
        found = desk.complaints(wanted)
        shape = {
            "cases": [line_shape(line) for line in found.lines],
            "open": found.open,
            "overdue": found.overdue,
            "today": found.today,
            "soon": found.soon,
        }
        return shape, list_lines(found)

    return _by_clerk(given, output, run)


def investigate(given: argparse.Namespace, output: Output) -> Exit:
    return _stepped(given, output, Step.INVESTIGATE, given.owner)


def close(given: argparse.Namespace, output: Output) -> Exit:
    return _stepped(given, output, Step.CLOSE)


def reopen(given: argparse.Namespace, output: Output) -> Exit:
    return _stepped(given, output, Step.REOPEN)


def decide(given: argparse.Namespace, output: Output) -> Exit:
    def run(desk: CounterDesk) -> Shown:
        command = DecideComplaint(
            command_id=forms.command_id(given, desk.new_command_id()),
            number=given.number,
            expects=given.expects,
            outcome=given.outcome,
            reason=given.reason,
            compensation_vnd=given.compensation,
            actual_loss_vnd=given.actual_loss,
        )
        return _told(desk.decide_complaint(command))

    return _by_clerk(given, output, run)


def pay(given: argparse.Namespace, output: Output) -> Exit:
    def run(desk: CounterDesk) -> Shown:
        command = PayCompensation(
            command_id=forms.command_id(given, desk.new_command_id()),
            number=given.number,
            expects=given.expects,
            payer=given.payer,
            approval=approval(given) or Approval("", ""),
        )
        return _told(desk.pay_compensation(command))

    return _by_clerk(given, output, run)


def evidence(given: argparse.Namespace, output: Output) -> Exit:
    def run(desk: CounterDesk) -> Shown:
        if given.add is None:
            return _saved(desk, given)
        command_id = forms.command_id(given, desk.new_command_id())
        desk.add_evidence(AddEvidence(command_id, given.number, Path(given.add)))
        return _case(desk, given.number, given)

    return _by_clerk(given, output, run)


def reprint(given: argparse.Namespace, output: Output) -> Exit:
    def run(desk: CounterDesk) -> Shown:
        number = desk.complaint(given.number).line.number
        desk.reprint_complaint(number)
        paper.print_all(desk, output)
        return _case(desk, number, given)

    return _by_clerk(given, output, run)


def erase(given: argparse.Namespace, output: Output) -> Exit:
    def run(desk: CounterDesk) -> Shown:
        command_id = forms.command_id(given, desk.new_command_id())
        gone = desk.erase_complaint(EraseComplaint(command_id, given.number, given.reason))
        shape = {"number": given.number, "entries": gone}
        return shape, (text("cli.complaint.erased", **shape),)

    return _by_clerk(given, output, run)


def _by_clerk(
    given: argparse.Namespace, output: Output, run: Callable[[CounterDesk], Shown]
) -> Exit:
    with open_counter(home(given.home)) as desk:
        sign_in(desk, given)
        shape, lines = run(desk)
    output.answer(shape, *lines)
    return Exit.DONE


def _stepped(given: argparse.Namespace, output: Output, step: Step, owner: str = "") -> Exit:
    def run(desk: CounterDesk) -> Shown:
        command_id = forms.command_id(given, desk.new_command_id())
        command = TakeStep(command_id, given.number, given.expects, given.note, owner)
        return _told(desk.take_step(step, command))

    return _by_clerk(given, output, run)


def _told(done: SteppedCase) -> Shown:
    state = text(f"complaint.state.{done.state}")
    said = text("cli.complaint.stepped", number=done.number, state=state)
    return msgspec.to_builtins(done), (said,)


def _case(desk: CounterDesk, number: str, given: argparse.Namespace) -> Shown:
    page = desk.complaint(number)
    papers = desk.complaint_papers(page.line.number)
    documents = paper.files_of(home(given.home), papers)
    return case_shape(page) | {"documents": documents}, (*case_lines(page), *documents)


def _form(desk: CounterDesk, given: argparse.Namespace) -> FileComplaint:
    subject = desk.complaint_subject(given.item) if given.item else ComplaintSubject()
    known = _contact(subject, given)
    return FileComplaint(
        command_id=forms.command_id(given, desk.new_command_id()),
        complaint_type=given.type,
        role=given.role,
        name=given.name or known.name,
        phone=given.phone or known.phone,
        address=given.address or known.address,
        facts=given.facts,
        remedy=given.remedy,
        item=_item(subject, given.item),
        customer=given.customer,
        authority=given.authority,
        delivered_on=given.delivered_on,
    )


def _item(subject: ComplaintSubject, given: str) -> str:
    """The one item that a code leads to. Raises WhichItem."""
    if not given or subject.unknown:
        return subject.unknown
    if len(subject.items) != 1:
        items = ", ".join(item.code for item in subject.items) or "–"
        raise WhichItem(given=discreet(given), items=items)
    return subject.items[0].code


def _contact(subject: ComplaintSubject, given: argparse.Namespace) -> Contact:
    """Name, phone and address of the item's party; nothing of it when another name is given."""
    if len(subject.items) != 1 or given.role == Role.REPRESENTATIVE or given.name:
        return Contact("", "", "")
    item = subject.items[0]
    return item.sender if given.role == Role.SENDER else item.addressee


def _saved(desk: CounterDesk, given: argparse.Namespace) -> Shown:
    """Open one file and write it where it is asked for, readable by its owner alone."""
    target: Path = given.to or Path(f"{given.save}.bin")
    content = desk.open_evidence(given.number, given.save)
    try:
        with target.open("xb") as file:
            target.chmod(0o600)
            file.write(content)
    except OSError as error:
        raise EvidenceUnreadable(name=target.name) from error
    return {"file": str(target), "size": len(content)}, (str(target),)
