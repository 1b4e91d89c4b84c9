"""``tem customer …`` beyond the record: merge, succession, links, consents, cards, who looked."""

import argparse
import sys
from pathlib import Path

from app.bootstrap.desk import CounterDesk, open_counter
from app.cli import forms
from app.cli.approving import approval
from app.cli.output import Exit, Output
from app.cli.signing_in import sign_in
from app.clock import local
from app.domain.customer_number import grouped
from app.domain.discretion import REVEALABLE
from app.domain.phones import national
from app.domain.relations import Standing
from app.domain.scanning import recognise
from app.domain.signed_card import CardUnreadable
from app.messages import text
from app.queries.access import AccessLine, AccessQuery
from app.services.access import RevealData
from app.services.addresses import NoteAddress
from app.services.cards import IssueCard
from app.services.consents import StateConsent
from app.services.four_eyes import Approval
from app.services.linking import LinkCustomers, UnlinkCustomers
from app.services.merging import MergeCustomers, UnmergeCustomers
from app.services.person import CitizenPaper
from app.services.succession import SetStanding, SucceedCustomer
from app.settings import home


def merge(given: argparse.Namespace, output: Output) -> Exit:
    with open_counter(home(given.home)) as desk:
        sign_in(desk, given)
        command = MergeCustomers(
            _id(given, desk), given.number, given.other, given.reason, _approval(given),
            tuple(given.take),
        )  # fmt: skip
        done = desk.merge(command)
    shown = {"winner": grouped(done.winner), "loser": grouped(done.loser)}
    output.answer(
        {"customer": done.winner, "merged": done.loser}, text("cli.customer.merged", **shown)
    )
    return Exit.DONE


def unmerge(given: argparse.Namespace, output: Output) -> Exit:
    with open_counter(home(given.home)) as desk:
        sign_in(desk, given)
        command = UnmergeCustomers(_id(given, desk), given.number, given.reason, _approval(given))
        done = desk.unmerge(command)
    shown = {"winner": grouped(done.winner), "loser": grouped(done.loser)}
    output.answer(
        {"customer": done.loser, "from": done.winner}, text("cli.customer.unmerged", **shown)
    )
    return Exit.DONE


def succeed(given: argparse.Namespace, output: Output) -> Exit:
    citizen = CitizenPaper(given.citizen, "typed") if given.citizen else None
    with open_counter(home(given.home)) as desk:
        sign_in(desk, given)
        command = SucceedCustomer(
            command_id=_id(given, desk),
            number=given.number,
            full_name=given.name,
            passing=given.passing,
            document=given.document,
            approval=_approval(given),
            birth_date=given.birth_date,
            sex=given.sex,
            citizen=citizen,
            phones=tuple(given.phone or ()),
        )
        done = desk.succeed(command)
    output.answer(
        {"customer": done.number, "former": done.former, "holder": done.full_name},
        text("cli.customer.succeeded", number=grouped(done.number), holder=done.full_name),
    )
    return Exit.DONE


def dormant(given: argparse.Namespace, output: Output) -> Exit:
    standing = Standing.ACTIVE if given.wake else Standing.DORMANT
    with open_counter(home(given.home)) as desk:
        sign_in(desk, given)
        command = SetStanding(_id(given, desk), given.number, standing, given.reason)
        done = desk.set_standing(command)
    words = text(f"standing.{done.standing}")
    output.answer(
        {"customer": done.number, "standing": done.standing},
        f"{grouped(done.number)} · {words}",
    )
    return Exit.DONE


def link(given: argparse.Namespace, output: Output) -> Exit:
    with open_counter(home(given.home)) as desk:
        sign_in(desk, given)
        command = LinkCustomers(
            _id(given, desk), given.person, given.organisation, given.role, given.note
        )
        done = desk.link(command)
    output.answer({"link": done.link}, text("cli.customer.linked", link=done.link))
    return Exit.DONE


def unlink(given: argparse.Namespace, output: Output) -> Exit:
    with open_counter(home(given.home)) as desk:
        sign_in(desk, given)
        done = desk.unlink(UnlinkCustomers(_id(given, desk), given.link, given.reason))
    output.answer({"link": done.link}, text("cli.customer.unlinked"))
    return Exit.DONE


def address(given: argparse.Namespace, output: Output) -> Exit:
    """Keep an address; of an old one that is not converted yet, say what it may be today."""
    with open_counter(home(given.home)) as desk:
        sign_in(desk, given)
        command = NoteAddress(
            command_id=_id(given, desk),
            number=given.number,
            use=given.use,
            as_written=given.written,
            street=given.address,
            commune=given.commune,
            printed=given.printed,
            address=given.id,
        )
        done = desk.note_address(command)
        today = desk.convert_address(given.written)
    candidates = () if done.line else today.candidates
    lines = [done.line or text("cli.customer.address_kept")]
    lines += [f"{place.code} · {place.label}" for place in candidates]
    output.answer(
        {
            "address": done.address,
            "line": done.line,
            "candidates": [{"code": each.code, "label": each.label} for each in candidates],
        },
        *lines,
    )
    return Exit.DONE


def consent(given: argparse.Namespace, output: Output) -> Exit:
    with open_counter(home(given.home)) as desk:
        sign_in(desk, given)
        command = StateConsent(
            command_id=_id(given, desk),
            number=given.number,
            purpose=given.purpose,
            given=not given.withdraw,
            language=given.words,
            channel=given.channel,
        )
        done = desk.state_consent(command)
    output.answer(
        {
            "customer": done.number,
            "purpose": done.purpose,
            "given": done.given,
            "text_version": done.text_version,
        },
        text("cli.customer.agreed" if done.given else "cli.customer.withdrawn"),
    )
    return Exit.DONE


def card(given: argparse.Namespace, output: Output) -> Exit:
    """Into a file, or to the printer that cards go to."""
    with open_counter(home(given.home)) as desk:
        sign_in(desk, given)
        command = IssueCard(_id(given, desk), given.number, given.sheet, lost=given.lost or "")
        if given.out is not None:
            done = desk.save_card(command, Path(given.out))
            problems: tuple[str, ...] = ()
        else:
            done = desk.issue_card(command)
            problems = desk.print_waiting()
    answer = {"customer": done.number, "copy": done.paper.copy, "file": given.out}
    told = text("cli.customer.card", number=grouped(done.number))
    output.answer(answer, told, *problems)
    return Exit.DONE


def admit(given: argparse.Namespace, output: Output) -> Exit:
    """Somebody of another province, by the card alone."""
    digits = sys.stdin.readline() if given.digits == "-" else given.digits
    with open_counter(home(given.home)) as desk:
        sign_in(desk, given)
        seen = recognise(digits)
        if seen.signed is None:
            raise seen.problem or CardUnreadable
        done = desk.admit_card(seen.signed)
    code = "cli.customer.admitted_known" if done.known else "cli.customer.admitted"
    told = text(code, number=grouped(done.number))
    output.answer({"customer": done.number, "known": done.known}, told)
    return Exit.DONE


def fetch(given: argparse.Namespace, output: Output) -> Exit:
    with open_counter(home(given.home)) as desk:
        sign_in(desk, given)
        if given.citizen:
            number = desk.fetch_holder(given.citizen)
        else:
            number = desk.fetch_customer(given.number)
    code = "cli.customer.fetched" if number else "cli.customer.holder_nowhere"
    output.answer({"customer": number or None}, text(code, number=grouped(number)))
    return Exit.DONE


def reveal(given: argparse.Namespace, output: Output) -> Exit:
    with open_counter(home(given.home)) as desk:
        sign_in(desk, given)
        fields = tuple(given.field or REVEALABLE)
        shown = desk.reveal(RevealData(given.number, fields, given.reason))
    born = f"{shown.birth_date:%d/%m/%Y}" if shown.birth_date else ""
    lines = [*map(national, shown.phones), shown.citizen, born]
    output.answer(
        {
            "customer": shown.number,
            "phones": shown.phones,
            "citizen": shown.citizen,
            "birth_date": shown.birth_date,
        },
        *(line for line in lines if line),
    )
    return Exit.DONE


def access_log(given: argparse.Namespace, output: Output) -> Exit:
    with open_counter(home(given.home)) as desk:
        sign_in(desk, given)
        lines = desk.access_log(AccessQuery(given.number, given.of_clerk, given.date))
    told = [_access_line(line) for line in lines] or [text("cli.customer.nobody_looked")]
    output.answer({"views": lines}, *told)
    return Exit.DONE


def _access_line(line: AccessLine) -> str:
    fields = ", ".join(text(f"customer.field.{field}").lower() for field in line.fields)
    what = text("access.reveal", fields=fields) if fields else text("access.page")
    parts = (
        f"{local(line.at):%d/%m/%Y %H:%M:%S}",
        f"{line.clerk_name} ({line.clerk})",
        grouped(line.number),
        line.full_name,
        what,
        line.reason,
    )
    return " · ".join(part for part in parts if part)


def _id(given: argparse.Namespace, desk: CounterDesk) -> bytes:
    return forms.command_id(given, desk.new_command_id())


def _approval(given: argparse.Namespace) -> Approval:
    return approval(given) or Approval("", "")
